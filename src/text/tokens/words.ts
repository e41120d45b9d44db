import type { Word } from '../../model/article.ts';
import type { Language } from '../languages/language.ts';
import { stem } from './stem.ts';
import { ARTICLES } from './stop-words.ts';
import { WordReader } from './word-reader.ts';

export { stem } from './stem.ts';

const english = new WordReader();
const readers = new Map<Language, WordReader>();

/** The one that reads a language, with the words of `text` read. */
function readerOf(text: string, language: Language | undefined): WordReader {
  let reader = language ? readers.get(language) : english;
  if (!reader) {
    reader = new WordReader(language);
    readers.set(language!, reader);
  }
  reader.read(text);
  return reader;
}

/**
 * The words of `text`, in order; spans are relative to `text`, plus `offset`. The same rules hold for articles and
 * questions: a hyphen separates words and is remembered, an apostrophe does not, a possessive 's belongs to no word.
 * `language`: English where absent.
 */
export function wordsOf(text: string, offset = 0, language?: Language): Word[] {
  const reader = readerOf(text, language);
  const { forms, starts, count } = reader;
  const words: Word[] = [];
  for (let i = 0, bound = false; i < count; i++) {
    const { length, folded, term, capital, stop } = forms[i]!;
    const binds = bindsNext(reader, i, text);
    const start = starts[i]! + offset;
    words.push({
      start,
      end: start + length,
      folded,
      term,
      capital,
      stop: stop || (binds && ARTICLES.has(folded)),
      bound,
    });
    bound = binds;
  }
  return words;
}

/** The terms of `text` for the index: stems without function words; a hyphenated compound also gives one joined term. */
export function termsOf(text: string, language?: Language): string[] {
  const reader = readerOf(text, language);
  const { forms, count } = reader;
  const terms: string[] = [];
  for (let i = 0, bound = false; i < count; i++) {
    const { folded, term, stop } = forms[i]!;
    const binds = bindsNext(reader, i, text);
    if (!stop && !(binds && ARTICLES.has(folded))) terms.push(term);
    if (binds && !bound) {
      let joined = folded;
      for (let j = i; bindsNext(reader, j, text); j++) joined += forms[j + 1]!.folded;
      if (joined) terms.push(stem(joined));
    }
    bound = binds;
  }
  return terms;
}

/** The same of words that have been read. */
export function termsIn(words: readonly Word[]): string[] {
  const terms: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const { term, stop } = words[i]!;
    if (!stop) terms.push(term);
    const compound = compoundAt(words, i);
    if (compound) terms.push(compound);
  }
  return terms;
}

/** The joined term of the hyphenated compound that word `i` opens ("de-escalation" -> "deescal"); else `undefined`. */
export function compoundAt(words: readonly Word[], i: number): string | undefined {
  if (words[i]?.bound || !words[i + 1]?.bound) return undefined;
  let joined = words[i]!.folded;
  for (let j = i + 1; words[j]?.bound; j++) joined += words[j]!.folded;
  return stem(joined);
}

/** Whether a hyphen, and nothing else, stands between words `i` and `i + 1` that were read. */
function bindsNext({ forms, starts, count }: WordReader, i: number, text: string): boolean {
  const end = starts[i]! + forms[i]!.length;
  return i + 1 < count && starts[i + 1] === end + 1 && isHyphen(text.charCodeAt(end));
}

/** - ‐ ‑ and the soft hyphen. */
function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011 || unit === 0xad;
}
