import { functionWordsOf, languageOf } from '../../text/languages/language.ts';
import { APOSTROPHES, fold, INVISIBLE } from '../../text/tokens/fold.ts';
import { ARTICLES, STOP_WORDS } from '../../text/tokens/stop-words.ts';
import { stem } from '../../text/tokens/words.ts';

/** A run of letters and digits in exact words. In a text it is a word, or a part of one. */
export interface QuotedWord {
  readonly text: string;
  /** Whether a word of the text may go on before it, and behind it: it stands at an edge of the exact words, or beside a mark. */
  readonly openBefore: boolean;
  readonly openBehind: boolean;
}

const PART = `\\p{L}\\p{N}\\p{M}${INVISIBLE}`;
const RUN = new RegExp(`[${PART}]+`, 'gu');
/** What no word of a text begins with begins none here. */
const OPENS = /^[\p{L}\p{N}]/u;
/** Scripts without blanks, where other rules than these say where a word ends. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'u');
const BLANK = /^\s$/u;
/** In UTF-16 units: shorter ones are in too many words, longer ones may be cut. */
const [SHORTEST, LONGEST] = [3, 40];

/**
 * The words that a text must hold, as its lexicon writes them, where it holds these exact characters. Left out is what the lexicon may
 * lack though a text has it: what is, or may be a part of, a function word of one of these languages (codes), and what stands beside
 * an apostrophe, where some languages drop an article.
 */
export function quotedWordsIn(words: string, languages: readonly string[]): QuotedWord[] {
  const elides = languages.some((code) => languageOf(code)?.elision);
  const functionWords = [
    STOP_WORDS,
    ARTICLES,
    ...languages.map((code) => functionWordsOf(code).functionWords),
  ];
  const found: QuotedWord[] = [];
  for (const { 0: text, index } of words.matchAll(RUN)) {
    const [before, behind] = [words[index - 1], words[index + text.length]];
    const word = { text, openBefore: !isBlank(before), openBehind: !isBlank(behind) };
    if (text.length < SHORTEST || text.length > LONGEST || UNSPACED.test(text)) continue;
    if (!OPENS.test(text) || fold(text) === '') continue;
    if (APOSTROPHE.test(`${before}${behind}`) || (elides && behind === undefined)) continue;
    if (!functionWords.some((list) => mayBeAmong(word, list))) found.push(word);
  }
  return found;
}

function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && BLANK.test(unit);
}

function mayBeAmong({ text, openBefore, openBehind }: QuotedWord, words: ReadonlySet<string>): boolean {
  const folded = fold(text);
  if (!openBefore && !openBehind) return words.has(folded);
  for (const word of words) {
    if (openBefore ? (openBehind ? word.includes(folded) : word.endsWith(folded)) : word.startsWith(folded))
      return true;
  }
  return false;
}

/** Those first that are likely to be in the fewest texts; `frequencyOf`: how many sentences hold a term. */
export function rarestFirst(
  words: readonly QuotedWord[],
  frequencyOf: (term: string) => number,
): QuotedWord[] {
  const sentences = new Map(words.map((word) => [word, frequencyOf(stem(fold(word.text)))]));
  return [...words].sort((a, b) => sentences.get(a)! - sentences.get(b)!);
}

/** How a word begins and ends in JSON where it is one of several strings: with the quotation marks where nothing goes on. */
export function asInJson({ text, openBefore, openBehind }: QuotedWord): string {
  return `${openBefore ? '' : '"'}${text}${openBehind ? '' : '"'}`;
}
