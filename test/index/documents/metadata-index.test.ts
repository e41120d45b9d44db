import { describe, expect, test } from 'vitest';
import { markOf, textMarkOf } from '../../../src/index/documents/metadata.ts';
import type { ArticleFilter, IndexSnapshot } from '../../../src/index/index.ts';
import type { Article } from '../../../src/model/article.ts';
import { articleOf, indexOf } from '../../articles.ts';
import { AGENCY, OTHER } from '../../ingest/agency.ts';
import { world } from '../synced-world.ts';

/** The others that are the same as an article. */
async function alikeIn(index: IndexSnapshot, number: number) {
  return (await index.duplicates([number])).get(number)!;
}

/** The documents that a filter lets through: each has the word "text". */
async function documentsPassing(index: IndexSnapshot, filter: ArticleFilter): Promise<Set<number>> {
  const [list] = await index.postings(['text'], filter);
  const [hits] = await index.search([{ terms: ['text'], limit: 100, filter }]);
  const found = new Set(hits!.map(({ document }) => document));
  expect(new Set(list!.documents)).toEqual(found);
  return found;
}

type Some = Partial<Article> & Pick<Article, 'id'>;

/** Newest first: f, b, a, e, c, d. */
const NEWS: readonly Some[] = [
  { id: 'a', title: 'Rain in Homs', published: '2020-01-27', publisher: 'SANA' },
  { id: 'b', title: 'Rain in Homs', published: '2020-01-27T10:00:00Z', publisher: 'Sana' },
  { id: 'c', title: 'Élections', publisher: 'SANA' },
  { id: 'd', title: 'Ma’asaran 100%', publisher: 'Xinhua' },
  { id: 'e', title: 'Truce', published: '2020-01-26T23:59:00+02:00' },
  { id: 'f', title: 'Truce', published: '2020-02-01', publisher: 'SANA' },
];

/** The metadata of these, and the id of a number: which numbers there are is the index's own affair. */
async function over(some: readonly Some[] = NEWS) {
  const index = await indexOf(some.map((one) => articleOf(`The text of ${one.id}.`, 0, one)));
  return { index, ...(await numbered(index, some)) };
}

async function numbered(index: IndexSnapshot, some: readonly Some[]) {
  const { metadata } = index;
  const ids = new Map<number, string>();
  for (const { id } of some) ids.set((await metadata.byId(id))!, id);
  expect(ids.size).toBe(some.length);
  const byId = new Map(Array.from(ids, ([number, id]) => [id, number]));
  return {
    metadata,
    idOf: (number: number | undefined) => ids.get(number!),
    numbers: (...ids: string[]) => ids.map((id) => byId.get(id)!),
    shown: (numbers: readonly number[]) => numbers.map((number) => ids.get(number)).join(' '),
  };
}

describe('one article', () => {
  test('by its id, by what a button remembers of that', async () => {
    const { metadata, idOf } = await over();
    for (const { id } of NEWS) {
      expect(idOf(await metadata.byId(id))).toBe(id);
      expect(idOf(await metadata.byMark(markOf(id)))).toBe(id);
    }
  });

  test('an id or a mark that is none finds none', async () => {
    const { metadata } = await over();
    for (const none of ['', 'A', 'a ', 'ab', 'Truce']) {
      expect(await metadata.byId(none)).toBeUndefined();
      expect(await metadata.byMark(none)).toBeUndefined();
    }
    expect(await metadata.byMark('a')).toBeUndefined();
    expect(await metadata.byMark(markOf('g'))).toBeUndefined();
  });

  test.each([
    ['Rain in Homs', 'b'],
    ['Truce', 'f'],
    ['Élections', 'c'],
    ['Ma’asaran 100%', 'd'],
    ['rain in homs', undefined],
    ['Rain', undefined],
    ["Ma'asaran 100%", undefined],
    ['', undefined],
  ])('by its title “%s”, of several the newest', async (title, id) => {
    const { metadata, idOf } = await over();
    expect(idOf(await metadata.byTitle(title))).toBe(id);
  });

  test('by a title that many newer ones hold, too', async () => {
    const newer = Array.from({ length: 150 }, (_, i): Some => {
      return { id: `n${i}`, title: `Rain again, ${i}`, published: '2021-01-01' };
    });
    const { metadata, idOf } = await over([...newer, { id: 'old', title: 'Rain', published: '2001-01-01' }]);
    expect(idOf(await metadata.byTitle('Rain'))).toBe('old');
  });

  test('by an id of any letters', async () => {
    const ids = ['a/b c#12', 'ا', '😀', "' OR 1=1 --", 'a%', 'a_'];
    const { metadata, idOf } = await over(ids.map((id) => ({ id })));
    for (const id of ids) expect(idOf(await metadata.byId(id))).toBe(id);
    expect(await metadata.byId('ab')).toBeUndefined();
  });
});

