import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Word } from '../model.ts';
import { APOSTROPHES, fold, INVISIBLE } from './fold.ts';
import type { Language } from './language.ts';
import { ARTICLES, STOP_WORDS } from './stop-words.ts';

const LETTERS = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`;

/**
 * U.S. | 1,234.5 | Ma'asaran. Each repeat is bounded or can match in one way only, so that no text takes more than
 * linear time.
 */
const WORD = new RegExp(
  [
    `(?:\\p{Lu}\\.){1,8}\\p{Lu}(?!${LETTERS})\\.?`,
    `\\d{1,20}(?:[.,]\\d{1,20}){1,8}(?!${LETTERS})`,
    `[\\p{L}\\p{N}]${LETTERS}*(?:[${APOSTROPHES}]${LETTERS}+)*`,
  ].join('|'),
  'gu',
);

const POSSESSIVE = /['’ʼ`´]s$/i;
const HYPHEN = /^[-‐‑\u00ad]$/;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LOWER = /\p{Ll}/u;
const CAPITAL = /^[\p{Lm}\p{M}]*[\p{Lu}\p{Lt}]/u;
const INITIALS = /^(?:\p{Lu}\.?){2,5}$/u;

/** No word of a language is longer; what is (a URL, base64) is kept by its beginning. */
const LONGEST_TERM = 64;

/**
 * The words of `text`, in order, spans relative to `text` (plus `offset`). The same for articles and questions: a
 * hyphen separates words and is remembered, an apostrophe-like mark does not, a possessive 's belongs to no word. Read as
 * English where no other language is given.
 */
export function wordsOf(text: string, offset = 0, language?: Language): Word[] {
  const words: Word[] = [];
  const matches = [...text.matchAll(WORD)];
  // Where several words are all in capitals, these say nothing.
  const cased = matches.length < 2 || LOWER.test(text);
  for (const match of matches) {
    if (UNSPACED.test(match[0])) {
      for (const part of unspacedWords(match[0], match.index))
        words.push(wordAt(part.raw, part.start, false, language));
    } else {
      words.push(wordAt(match[0], match.index, cased, language));
    }
    if (words.at(-1)?.folded === '') words.pop();
  }
  for (let i = 1; i < words.length; i++) bind(words, i, text);
  return offset === 0 ? words : words.map((w) => ({ ...w, start: w.start + offset, end: w.end + offset }));
}

/** The terms that the index holds of `text`: stems without function words, and hyphenated words also as one. */
export function termsOf(text: string, language?: Language): string[] {
  const words = wordsOf(text, 0, language);
  const terms: string[] = [];
  words.forEach((word, i) => {
    if (!word.stop) terms.push(word.term);
    const joined = compoundAt(words, i);
    if (joined) terms.push(joined);
  });
  return terms;
}

/** "de" + "escalation" -> the term of "deescalation", where word `i` opens a hyphenated compound. */
export function compoundAt(words: readonly Word[], i: number): string | undefined {
  if (words[i]?.bound || !words[i + 1]?.bound) return undefined;
  let joined = words[i]!.folded;
  for (let j = i + 1; words[j]?.bound; j++) joined += words[j]!.folded;
  return stem(joined);
}

/** The Porter stem of a folded word (Porter 1980, as in `natural`); words of other scripts and numbers as they are. */
export function stem(folded: string): string {
  if (folded.length > LONGEST_TERM) return folded.slice(0, LONGEST_TERM);
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stemmed = /^[a-z]{3,}$/.test(folded) ? stemmer.stem(folded) : folded;
  if (stems.size >= STEMS_KEPT) stems.clear();
  stems.set(folded, stemmed);
  return stemmed;
}

/** Memoised: 3.5 s -> 0.6 s per 100,000 sentences. Bounded, because words come from strangers. */
const stems = new Map<string, string>();
const STEMS_KEPT = 200_000;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function wordAt(written: string, from: number, cased: boolean, language: Language | undefined): Word {
  const elided = language?.elision?.exec(written)?.[0].length ?? 0;
  const raw = elided > 0 ? written.slice(elided) : written;
  const start = from + elided;
  const possessive = raw.length > 3 && POSSESSIVE.test(raw) ? 2 : 0;
  const shown = possessive ? raw.slice(0, -possessive) : raw;
  const folded = fold(
    shown.includes('.') && INITIALS.test(shown) ? shown.replaceAll('.', '') : shown.replaceAll(',', ''),
  );
  const stop = (language?.functionWords ?? STOP_WORDS).has(folded);
  const initials = stop && (cased || shown.includes('.')) && INITIALS.test(shown);
  return {
    start,
    end: start + shown.length,
    folded,
    // US, WHO and IS are names where us, who and is are function words.
    term: initials ? [...folded].join('.') : (language?.stem ?? stem)(folded),
    capital: CAPITAL.test(shown),
    stop: stop && !initials,
    bound: false,
  };
}

/** Marks word `i` as bound to the one before it, and "al" in "al-Dana" as the article that it is. */
function bind(words: Word[], i: number, text: string): void {
  const word: Writable<Word> = words[i]!;
  const before: Writable<Word> = words[i - 1]!;
  if (!HYPHEN.test(text.slice(before.end, word.start))) return;
  word.bound = true;
  if (ARTICLES.has(before.folded)) before.stop = true;
}

let segmenter: Intl.Segmenter | undefined;
/** Intl.Segmenter is handed this many units at a time: in Node 20 a run of 1 MB takes it eight minutes. */
const WINDOW = 4096;

function* unspacedWords(raw: string, offset: number): Generator<{ raw: string; start: number }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  for (let from = 0; from < raw.length; ) {
    const parts = [...segmenter.segment(raw.slice(from, from + WINDOW))];
    // The window may have cut its last word: that one is read again with the next window.
    if (from + WINDOW < raw.length && parts.length > 1) parts.pop();
    for (const part of parts) yield { raw: part.segment, start: offset + from + part.index };
    const last = parts.at(-1)!;
    from += last.index + last.segment.length;
  }
}
