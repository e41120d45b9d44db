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
  refuse('27 Jan 2020 25:61:00 GMT', 'isn\'t a time of day: "27 Jan 2020 25:61:00 GMT"');
  refuse(true, "isn't a date: true");
  refuse(['2020-01-27'], 'isn\'t a date: ["2020-01-27"]');
});

test('a month is named in many languages', () => {
  for (const typed of [
    ...[
      '3. Februar 2024',
      'Samstag, 3. Feb. 2024',
      '3 février 2024',
      'sam. 3 févr. 2024',
      '3 de febrero de 2024',
    ],
    ...['3 fev 2024', '3 de fev. de 2024', '3 февраля 2024', '3 февраля 2024 г.', '3 лютого 2024 р.'],
    ...['3 Şubat 2024', '3 ŞUBAT 2024', '3 lutego 2024', '3 februari 2024', '2024. február 3.'],
    ...[
      '3 فبراير 2024',
      '٣ شباط ٢٠٢٤',
      '2024年2月3日',
      '2024년 2월 3일',
      'Sa, 03 Feb 2024',
      'Sat,03 Feb 2024',
    ],
  ])
    check(typed, '2024-02-03');
  check('1er mai 2024', '2024-05-01');
  check('13 كانون الثاني 2024', '2024-01-13');
  refuse('3 listopada 12024', 'isn\'t a date: "3 listopada 12024"');
});

test('zones have names; where one is unknown, or two places have it, the day is certain', () => {
  check('Sat, 03 Feb 2024 10:00:00 CET', '2024-02-03T10:00:00+01:00');
  check('Sat, 03 Feb 2024 10:00:00 MSK', '2024-02-03T10:00:00+03:00');
  check('Sat, 03 Feb 2024 10:00:00 UT', '2024-02-03T10:00:00Z');
  check('Sat, 03 Feb 2024 10:00:00 AEDT', '2024-02-03T10:00:00+11:00');
  check('Sat, 03 Feb 2024 10:00:00 +0300 (MSK)', '2024-02-03T10:00:00+03:00');
  for (const zone of ['IST', 'BST', 'XYZ', 'Uhr']) check(`3 Feb 2024 10:00 ${zone}`, '2024-02-03');
  check('Sat, 03 Feb 2024 24:00:00 GMT', '2024-02-03');
  check('31 Dec 2016 23:59:60 GMT', '2016-12-31');
});

test('a year of two digits is what RFC 2822 says, beside a month in words', () => {
  check('Sat, 03 Feb 24 10:00:00 GMT', '2024-02-03T10:00:00Z');
  check('26-FEB-87', '1987-02-26');
  refuse('03/02/24', 'isn\'t a date: "03/02/24"');
});

test('the year may stand last, as in tweets', () => {
  check('Sat Feb 03 10:00:00 +0000 2024', '2024-02-03T10:00:00+00:00');
  check('Sat Feb  3 10:00:00 CET 2024', '2024-02-03T10:00:00+01:00');
});

test('years of other calendars are read where the month says which, else they are none', () => {
  check('۱۴ بهمن ۱۴۰۲', '2024-02-03');
  check('30 اسفند 1403', '2025-03-20');
  check('3 กุมภาพันธ์ 2567', '2024-02-03');
  refuse('30 اسفند 1402', 'isn\'t a date: "30 اسفند 1402"');
  refuse('14 رجب 1445', 'isn\'t a date: "14 رجب 1445"');
  refuse('1402-11-14', 'is of another calendar, or no date: "1402-11-14"');
  refuse('2567-02-03', 'lies in the future: "2567-02-03"');
});

test('what stands for no date is none', () => {
  for (const typed of ['1970-01-01', '1970-01-01T01:00:00+01:00', '1969-12-31T19:00:00-05:00'])
    refuse(typed, `is what computers write for no date: "${typed}"`);
  check('1970-01-02', '1970-01-02');
  refuse('0001-01-01T00:00:00Z', 'isn\'t a date: "0001-01-01T00:00:00Z"');
});

test('the language says which comes first, the day or the month', () => {
  const read = (language: string) => publishedOf('01/02/2020', language);
  for (const language of ['de', 'fr', 'en-GB', 'ru'])
    expect(read(language)).toEqual({ published: '2020-02-01' });
  for (const language of ['en', 'en-US']) expect(read(language)).toHaveProperty('fault');
});