test('the first article of each text, by the mark of that', async () => {
  const { metadata, idOf } = await over([{ id: 'a' }, { id: 'b', text: OTHER }, { id: 'c', text: OTHER }]);
  const marks = [OTHER, 'no text at all', 'The text of a.'].map(textMarkOf);
  expect((await metadata.byTexts(marks)).map(idOf)).toEqual(['b', 'a']);
  expect(await metadata.byTexts([])).toEqual([]);
});

test('how many articles are of a file', async () => {
  const { metadata } = await over();
  expect([await metadata.inFile('articles'), await metadata.inFile('other')]).toEqual([NEWS.length, 0]);
});

test('an index on disk has the same', async () => {
  const line = ({ id, ...more }: Some) => JSON.stringify({ id, text: `The text of ${id}.`, ...more });
  const files = { 'news.jsonl': NEWS.map(line).join('\n') };
  const { index } = await world({ files });
  const ids = NEWS.map(({ id }) => ({ id: `news.jsonl#${id}` }));
  await index.use(async (snapshot) => {
    const { metadata, shown } = await numbered(snapshot, ids);
    expect(shown(await metadata.newest(0, 3)).replaceAll('news.jsonl#', '')).toBe('f b a');
    expect(shown(await metadata.like('homs', 5)).replaceAll('news.jsonl#', '')).toBe('b a');
    expect(await metadata.count({ publisher: 'sana', from: '2020-01-27' })).toBe(3);
    expect(await metadata.inFile('news.jsonl')).toBe(NEWS.length);
    expect(await metadata.summary()).toMatchObject({ from: '2020-01-26', to: '2020-02-01', undated: 2 });
  });
});

describe('articles that are the same one', () => {
  const url = 'https://harbour.example/flood';
  const TWICE: readonly Some[] = [
    { id: 'original', text: AGENCY, published: '2020-01-02' },
    { id: 'other', text: OTHER, published: '2020-01-02' },
    { id: 'reprint', text: AGENCY, published: '2020-01-05' },
    { id: 'undated', text: AGENCY },
    { id: 'edited', text: AGENCY.replace('struck', 'hit'), published: '2020-01-01' },
    { id: 'begun', text: AGENCY.slice(0, AGENCY.indexOf('Trains')), url, published: '2020-01-03' },
    { id: 'grown', text: `${AGENCY} ${OTHER}`, url: `${url}?utm_source=feed`, published: '2020-01-04' },
    { id: 'short', text: 'It rained.', title: 'Weather', origin: { title: 'field' } },
    { id: 'short too', text: 'It rained.', title: 'Weather', origin: { title: 'field' } },
    { id: 'empty', text: '' },
    { id: 'empty too', text: '' },
  ];

  test.each([
    ['original', 'edited nearly, begun nearly, reprint same, undated same'],
    ['undated', 'edited nearly, original same, begun nearly, reprint same'],
    ['grown', 'begun version'],
    ['begun', 'edited nearly, original nearly, grown version, reprint nearly, undated nearly'],
    ['other', ''],
    ['short', 'short too same'],
    ['empty', ''],
  ])('%s: %s', async (id, expected) => {
    const { index, metadata, idOf } = await over(TWICE);
    const alike = await alikeIn(index, (await metadata.byId(id))!);
    expect(alike.map(({ number, likeness }) => `${idOf(number)} ${likeness}`).join(', ')).toBe(expected);
  });

  test('of very many a hundred', async () => {
    const many = Array.from({ length: 150 }, (_, i): Some => ({ id: `${i}`, text: AGENCY }));
    const { index, metadata } = await over([...many, { id: 'other', text: OTHER }]);
    expect(await alikeIn(index, (await metadata.byId('0'))!)).toHaveLength(100);
    expect(await metadata.repeated()).toBe(150);
  });

  test('how many there are, word for word', async () => {
    const repeated = async (some: readonly Some[]) => (await over(some)).metadata.repeated();
    expect(await repeated([])).toBe(0);
    expect(await repeated(NEWS)).toBe(0);
    expect(await repeated(TWICE)).toBe(7);
  });
});

