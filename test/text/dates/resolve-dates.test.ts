import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Span } from '../../../src/model/article.ts';
import { dateReadings, readDate } from '../../../src/text/dates/date-readings.ts';
import { dateSpans } from '../../../src/text/dates/dates.ts';
import type { Days } from '../../../src/text/dates/days.ts';
import { resolveDate } from '../../../src/text/dates/resolve-dates.ts';
import { shortDays, spokenDays } from '../../../src/text/dates/spoken-days.ts';
import { documentsOf } from '../../articles.ts';
import { ANNOTATED } from '../annotated-dates.ts';

const WEDNESDAY = '2020-01-29';

const said = (days: Days | undefined) =>
  days === undefined ? '' : days.from === days.to ? days.from : `${days.from} ${days.to}`;

/** An expression alone, of an article of a Wednesday, means these days; '' is none. */
function check(expression: string, expected: string, published: string | undefined = WEDNESDAY): void {
  expect(`${expression}: ${said(resolveDate(expression, published))}`).toBe(`${expression}: ${expected}`);
}

/** The expression between brackets, read where it stands. */
function read(marked: string, published: string | undefined): string {
  const start = marked.indexOf('[');
  const sentence = marked.replace(/[[\]]/g, '');
  const span = dateSpans(sentence).find((one) => one.start === start) as Span;
  expect(sentence.slice(start, span.end)).toBe(marked.slice(start + 1, marked.indexOf(']')));
  return said(readDate(sentence, span, published));
}

/** The shipped article, which has no day of its own, as if it had. */
function inTheShippedArticle(published?: string): string[] {
  const text = readFileSync(new URL('../../../corpus/idlib-offensive.txt', import.meta.url), 'utf8');
  const [document] = documentsOf(text);
  return document!.sentences.flatMap((sentence) =>
    dateReadings(text, sentence, published).map((one) => `${text.slice(one.start, one.end)}: ${said(one)}`),
  );
}

test('of the annotated expressions, nine of ten are right, and one in twenty at most is read wrongly', () => {
  const results = ANNOTATED.map(([published, marked, days]) => ({
    marked,
    days,
    as: read(marked, published),
  }));
  const missed = results.filter(({ days, as }) => as !== days);
  const wrong = missed.filter(({ as }) => as !== '');
  console.info(`${results.length - missed.length} of ${results.length} right`, missed);
  expect(missed.length / results.length).toBeLessThanOrEqual(0.1);
  expect(wrong.length / results.filter(({ as }) => as !== '').length).toBeLessThanOrEqual(0.05);
});

test('without the day of the article only what is absolute is read', () => {
  for (const [, marked, days] of ANNOTATED) {
    expect(['', days]).toContain(read(marked, undefined));
    if (read(marked, undefined) !== '') expect(marked).toMatch(/\d{4}/);
  }
});

test('the shipped article: none without its day, and with one those that are certain', () => {
  expect(inTheShippedArticle()).toEqual([]);
  expect(inTheShippedArticle(WEDNESDAY)).toEqual([
    'Monday: 2020-01-27',
    'past 24 hours: 2020-01-28 2020-01-29',
    'Sunday: 2020-01-26',
    'Saturday: 2020-01-25',
    'August 5 last year: 2019-08-05',
  ]);
  check('October 17 2018', '2018-10-17', undefined);
  check('two days earlier', '');
});

test('an absolute date needs no article', () => {
  for (const day of ['5 May 2020', 'May 5, 2020', '5th of May, 2020', '2020-05-05', '05.05.2020', '5/5/2020'])
    check(day, '2020-05-05', undefined);
  check('Sept. 11, 2001', '2001-09-11', undefined);
  check('25/12/2018', '2018-12-25', undefined);
  check('May 2020', '2020-05-01 2020-05-31', undefined);
  check('mid-February 2016', '2016-02-01 2016-02-29', undefined);
  check('2020', '2020-01-01 2020-12-31', undefined);
  check('1990s', '1990-01-01 1999-12-31', undefined);
});

test('a day that is none, or may be two, is not read', () => {
  for (const none of ['31 June 2016', '2019-02-29', '05/06/2018', '16th century', '500 BC']) check(none, '');
});

test('the article’s own day counts, in the calendar of its publisher', () => {
  check('Wednesday', '2020-01-29');
  check('Thursday', '2020-01-23');
  check('yesterday', '2020-01-28', '2020-01-29T00:30:00+03:00');
  for (const broken of ['2020', '2020-13-45', 'soon']) check('Monday', '', broken);
});

