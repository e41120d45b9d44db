import { expect, test } from 'vitest';
import { publishedOf } from '../../../src/ingest/metadata/published.ts';

function check(value: unknown, published: string) {
  expect(publishedOf(value)).toEqual({ published });
}

function refuse(value: unknown, fault: string) {
  expect(publishedOf(value)).toEqual({ fault });
}

test('a day is written in many ways', () => {
  check('2020-01-27', '2020-01-27');
  check(' 2020/01/27 ', '2020-01-27');
  check('2020.1.7', '2020-01-07');
  check('20200127', '2020-01-27');
  check('27 January 2020', '2020-01-27');
  check('27th January, 2020', '2020-01-27');
  check('January 27, 2020', '2020-01-27');
  check('Jan. 27 2020', '2020-01-27');
  check('Sept 3, 2020', '2020-09-03');
  check('27-JAN-2020', '2020-01-27');
  check('Monday, 27 January 2020', '2020-01-27');
  check('Wed 05 Apr 2017', '2017-04-05');
});

test('an instant keeps the offset that it was written with', () => {
  check('2020-01-27T10:30:00Z', '2020-01-27T10:30:00Z');
  check('2020-01-27T10:30:15.123Z', '2020-01-27T10:30:15Z');
  check('2020-01-27T23:30+02:00', '2020-01-27T23:30:00+02:00');
  check('2020-01-27 23:30:00 +0200', '2020-01-27T23:30:00+02:00');
  check('Mon, 27 Jan 2020 10:30:00 +0300', '2020-01-27T10:30:00+03:00');
  check('Mon, 27 Jan 2020 10:30:00 GMT', '2020-01-27T10:30:00Z');
  check('27 Jan 2020 10:30 EST (New York)', '2020-01-27T10:30:00-05:00');
  check('January 27, 2020 at 1:05 pm', '2020-01-27T13:05:00Z');
  check('January 27, 2020, 12:05 a.m.', '2020-01-27T00:05:00Z');
  check('26-FEB-1987 15:01:01.79', '1987-02-26T15:01:01Z');
});

test('an instant without an offset is in UTC', () => check('2020-01-27 10:30', '2020-01-27T10:30:00Z'));

test('numbers count seconds or milliseconds since 1970, or are the digits of a day', () => {
  check(1580121000, '2020-01-27T10:30:00Z');
  check(1580121000123, '2020-01-27T10:30:00Z');
  check('1580121000', '2020-01-27T10:30:00Z');
  check(20200127, '2020-01-27');
  refuse(2020, "isn't a date: 2020");
  refuse(Number.NaN, "isn't a date: NaN");
  refuse(1e300, "isn't a date: 1e+300");
});

test('01/02/2020 is two days, 27/01/2020 and 05/05/2020 are one', () => {
  refuse('01/02/2020', 'is ambiguous: "01/02/2020" is 2020-02-01 or 2020-01-02');
  check('27/01/2020', '2020-01-27');
  check('01/27/2020', '2020-01-27');
  check('27.1.2020', '2020-01-27');
  check('05/05/2020', '2020-05-05');
});

test('what is no day of the calendar is no date', () => {
  for (const typed of [
    '2020-02-30',
    '31 April 2020',
    '2020-13-01',
    '2020',
    'January 2020',
    'Ja 5, 2020',
    'yesterday',
  ]) {
    refuse(typed, `isn't a date: "${typed}"`);
  }
  refuse('2020-01-27T25:00', 'isn\'t a time of day: "2020-01-27T25:00"');
  refuse('27 Jan 2020 10:30 XYZ', 'isn\'t a time of day: "27 Jan 2020 10:30 XYZ"');
  refuse(true, "isn't a date: true");
  refuse(['2020-01-27'], 'isn\'t a date: ["2020-01-27"]');
});