describe('newest first', () => {
  test.each([
    [0, Number.POSITIVE_INFINITY, 'f b a e c d'],
    [0, 2, 'f b'],
    [2, 2, 'a e'],
    [4, 10, 'c d'],
    [6, 10, ''],
    [2, Number.POSITIVE_INFINITY, 'a e c d'],
    [0, 0, ''],
  ])('from %i on, %f at most', async (from, most, ids) => {
    const { metadata, shown } = await over();
    expect(shown(await metadata.newest(from, most))).toBe(ids);
  });

  test.each([
    [0, 10, ['d', 'e', 'b'], 'b e d'],
    [1, 1, ['d', 'e', 'b'], 'e'],
    [3, 10, ['d', 'e', 'b'], ''],
    [0, 0, ['d'], ''],
    [0, 10, [], ''],
    [0, Number.POSITIVE_INFINITY, ['a', 'b', 'c', 'd', 'e', 'f'], 'f b a e c d'],
  ])('from %i on, %f at most, among %j', async (from, most, among, ids) => {
    const { metadata, shown, numbers } = await over();
    expect(shown(await metadata.newest(from, most, numbers(...among)))).toBe(ids);
  });

  test('those of one day by their ids, whatever order they came in', async () => {
    const { metadata, shown } = await over(
      ['m', 'é', 'z', 'B', 'a'].map((id) => ({ id, published: '2020-01-27' })),
    );
    expect(shown(await metadata.newest(0, 10))).toBe('B a m z é');
  });
});

describe('those that pass a filter', () => {
  test.each<[ArticleFilter, string]>([
    [{}, 'f b a e c d'],
    [{ publisher: 'sana' }, 'f b a c'],
    [{ publisher: 'Reuters' }, ''],
    [{ from: '2020-01-27' }, 'f b a'],
    [{ to: '2020-01-27' }, 'b a e'],
    [{ publisher: 'SANA', from: '2020-01-01', to: '2020-01-31' }, 'b a'],
  ])('%j, newest first', async (filter, ids) => {
    const { metadata, shown, numbers } = await over();
    expect(shown(await metadata.newest(0, 10, undefined, filter))).toBe(ids);
    const some = ids.split(' ').filter((id) => 'abd'.includes(id) && id !== '');
    expect(shown(await metadata.newest(0, 10, numbers('a', 'b', 'd'), filter))).toBe(some.join(' '));
  });

  test('are counted by publisher and by month', async () => {
    const { metadata, numbers } = await over();
    expect(await metadata.facets()).toEqual({
      publishers: [
        { name: 'SANA', articles: 4 },
        { name: 'Xinhua', articles: 1 },
      ],
      months: [
        { name: '2020-02', articles: 1 },
        { name: '2020-01', articles: 3 },
      ],
    });
    expect(await metadata.facets(numbers('a', 'd'))).toEqual({
      publishers: [
        { name: 'SANA', articles: 1 },
        { name: 'Xinhua', articles: 1 },
      ],
      months: [{ name: '2020-01', articles: 1 }],
    });
    expect(await metadata.facets(undefined, { publisher: 'Xinhua' })).toEqual({
      publishers: [{ name: 'Xinhua', articles: 1 }],
      months: [],
    });
    expect(await metadata.facets([])).toEqual({ publishers: [], months: [] });
  });
});

