import { expect, test } from 'vitest';
import { dateSpans } from '../../../src/text/dates/dates.ts';

/** The expressions of time are those between square brackets. */
function check(marked: string): void {
  const text = marked.replace(/[[\]]/g, '');
  let shown = '';
  let at = 0;
  for (const { start, end } of dateSpans(text)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  expect(shown + text.slice(at)).toBe(marked);
}

test('days, in the orders that newspapers write', () => {
  check('by [October 17 2018], with');
  check('on [May 5, 2020] and [5 May 2020]');
  check('the [5th of May, 2020]');
  check('on [Jan. 5], on [Sept. 11, 2001], on [Sept 11]');
  check('[2018-10-17]');
  check('on [12/05/2018] and [12.05.2018]');
});

test('a month with its year, whole or short', () => {
  check('in [December 1990], [Oct. 2018] and [Aug 2019]');
  check('[early October], [mid-March 2019], [late July]');
});

test('may is a verb unless it is a month', () => {
  check('they may leave [in May], or [in May 2020]');
});

test('march is a walk unless it is a month', () => {
  check('the march to the palace, in [March]');
  check('the march resumed on [March 3]');
});

test('seasons of a year, and recent times', () => {
  check('in the [winter of 1973]–74, in [recent weeks]');
});

test('years, decades and centuries', () => {
  check('in the [18th and 19th centuries], in the [16th century]');
  check('in [2018], from [1999] to [2003], since [2011]');
  check('the [1990s] and the [19th century]');
  check('in [44 BC] and [AD 70]');
});

test('a count of people is no year', () => {
  check('2000 people and 1999 soldiers, 2,018 others');
});

test('days of the week, with their part of the day', () => {
  check('on [Monday], on [Saturday evening], by [Friday]’s end');
});

test('times that lean on another', () => {
  check('On [August 5 last year], the army');
  check('in the [past 24 hours]');
  check('[two days earlier], [three years ago], [last year], [next week], [yesterday]');
});

test('times of the day', () => {
  check('at [5 p.m.], at [10:30 am]');
});

test('what only looks like a time is none', () => {
  check('10 Downing Street, Marchers, the Second World War, the sun, Augusta');
});

test('spans are those of the text, from the offset given', () => {
  expect(dateSpans('on Monday', 50)).toEqual([{ start: 53, end: 59 }]);
});

test.each(['1', '1 ', 'May ', 'last ', 'a ', '2018-', '1st of '])('a megabyte of %j is read', (piece) => {
  const text = piece.repeat(2 ** 20 / piece.length);
  expect(dateSpans(text).every(({ start, end }) => end - start < 60)).toBe(true);
});
