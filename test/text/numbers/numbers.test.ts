import { expect, test } from 'vitest';
import { numberSpans } from '../../../src/text/numbers/numbers.ts';

/** The quantities are those between square brackets. */
function check(marked: string): void {
  const text = marked.replace(/[[\]]/g, '');
  let shown = '';
  let at = 0;
  for (const { start, end } of numberSpans(text)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  expect(shown + text.slice(at)).toBe(marked);
}

test('figures, whole with their separators', () => {
  check('[12], [1,234.5] tons. [0]');
  check('[10,000] and [20].');
});

test('a quantity is never clipped', () => {
  check('[£1.5bn], [1.5m], [$3bn] and [2.5k]');
  check('[70km] from [70] km');
  check('model 1.5x and 3.2beta');
});

test('money with its sign and its magnitude', () => {
  check('[$3 million], [€10], [US$5 billion], [Rs. 500]');
});

test('numbers in words', () => {
  check('[two hundred] people, [twenty-one] men, [thirty-five thousand]');
  check('[dozens] of [thousands], [half] of them');
});

test('a count of several words is one', () => {
  check('[two hundred and five] people, [a dozen] more, [half a million], [two and a half] hours');
  check('[a hundred] men and [two] women');
});

test('thousands parted by a space of any kind', () => {
  check('[12 000] people, [1\u00a0200\u00a0000], [12\u2009000], [12\u202f000]');
  check('in [2018] [300] people, on May [12] [300] people, from [10] [20] times');
});

test('percentages', () => {
  check('[40%], [40 percent], [40 per cent]');
});

test('ordinals', () => {
  check('the [5th] brigade');
});

test('digits inside a word are no quantity', () => {
  check('a B52, an x2y');
});

test('spans are those of the text, from the offset given', () => {
  expect(numberSpans('over 12', 50)).toEqual([{ start: 55, end: 57 }]);
});

test.each(['1', '1,', '1.', 'five-', 'five ', '$', '1st ', 'million '])(
  'a megabyte of %j is read',
  (piece) => {
    const text = piece.repeat(2 ** 20 / piece.length);
    expect(numberSpans(text).every(({ start, end }) => end - start < 250)).toBe(true);
  },
);