describe('like what is typed', () => {
  test.each([
    ['rain', 10, 'b a'],
    ['RAIN IN', 10, 'b a'],
    ['rain', 1, 'b'],
    ['rain', 0, ''],
    ['homs a', 10, 'a'],
    ['elect', 10, 'c'],
    ['maasaran', 10, 'd'],
    ["Ma'asaran", 10, 'd'],
    ['%', 10, 'd'],
    ['100%', 10, 'd'],
    ['r_in', 10, ''],
    ['truce', 10, 'f e'],
    ['', 3, 'f b a'],
    ['', 10, 'f b a e c d'],
    ['snow', 10, ''],
  ])('“%s”, at most %i', async (typed, most, ids) => {
    const { metadata, shown } = await over();
    expect(shown(await metadata.like(typed, most))).toBe(ids);
  });
});

describe('what a filter lets through', () => {
  test.each<[ArticleFilter, string, string]>([
    [{}, 'a b c d e f', ''],
    [{ publisher: 'SANA' }, 'a b c f', ''],
    [{ publisher: 'sana' }, 'a b c f', ''],
    [{ publisher: 'San' }, '', ''],
    [{ publisher: 'Nobody' }, '', ''],
    [{ from: '2020-01-27' }, 'a b f', 'c d e'],
    [{ to: '2020-01-27' }, 'a b e', 'c d f'],
    [{ from: '2020-01-27', to: '2020-01-27' }, 'a b', 'c d e f'],
    [{ from: '2020-01-26', to: '2020-01-26' }, 'e', 'a b c d f'],
    [{ from: '2020-02-02' }, '', 'a b c d e f'],
    [{ from: '2020-02-01', to: '2020-01-01' }, '', 'a b c d e f'],
    [{ publisher: 'SANA', from: '2020-01-27', to: '2020-01-31' }, 'a b', 'c f'],
    [{ publisher: 'Xinhua', from: '2020-01-01' }, '', 'd'],
    [{ publisher: 'Nobody', from: '2020-01-01' }, '', ''],
  ])('%j', async (filter, within, other) => {
    const { index, metadata, numbers } = await over();
    const passing = async (asked: ArticleFilter) => {
      const passed = await documentsPassing(index, asked);
      return NEWS.map(({ id }) => id).filter((id) => passed.has(numbers(id)[0]!));
    };
    expect((await passing(filter)).join(' ')).toBe(within);
    expect(await metadata.count(filter)).toBe(within.split(' ').filter((id) => id !== '').length);
    if (filter.from === undefined && filter.to === undefined) return;
    expect((await passing({ ...filter, days: 'outside' })).join(' ')).toBe(other);
    expect(await metadata.count({ ...filter, days: 'outside' })).toBe(
      other.split(' ').filter((id) => id !== '').length,
    );
  });
});

describe('all in all', () => {
  test('first and last day, how many are undated, publishers by their articles', async () => {
    const { metadata } = await over();
    expect(await metadata.summary()).toEqual({
      from: '2020-01-26',
      to: '2020-02-01',
      undated: 2,
      publishers: [
        { name: 'SANA', articles: 3 },
        { name: 'Sana', articles: 1 },
        { name: 'Xinhua', articles: 1 },
      ],
      languages: [],
    });
  });

  test('undated articles have no days', async () => {
    const { metadata } = await over([{ id: 'a' }, { id: 'b' }]);
    expect(await metadata.summary()).toEqual({ undated: 2, publishers: [], languages: [] });
  });

  test('languages by their articles, whatever else a tag says', async () => {
    const { metadata } = await over([
      { id: 'a', language: 'de-AT' },
      { id: 'b', language: 'fr' },
      { id: 'c', language: 'de' },
      { id: 'd' },
    ]);
    expect((await metadata.summary()).languages).toEqual([
      { name: 'de', articles: 2 },
      { name: 'fr', articles: 1 },
    ]);
  });

  test('no articles have nothing', async () => {
    const { metadata } = await over([]);
    expect(await metadata.summary()).toEqual({ undated: 0, publishers: [], languages: [] });
    expect(await metadata.newest(0, 10)).toEqual([]);
    expect(await metadata.like('', 10)).toEqual([]);
    expect(await metadata.byId('a')).toBeUndefined();
    expect(await metadata.byTitle('')).toBeUndefined();
    expect(await metadata.count({})).toBe(0);
    expect(await metadata.byTexts([textMarkOf('The text of a.')])).toEqual([]);
  });
});
