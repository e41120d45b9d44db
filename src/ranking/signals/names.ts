import type { QueryContext } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Share of the question's name words that the sentence holds. */
export const namesInSentence: Signal = {
  name: 'names-in-sentence',
  value: ({ inSentence }, query) => shareOfNames(query, (i) => inSentence[i]!),
};

/** … that its paragraph or title holds. */
export const namesInParagraph: Signal = {
  name: 'names-in-paragraph',
  value: ({ inParagraph, inTitle }, query) => shareOfNames(query, (i) => inParagraph[i]! || inTitle[i]!),
};

function shareOfNames({ names }: QueryContext, has: (i: number) => boolean): number {
  let held = 0;
  for (const i of names) if (has(i)) held += 1;
  return held / Math.max(1, names.length);
}
