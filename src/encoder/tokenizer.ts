import { readFile } from 'node:fs/promises';
import { ModelError } from './model-error.ts';

/** Words to a model's token ids. */
export interface TextTokenizer {
  /** Ids of a text alone, without the model's marks. */
  idsOf(text: string): number[];
  /** The marks before a text, between two, and after: `[CLS]`, `[SEP]`, `[SEP]`. */
  readonly marks: Record<'start' | 'between' | 'end', readonly number[]>;
  /** How many tokens it has: the model holds a vector for each. */
  readonly size: number;
}

/** Reads a `tokenizer.json`. Throws `ModelError` where it is missing, damaged, or of a kind that isn't known. */
export async function readTokenizer(path: string): Promise<TextTokenizer> {
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ModelError(path, 'is missing: fetch the model again', error);
  });
  try {
    // Texts are cut by hand: its own truncation throws on long questions, and padding to a fixed length costs time.
    const tokenizer = new Tokenizer({ ...JSON.parse(json), padding: null, truncation: null }, {});
    const idsOf = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
    return {
      idsOf,
      marks: marksOf(idsOf('a'), tokenizer.encode('a', { text_pair: 'a' }).ids),
      size: tokenizer.get_vocab().size,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ModelError(
      path,
      `is damaged, or no tokenizer that Ibid reads: fetch it again (${reason})`,
      error,
    );
  }
}

/** What a pair of the same text has before, between and after them. */
function marksOf(text: readonly number[], pair: readonly number[]): TextTokenizer['marks'] {
  const start = pair.findIndex((_, at) => text.every((id, i) => pair[at + i] === id));
  const end = pair.length - start - text.length * 2;
  if (text.length === 0 || start < 1 || end < 2) throw new Error('it puts no marks around two texts');
  // One mark stands before; the last one ends the second text, and what is left stands between.
  return {
    start: pair.slice(0, start),
    between: pair.slice(start + text.length, -1 - text.length),
    end: pair.slice(-1),
  };
}
