import type { Passage } from './encoder.ts';
import type { EncodedText } from './onnx.ts';
import type { TextTokenizer } from './tokenizer.ts';

/** As `tools/train-encoder/encoder.py` trains our own: a question of 40 tokens is a paragraph, 80 hold most sentences. */
const MAX_QUESTION_TOKENS = 40;
const MAX_PAIR_TOKENS = 80;
/** What a bi-encoder reads of a sentence; time grows with it, and a sentence of 90 words is longer than most. */
const MAX_TEXT_TOKENS = 128;
/** In UTF-16 units: WordPiece makes one token of a longer word (`max_input_chars_per_word`: 100), with the space before it. */
const MAX_TOKEN_LENGTH = 101;

/**
 * Input of a cross-encoder: `[CLS] question [SEP] title. sentence [SEP] before [SEP]`, cut at the end. With the marks of
 * its tokenizer; a model of others was not trained on what stands before, but reads it as more of the passage.
 */
export function pairInput(
  { idsOf, marks }: TextTokenizer,
  question: string,
  passage: Passage,
  maxTokens: number,
): EncodedText {
  const max = Math.min(MAX_PAIR_TOKENS, maxTokens);
  const first = [
    ...marks.start,
    ...idsOf(oneLine(question)).slice(0, Math.min(MAX_QUESTION_TOKENS, max >> 1)),
    ...marks.between,
  ];
  const { before } = passage;
  const read = idsOf(oneLine(titled(passage)));
  const second = before ? [...read, ...marks.between, ...idsOf(oneLine(before))] : read;
  const ids = [...first, ...second.slice(0, max - first.length - marks.end.length), ...marks.end];
  return { ids, first: first.length };
}

/** A sentence after its article's title: it often says what the sentence leaves out (docs/meaning.md). */
export function titled({ title, sentence }: Passage): string {
  return title === '' ? sentence : `${title}. ${sentence}`;
}

/** Input of a bi-encoder: one text between the marks, cut at the end. */
export function textInput({ idsOf, marks }: TextTokenizer, text: string, maxTokens: number): EncodedText {
  const room = Math.min(MAX_TEXT_TOKENS, maxTokens) - marks.start.length - marks.end.length;
  const ids = [...marks.start, ...idsOf(oneLine(text)).slice(0, room), ...marks.end];
  return { ids, first: ids.length };
}

/** With runs of white space as one space. More than all tokens can hold is not looked at: a text may be of any length. */
function oneLine(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .slice(0, MAX_TEXT_TOKENS * MAX_TOKEN_LENGTH);
}
