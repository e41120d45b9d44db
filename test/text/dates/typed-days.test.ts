import { describe, expect, test } from 'vitest';
import { typedDays } from '../../../src/text/dates/typed-days.ts';

/** A Wednesday. */
const TODAY = '2017-03-15';
const read = (typed: string, locale: string) => {
  const days = typedDays(typed, locale, TODAY);
  return days && (days.from === days.to ? days.from : `${days.from}/${days.to}`);
};

const MARCH = '2017-03-01/2017-03-31';
const LAST_WEEK = '2017-03-06/2017-03-12';

const DAYS = [
  '2017-03-14',
  MARCH,
  '2017-03-14',
  LAST_WEEK,
  '2017-02-01/2017-02-28',
  '2017-01-01/2017-12-31',
  '2017-03-12',
  '2017-03-13',
];

/** As people of each language write a day, a month, yesterday, last week, last month, this year, three days ago, and a weekday. */
test.each<[locale: string, typed: readonly string[]]>([
  [
    'en',
    [
      '14 March 2017',
      'March 2017',
      'yesterday',
      'last week',
      'last month',
      'this year',
      '3 days ago',
      'Monday',
    ],
  ],
  [
    'de',
    [
      '14. März 2017',
      'März 2017',
      'gestern',
      'letzte Woche',
      'letzten Monat',
      'dieses Jahr',
      'vor 3 Tagen',
      'Montag',
    ],
  ],
  [
    'fr',
    [
      '14 mars 2017',
      'mars 2017',
      'hier',
      'la semaine dernière',
      'le mois dernier',
      'cette année',
      'il y a 3 jours',
      'lundi',
    ],
  ],
  [
    'es-ES',
    [
      '14 de marzo de 2017',
      'marzo de 2017',
      'ayer',
      'la semana pasada',
      'el mes pasado',
      'este año',
      'hace 3 días',
      'lunes',
    ],
  ],
  [
    'pt-BR',
    [
      '14 de março de 2017',
      'março de 2017',
      'ontem',
      'semana passada',
      'mês passado',
      'este ano',
      'há 3 dias',
      'segunda-feira',
    ],
  ],
  [
    'ru',
    [
      '14 марта 2017 г.',
      'март 2017',
      'вчера',
      'на прошлой неделе',
      'в прошлом месяце',
      'в этом году',
      '3 дня назад',
      'понедельник',
    ],
  ],
  [
    'tr',
    ['14 Mart 2017', 'Mart 2017', 'dün', 'geçen hafta', 'geçen ay', 'bu yıl', '3 gün önce', 'Pazartesi'],
  ],
  [
    'uk',
    [
      '14 березня 2017 р.',
      'березень 2017',
      'учора',
      'минулого тижня',
      'минулого місяця',
      'цього року',
      '3 дні тому',
      'понеділок',
    ],
  ],
])('%s: %j', (locale, typed) => {
  expect(typed.map((one) => read(one, locale))).toEqual(DAYS);
  // English is read whatever the language.
  for (const one of ['14 March 2017', 'March 14, 2017', '14th of March 2017', 'Tuesday, 14 Mar. 2017'])
    expect(read(one, locale)).toBe('2017-03-14');
  expect(read('last week', locale)).toBe(LAST_WEEK);
});

describe('other ways to say it', () => {
  test.each([
    ['de', 'Dienstag, 14. Mär. 2017', '2017-03-14'],
    ['de', 'am 14. Maerz 2017', undefined],
    ['de', '14. MÄRZ 2017', '2017-03-14'],
    ['de', '14.03.2017', '2017-03-14'],
    ['de', '01.02.2017', '2017-02-01'],
    ['de', '3.2017', MARCH],
    ['de', 'letzter Monat', '2017-02-01/2017-02-28'],
    ['de', 'Letzte woche', LAST_WEEK],
    ['de', 'vorgestern', '2017-03-13'],
    ['de', 'heute', TODAY],
    ['de', 'vor einem Jahr', undefined],
    ['fr', '1er mars 2017', '2017-03-01'],
    ['fr', 'mar. 14 mars 2017', '2017-03-14'],
    ['es-ES', 'mar 16 may 2017', '2017-05-16'],
    ['fr', 'semaine dernière', LAST_WEEK],
    ['fr', 'semaine derniere', LAST_WEEK],
    ['es-ES', '1 de marzo del 2017', '2017-03-01'],
    ['es-ES', 'semana pasada', LAST_WEEK],
    ['ru', 'прошлая неделя', LAST_WEEK],
    ['ru', 'март 2017 года', MARCH],
    ['ru', '14 марта 2017', '2017-03-14'],
    ['en', '2 years ago', '2015-01-01/2015-12-31'],
    ['en', '14 Sept 2016', '2016-09-14'],
    ['en', 'today', TODAY],
  ])('%s: %j', (locale, typed, days) => {
    expect(read(typed, locale)).toBe(days);
  });
});

test.each([
  '',
  ' ',
  'soon',
  'March',
  'Smarch 2017',
  'ma 2017',
  'ju 2017',
  '31 June 2017',
  '0 March 2017',
  '14 15 March 2017',
  '14 March April 2017',
  'March 2017 2018',
  '14 March 17',
  '14 March 2017; DROP TABLE',
  '１４ March ２０１７',
  'in 3 days',
  '3 days',
  '400 days ago',
  '13.2017',
  '01/02/2017',
  'no day',
  '\u0000',
  'x'.repeat(10_000),
  '14 '.repeat(10_000),
])('%j is no date', (typed) => {
  expect(read(typed, 'en')).toBeUndefined();
});

test('a week begins on Monday, also on a Sunday, and over the turn of a year', () => {
  expect(typedDays('this week', 'en', '2017-01-01')).toEqual({ from: '2016-12-26', to: '2017-01-01' });
  expect(typedDays('last month', 'en', '2017-01-31')).toEqual({ from: '2016-12-01', to: '2016-12-31' });
  expect(typedDays('yesterday', 'en', '2016-03-01')).toEqual({ from: '2016-02-29', to: '2016-02-29' });
});
