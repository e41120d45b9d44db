import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Filter } from '../../src/model/query.ts';
import { articleOf } from '../articles.ts';

const ARTICLES = [
  ['2020-01-29', 'SANA', 'Troops entered Tarmila on Monday. The market of Tarmila was quiet.'],
  ['2021-06-01', 'SANA', 'Troops had entered Tarmila on 27 January 2020. In 2020 Tarmila had a market.'],
  ['2021-06-01', 'Post', 'In January 2020 snow fell on Tarmila. Last year Tarmila was quiet.'],
  [undefined, 'Post', 'Rain fell on Tarmila on 28 January 2020. On Monday Tarmila was quiet.'],
] as const;

const archive = await buildArchive(
  ARTICLES.map(([published, publisher, text], place) =>
    articleOf(text, place, published === undefined ? { publisher } : { published, publisher }),
  ),
);

const quotesOf = ({ citations }: Answer) => citations.map(({ quote }) => quote).sort();

/** Whichever way it is asked, these sentences pass the filter, out of so many articles. */
async function check(filter: Filter, articles: number, ...expected: string[]): Promise<void> {
  for (const answer of [
    await archive.ask('where', 'Tarmila', { filter, limit: 20 }),
    await archive.quote('Tarmila', { filter, limit: 20 }),
  ]) {
    expect(quotesOf(answer)).toEqual([...expected].sort());
    expect(answer.articles).toBe(articles);
  }
}

const OWN = ['Troops entered Tarmila on Monday.', 'The market of Tarmila was quiet.'];

test('an article counts by its own day, with all that it says', async () => {
  await check({ from: '2020-01-29', to: '2020-01-30' }, 1, ...OWN);
});

test('what another article tells of the days counts as well, dated or not', async () => {
  await check(
    { from: '2020-01-28', to: '2020-01-29' },
    2,
    ...OWN,
    'Rain fell on Tarmila on 28 January 2020.',
  );
  await check(
    { to: '2020-12-31' },
    4,
    ...OWN,
    'Troops had entered Tarmila on 27 January 2020.',
    'In 2020 Tarmila had a market.',
    'In January 2020 snow fell on Tarmila.',
    'Last year Tarmila was quiet.',
    'Rain fell on Tarmila on 28 January 2020.',
  );
});

test('also by an expression that counts from its day', async () => {
  await check(
    { from: '2020-01-27', to: '2020-01-27' },
    2,
    'Troops entered Tarmila on Monday.',
    'Troops had entered Tarmila on 27 January 2020.',
  );
});

test('a month or a year tells of no single day of it', async () => {
  await check({ from: '2020-01-02', to: '2020-01-26' }, 0);
});

test('the publisher bounds both', async () => {
  await check({ publisher: 'SANA', from: '2020-01-28', to: '2020-01-29' }, 1, ...OWN);
  await check({ publisher: 'Post', to: '2020-01-28' }, 1, 'Rain fell on Tarmila on 28 January 2020.');
});

test('without days, only the publisher counts', async () => {
  expect(await archive.quote('Tarmila', { filter: { publisher: 'post' }, limit: 20 })).toMatchObject({
    found: 4,
    articles: 2,
  });
});

test('Find sources keeps to the days as well', async () => {
  const { citations } = await archive.sources('Rain and snow fell on Tarmila', {
    filter: { from: '2020-01-28', to: '2020-01-28' },
  });
  expect(citations.map(({ quote }) => quote)).toEqual(['Rain fell on Tarmila on 28 January 2020.']);
});
