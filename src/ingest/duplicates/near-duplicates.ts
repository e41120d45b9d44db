import type { Article, Document, Likeness } from '../../model/article.ts';
import { daysBetween, statedDay } from '../../text/dates/days.ts';
import { fold } from '../../text/tokens/fold.ts';
import { byCodeUnits } from '../files/by-code-units.ts';
import { canonicalUrl } from '../metadata/canonical-url.ts';
import { hashOf, mixed, readRuns } from './shingles.ts';

/** Jaccard overlap of runs from which two texts are nearly the same. One word changed in a hundred leaves .94. */
const MIN_OVERLAP = 0.8;
/** The same of two texts under one address: a version, unless they share it by mistake (a paper's front page). */
const MIN_OVERLAP_OF_VERSIONS = 0.4;
/** Texts of fewer words are alike by chance ("Dividend 20 cents, as before"): they must also have one title. */
const MIN_WORDS = 20;

/**
 * Five bands of three values: of pairs that share s of their runs, 1 - (1 - s^3)^5 have a band in common. .8: 97.2 %;
 * .9: 99.9 %; but .3: 12.8 %; .1: .5 %; .01: one in 200,000.
 */
const BANDS = 5;
const ROWS = 3;
const HASHES = BANDS * ROWS;

/** What articles are compared by. */
export interface TextSignature {
  readonly article: Article;
  readonly words: number;
  /** Hashes of the runs of words, and of the words with a digit; sorted, each once. */
  readonly runs: Uint32Array;
  readonly figures: Uint32Array;
}

/** Computes an article's signature. */
export function textSignatureOf(article: Article): TextSignature {
  const { words, runs, figures } = readRuns(article.text);
  return { article, words, runs: sortedSet(runs), figures: sortedSet(figures) };
}

/**
 * How two articles are the same: word for word, nearly (the runs of their words overlap, by Jaccard, and their figures
 * agree), or as versions under one address; `undefined` where they aren't. Symmetric, not transitive.
 */
export function likenessOf(a: TextSignature, b: TextSignature): Likeness | undefined {
  const same = a.article.text === b.article.text;
  if (Math.min(a.words, b.words) >= MIN_WORDS) {
    if (same) return 'same';
    if (haveOneSetOfFigures(a, b) && overlap(a.runs, b.runs) >= MIN_OVERLAP) return 'nearly';
  } else if (a.words > 0 && isOneTitle(a.article, b.article)) {
    if (same) return 'same';
    if (overlap(a.runs, b.runs) === 1) return 'nearly';
  }
  const address = addressOf(a.article);
  const isVersion = address !== undefined && address === addressOf(b.article);
  return isVersion && overlap(a.runs, b.runs) >= MIN_OVERLAP_OF_VERSIONS
    ? same
      ? 'same'
      : 'version'
    : undefined;
}

/** The number of an article that is the same as another one, and how. */
export interface Alike {
  readonly number: number;
  readonly likeness: Likeness;
}

/** The candidates that are the same as this article, in the order of `byAge`. */
export function alikeAmong(
  article: Article,
  candidates: readonly Pick<Document, 'number' | 'article'>[],
): Alike[] {
  if (candidates.length === 0) return [];
  const shape = textSignatureOf(article);
  return candidates
    .flatMap((other) => {
      const likeness = likenessOf(shape, textSignatureOf(other.article));
      return likeness ? [{ ...other, likeness }] : [];
    })
    .sort((a, b) => byAge(a.article, b.article))
    .map(({ number, likeness }) => ({ number, likeness }));
}

/** Compares articles: earliest first, undated last, then by id. */
export function byAge(a: Article, b: Article): number {
  return byCodeUnits(a.published ?? '~', b.published ?? '~') || byCodeUnits(a.id, b.id);
}

/** How many candidates, those with the most marks in common, are compared with an article: hundreds come of one template. */
export const COMPARED = 100;

/**
 * Marks of an article, signed 32-bit integers: articles that are the same mostly share one. One for the address, others for
 * bands of MinHash values (Broder 1997; Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", 3.4).
 */
export function marksOf(article: Article): number[] {
  const address = addressOf(article);
  const { words, runs } = readRuns(article.text);
  const title = titleOf(article);
  const marks = address === undefined ? [] : [hashOf(address)];
  if (words >= MIN_WORDS) marks.push(...bandsOf(runs));
  else if (words > 0 && title !== undefined)
    marks.push(Math.min(...runs.map((run) => mixed(run, hashOf(title)))));
  return [...new Set(marks.map((mark) => mark | 0))];
}

/**
 * The same figures; or nearly, where both are of one day: then one corrects the other. The bulletins of two weeks differ
 * in nothing else (in Reuters-21578 all 6 pairs that are two days apart and more, and none of 13 others).
 */
function haveOneSetOfFigures(a: TextSignature, b: TextSignature): boolean {
  const shared = overlap(a.figures, b.figures);
  const [day, other] = [statedDay(a.article.published), statedDay(b.article.published)];
  const areFar = day !== undefined && other !== undefined && Math.abs(daysBetween(day, other)) > 1;
  return shared === 1 || (shared >= MIN_OVERLAP && !areFar);
}

function addressOf({ url }: Article): string | undefined {
  return url === undefined ? undefined : canonicalUrl(url);
}

/** The opening words of texts that are the same say nothing more. */
function titleOf({ title, origin }: Article): string | undefined {
  return origin.title === 'opening words' ? undefined : fold(title);
}

function isOneTitle(a: Article, b: Article): boolean {
  const title = titleOf(a);
  return title !== undefined && title === titleOf(b);
}

function bandsOf(runs: Uint32Array): number[] {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const run of runs) {
    for (let i = 0; i < HASHES; i++) {
      const value = (Math.imul(run, FACTORS[i]!) + OFFSETS[i]!) >>> 0;
      if (value < least[i]!) least[i] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    least.subarray(band * ROWS, (band + 1) * ROWS).reduce(mixed, band),
  );
}

/** An odd factor and another summand for each hash: it gives every number another place. */
const [FACTORS, OFFSETS] = [0x9e3779b9, 0x85ebca6b].map((seed) =>
  Uint32Array.from({ length: HASHES }, (_, i) => mixed(seed, i) | 1),
) as [Uint32Array, Uint32Array];

/** Jaccard overlap of two sorted sets; 1 where both are empty. */
function overlap(a: Uint32Array, b: Uint32Array): number {
  if (a.length + b.length === 0) return 1;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i]!, b[j]!];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared / (a.length + b.length - shared);
}

function sortedSet(values: ArrayLike<number>): Uint32Array {
  const sorted = Uint32Array.from(values).sort();
  return sorted.filter((value, i) => value !== sorted[i - 1]);
}
