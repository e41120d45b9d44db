import type { Span } from '../../model/article.ts';

/** A count in a text: the span with its qualifier ("at least 58"), and the range of values that it allows. */
export interface Figure extends Span {
  readonly low: number;
  readonly high: number;
  /** "At least 58": what was counted so far, as the same source may count more. */
  readonly counted?: number;
}

/** Reads the count at a span of `numberSpans`; `undefined` for shares, money, ordinals, ranges and "dozens". */
export function readFigure(text: string, { start, end }: Span): Figure | undefined {
  const value = valueIn(text.slice(start, end));
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  const after = text.slice(end, end + CONTEXT_LENGTH);
  if (value === undefined || RANGE_BEFORE.test(before) || RANGE_AFTER.test(after)) return undefined;
  for (const [form, bounds] of BOUNDS) {
    const match = before.match(form);
    if (match) return { start: start - match[0].length, end, ...bounds(value) };
  }
  if (OR_MORE.test(after)) return { start, end: end + ' or more'.length, low: value, high: Infinity };
  return { start, end, ...exactly(value) };
}

/**
 * Whether two counts exclude each other: no value fits both. "12" and "twelve", "12" and "at least 12", "more than 100" and
 * "120" don't. Two "at least" counts are compared by the number counted so far (58, 72): logic allows both, but a reader of
 * only one of them has the wrong toll.
 */
export function areDifferent(a: Figure, b: Figure): boolean {
  if (a.counted !== undefined && b.counted !== undefined) {
    return areApart(exactly(a.counted), exactly(b.counted));
  }
  return areApart(a, b);
}

type Bounds = Pick<Figure, 'low' | 'high' | 'counted'>;

function areApart(a: Bounds, b: Bounds): boolean {
  return a.high < b.low || b.high < a.low;
}

/** UTF-16 units before and after a number that may qualify it. */
const CONTEXT_LENGTH = 24;

const BOUNDS: readonly (readonly [RegExp, (value: number) => Bounds])[] = [
  [/\bat least $/i, (value) => ({ low: value, high: Infinity, counted: value })],
  [/\bno (?:fewer|less) than $/i, (value) => ({ low: value, high: Infinity })],
  [/\b(?:no more than|at most|up to|as many as) $/i, (value) => ({ low: 0, high: value })],
  [/\b(?:more than|over|above|upwards of|exceeding) $/i, (value) => ({ low: value, high: Infinity })],
  [/\b(?:fewer than|less than|under|below) $/i, (value) => ({ low: 0, high: value })],
  [
    /\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to) $/i,
    (value) => near(value),
  ],
];
const OR_MORE = /^ or more\b/;
/** "Between 10 and 15", "10 to 15", "10-15", "two hundred and five", "12 out of 20". */
const RANGE_BEFORE = /(?:\bbetween [^ ]+ and|\d to|\d ?[-–]|\bhundred and|\bfrom|\bout of) ?$/i;
const RANGE_AFTER = /^(?: ?[-–] ?\d| to \d| and \d+ (?:of|years)| or \d| out of | percent| per cent| ?%|-)/i;

/** Round numbers of three digits and more, and what is "about", are exact to this share of themselves. */
const ROUNDED = 0.1;

function exactly(value: number): Bounds {
  return value >= 100 && value % 10 === 0 ? near(value) : { low: value, high: value };
}

function near(value: number): Bounds {
  return { low: value * (1 - ROUNDED), high: value * (1 + ROUNDED) };
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

function valueIn(words: string): number | undefined {
  let value: number | undefined;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const large = LARGE[word];
    const small = /^\d/.test(word) ? digits(word) : smallOf(word);
    if (large !== undefined) value = (value ?? 1) * large;
    else if (small !== undefined) value = (value ?? 0) + small;
    else return undefined;
  }
  return value;
}

function digits(word: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return Number(word.replaceAll(',', ''));
  return /^\d{1,12}(?:\.\d{1,3})?$/.test(word) ? Number(word) : undefined;
}

function smallOf(word: string): number | undefined {
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  return ten >= 2 ? ten * 10 : undefined;
}
