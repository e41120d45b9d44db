import { expect, test } from 'vitest';
import { areDifferent, type Figure, readFigure } from '../../../src/text/numbers/figures.ts';
import { numberSpans } from '../../../src/text/numbers/numbers.ts';

function figureIn(text: string): Figure | undefined {
  return numberSpans(text)
    .map((span) => readFigure(text, span))
    .find((figure) => figure !== undefined);
}

/** The first count of a text, with what bounds it, stands for these values. */
function check(text: string, words: string, low: number, high: number): void {
  const figure = figureIn(text);
  expect(figure && text.slice(figure.start, figure.end)).toBe(words);
  expect(figure!.low).toBeCloseTo(low);
  if (high === Infinity) expect(figure!.high).toBe(Infinity);
  else expect(figure!.high).toBeCloseTo(high);
}

test('figures and number words are the values that they say', () => {
  check('killed 12 people', '12', 12, 12);
  check('killed twelve people', 'twelve', 12, 12);
  check('some came, twenty-one left', 'twenty-one', 21, 21);
  check('killed 1,203 people', '1,203', 1203, 1203);
  check('killed 12 000 and fled', '12 000', 11510, 12490);
  check('killed 1.203 people', '1.203', 1203, 1203);
  check('killed 1.2 million', '1.2 million', 1151000, 1249000);
  check('two hundred and five fled', 'two hundred and five', 205, 205);
  check('three thousand four hundred and one fled', 'three thousand four hundred and one', 3401, 3401);
  check('half a million and one fled', 'half a million', 451000, 549000);
});

test('what bounds a count belongs to it', () => {
  check('At least 12 fled', 'At least 12', 12, Infinity);
  check('12 or more fled', '12 or more', 12, Infinity);
  check('more than 55 fled', 'more than 55', 55, Infinity);
  check('up to 55 fled', 'up to 55', 0, 55);
});

test('two numbers may be one count between them', () => {
  check('10 to 15 fled', '10 to 15', 10, 15);
  check('ten-fifteen fled', 'ten-fifteen', 10, 15);
  check('between ten and fifteen fled', 'ten and fifteen', 10, 15);
  check('ten to fifteen thousand fled', 'ten to fifteen thousand', 10_000, 15_000);
  check('the toll rose from 12 to 20', '20', 20, 20);
});

test('dozens are about so many', () => {
  check('killed a dozen people', 'a dozen', 10.8, 13.2);
  check('half a dozen fled', 'half a dozen', 5.4, 6.6);
  check('more than a dozen fled', 'more than a dozen', 12, Infinity);
});

test('round numbers of three digits, and what is about a number, are no exact ones', () => {
  check('killed 100 people', '100', 90, 110);
  check('two hundred fled', 'two hundred', 180, 220);
  check('killed 120 people', '120', 115.1, 124.9);
  check('nearly 50 fled', 'nearly 50', 45, 55);
});

test.each([
  '40% fled',
  '$12 went',
  'the 2nd fled',
  'several hundred fled',
  'they won 5-2',
  'from 5 to 12 May',
  'a 12-year-old',
  'dozens fled',
  'half fled',
  '12 out of 20',
])('%s gives no count', (text) => expect(figureIn(text)).toBeUndefined());

function differs(a: string, b: string): boolean {
  const [x, y] = [figureIn(a), figureIn(b)];
  expect(areDifferent(x!, y!)).toBe(areDifferent(y!, x!));
  return areDifferent(x!, y!);
}

test.each([
  ['12', '17'],
  ['20', '22'],
  ['more than 100', '58'],
  ['at least 20', '12'],
  ['at least 58', 'at least 72'],
  ['up to 12', '17'],
  ['100', '120'],
  ['120', '127'],
  ['12 000', '24 000'],
  ['ten to fifteen', '20'],
])('%s and %s are different', (a, b) => expect(differs(a, b)).toBe(true));

test.each([
  ['12', 'twelve'],
  ['12 000', '12,000'],
  ['1.200', '1,200'],
  ['half a dozen', 'six'],
  ['ten to fifteen', '12'],
  ['more than a dozen', '14'],
  ['12', 'at least 12'],
  ['at least 12', '17'],
  ['more than 100', '120'],
  ['more than 50', 'at least 58'],
  ['nearly 90', '86'],
  ['100', '104'],
  ['at least 100', 'at least 104'],
])('%s and %s may be one', (a, b) => expect(differs(a, b)).toBe(false));
