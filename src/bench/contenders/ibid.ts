import { segmentEngine } from '../../search/segments.ts';
import { termsOf } from '../../text/words.ts';
import { type Contender, TOP } from '../contender.ts';

/** Ours, all three levels: segments, and what is added later in the live part. */
export function ibid(folder: string): Contender {
  let engine = segmentEngine(folder);
  const found = (text: string) => engine.search(termsOf(text), TOP).map(({ sentence }) => sentence);
  return {
    add(documents) {
      for (const document of documents) engine.add(document);
    },
    save: () => engine.save(),
    open() {
      engine = segmentEngine(folder);
    },
    ask: found,
    typo: found,
    prefix: found,
    remove({ sentences }) {
      for (const { document } of sentences.slice(0, 1)) engine.remove(document);
    },
  };
}