test('months and days without a year are the nearest past ones, if one is near', () => {
  check('January 29', '2020-01-29');
  check('December 31', '2019-12-31');
  check('February 12', '');
  check('February 29', '');
  check('September 11', '');
  check('in May', '2019-05-01 2019-05-31', '2019-10-29');
  check('January', '');
  check('March', '');
});

test('weeks run from Monday to Sunday; on a Sunday nobody knows', () => {
  check('last week', '2020-01-20 2020-01-26');
  check('next week', '2020-02-03 2020-02-09');
  check('last week', '', '2020-01-26');
  check('this week', '', '2020-01-27');
});

test('over the end of a month and of a year', () => {
  check('last month', '2019-12-01 2019-12-31');
  check('next month', '2020-02-01 2020-02-29');
  check('last week', '2019-12-23 2019-12-29', '2020-01-01');
  check('three days ago', '2020-02-28', '2020-03-02');
});

test('words that mean now this and now that are not read', () => {
  const none =
    'tomorrow|tonight|last night|next summer|last weekend|midnight|few days ago|two weeks ago|Sunday night';
  for (const one of [
    ...none.split('|'),
    'three years ago',
    'past two years',
    'last months',
    'same day',
    'Ramadan',
  ])
    check(one, '');
});

test('what stands around an expression can speak against it', () => {
  for (const none of [
    'They will meet on [Monday] in Geneva.',
    'The next [Monday] was quiet.',
    'Every [Friday] they marched.',
    'They left by [Sunday].',
    'It began on [July 5] and ended on August 6 2013.',
    'Russia [Today] was there.',
    'More than [three days ago] they left.',
    'In the [last 12 days] of September they left.',
  ])
    expect(`${none} ${read(none, WEDNESDAY)}`).toBe(`${none} `);
  expect(read('On [Saturday], they wrote that it will not stop.', WEDNESDAY)).toBe('2020-01-25');
  expect(read('They said on [Monday] they would stay.', WEDNESDAY)).toBe('2020-01-27');
});

test('days as they are said, and as they are written in any language', () => {
  const cases = [
    ['2020-01-27', '2020-01-27', '27 January 2020', '2020-01-27'],
    ['2020-02-01', '2020-02-29', 'February 2020', '2020-02'],
    ['2019-01-01', '2019-12-31', '2019', '2019'],
    ['2020-01-20', '2020-01-26', '20 January 2020 to 26 January 2020', '2020-01-20 – 2020-01-26'],
  ] as const;
  for (const [from, to, spoken, short] of cases)
    expect([spokenDays({ from, to }), shortDays({ from, to })]).toEqual([spoken, short]);
});

test.each([
  'The envoy is headed [Tuesday] to Lima.',
  'They have until 9 a.m. [Tuesday] to leave, the letter said.',
  'On [Tuesday], the club plans to hold a vote.',
  'The panel convenes [Thursday].',
  'The rate doubles in [August].',
  'It made a new office, effective [Feb. 1].',
  'It was to end a week on [Monday].',
  'They agreed to meet two weeks from [Thursday].',
  'They vowed to return on [Friday].',
  'Shops reopened and close again on [Thursday].',
])('what is to come is no day of the past: %s', (marked) => expect(read(marked, WEDNESDAY)).toBe(''));

test.each([
  'Two ferries sank last [February].',
  'Drummers marched each [July] through the town.',
  'It was hit in [January] nineteen ninety-seven.',
  'Sheffield [Wednesday] beat Leeds.',
  '[April] Jones met her in Leeds.',
  'The [14 February] Coalition called for a strike.',
  'In his diary of 3 May 1915 he wrote: On [Monday] we marched.',
  '[Today] FM reported it.',
  'The mill is [today] a museum.',
  'He worked there for the [last week].',
  '[This month] last year he left.',
  'It opened [Monday] to Friday.',
])('what only looks like a day of these weeks is none: %s', (marked) =>
  expect(read(marked, WEDNESDAY)).toBe(''),
);

test('the tense is that of the clause, or of the one beside it', () => {
  expect(read('He died [the day before yesterday].', WEDNESDAY)).toBe('2020-01-27');
  for (const past of [
    'Shops reopened on [Sunday] and close again on Thursday.',
    'Rebels seized the town of Tarmila and Vellin on [Sunday].',
    'On [Sunday], the army seized the town.',
    'The army launched an attack to retake Vellin on [Sunday].',
    'A truce in place since [Sunday] is fragile.',
    'The minister, in Geneva on [Sunday], said it will end.',
  ])
    expect(`${past} ${read(past, WEDNESDAY)}`).toBe(`${past} 2020-01-26`);
});
