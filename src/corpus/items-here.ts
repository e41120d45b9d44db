import { faultOf } from './fault.ts';
import type { CorpusFile, Item } from './reader.ts';
import { readerOf } from './readers.ts';

/** The items of a file one by one, read in this thread; what the file system refuses is the last of them. */
export async function* itemsHere(file: CorpusFile): AsyncGenerator<Item> {
  try {
    const reader = await readerOf(file.path);
    yield* reader.read(file);
  } catch (error) {
    yield { flaw: { severity: 'error', reason: faultOf(error) } };
  }
}
