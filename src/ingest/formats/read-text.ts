import { articleOf, withoutExtension } from '../metadata/new-article.ts';
import { readText } from './read-small.ts';
import type { CorpusFile, Item } from './reader.ts';

/** Reads a `.txt` file as one article; its text is the decoded file, unchanged. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const { text, encoding, flaw } = await readText(file);
  if (flaw) yield { flaw };
  if (flaw?.severity === 'error') return;
  yield articleOf({ id: withoutExtension(file.path), path: file.path, text, encoding });
}
