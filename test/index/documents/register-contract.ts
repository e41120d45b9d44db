import { describe, expect, test } from 'vitest';
import { markOf, type Register } from '../../../src/index/documents/metadata.ts';
import type { Article, Filter } from '../../../src/model/model.ts';
import { articleOf } from '../../articles.ts';
import { AGENCY, OTHER } from '../../ingest/agency.ts';

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

/** What every register owes; `make` reads the fields of these articles, which have different ids. */
export function registerContract(
  name: string,
  make: (articles: readonly Article[]) => Promise<Register>,
): void {
  /** The register of these, and the id of a number: which numbers it gives is its own affair. */
  async function over(some: readonly Some[] = NEWS) {
    const register = await make(some.map((one) => articleOf(`The text of ${one.id}.`, 0, one)));
    const ids = new Map(some.map(({ id }) => [register.byId(id)!, id]));
    expect(ids.size).toBe(some.length);
    const numbers = (...ids: string[]) => new Set(ids.map((id) => register.byId(id)!));
    const shown = (numbers: readonly number[]) => numbers.map((number) => ids.get(number)).join(' ');
    return { register, idOf: (number: number | undefined) => ids.get(number!), numbers, shown };
  }

  describe(`${name}: one article`, () => {
    test('by its id, by what a button remembers of that', async () => {
      const { register, idOf } = await over();
      for (const { id } of NEWS) {
        expect(idOf(register.byId(id))).toBe(id);
        expect(idOf(register.byMark(markOf(id)))).toBe(id);
      }
    });

    test('an id or a mark that is none finds none', async () => {
      const { register } = await over();
      for (const none of ['', 'A', 'a ', 'ab', 'Truce']) {
        expect(register.byId(none)).toBeUndefined();
        expect(register.byMark(none)).toBeUndefined();
      }
      expect(register.byMark('a')).toBeUndefined();
      expect(register.byMark(markOf('g'))).toBeUndefined();
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
      const { register, idOf } = await over();
      expect(idOf(register.byTitle(title))).toBe(id);
    });

    test('by a title that many newer ones hold, too', async () => {
      const newer = Array.from({ length: 150 }, (_, i): Some => {
        return { id: `n${i}`, title: `Rain again, ${i}`, published: '2021-01-01' };
      });
      const { register, idOf } = await over([
        ...newer,
        { id: 'old', title: 'Rain', published: '2001-01-01' },
      ]);
      expect(idOf(register.byTitle('Rain'))).toBe('old');
    });

    test('by an id of any letters', async () => {
      const ids = ['a/b c#12', 'ا', '😀', "' OR 1=1 --", 'a%', 'a_'];
      const { register, idOf } = await over(ids.map((id) => ({ id })));
      for (const id of ids) expect(idOf(register.byId(id))).toBe(id);
      expect(register.byId('ab')).toBeUndefined();
    });
  });

  describe(`${name}: articles that are the same one`, () => {
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
      const { register, idOf } = await over(TWICE);
      const alike = register.alike(register.byId(id)!);
      expect(alike.map(({ number, likeness }) => `${idOf(number)} ${likeness}`).join(', ')).toBe(expected);
    });

    test('of very many a hundred', async () => {
      const many = Array.from({ length: 150 }, (_, i): Some => ({ id: `${i}`, text: AGENCY }));
      const { register } = await over([...many, { id: 'other', text: OTHER }]);
      expect(register.alike(register.byId('0')!)).toHaveLength(100);
      expect(register.repeated()).toBe(150);
    });

    test('how many there are, word for word', async () => {
      const repeated = async (some: readonly Some[]) => (await over(some)).register.repeated();
      expect(await repeated([])).toBe(0);
      expect(await repeated(NEWS)).toBe(0);
      expect(await repeated(TWICE)).toBe(7);
    });
  });

  describe(`${name}: newest first`, () => {
    test.each([
      [0, Number.POSITIVE_INFINITY, 'f b a e c d'],
      [0, 2, 'f b'],
      [2, 2, 'a e'],
      [4, 10, 'c d'],
      [6, 10, ''],
      [2, Number.POSITIVE_INFINITY, 'a e c d'],
      [0, 0, ''],
    ])('from %i on, %f at most', async (from, most, ids) => {
      const { register, shown } = await over();
      expect(shown(register.newest(from, most))).toBe(ids);
    });

    test.each([
      [0, 10, ['d', 'e', 'b'], 'b e d'],
      [1, 1, ['d', 'e', 'b'], 'e'],
      [3, 10, ['d', 'e', 'b'], ''],
      [0, 0, ['d'], ''],
      [0, 10, [], ''],
      [0, Number.POSITIVE_INFINITY, ['a', 'b', 'c', 'd', 'e', 'f'], 'f b a e c d'],
    ])('from %i on, %f at most, among %j', async (from, most, among, ids) => {
      const { register, shown, numbers } = await over();
      expect(shown(register.newest(from, most, numbers(...among)))).toBe(ids);
    });

    test('those of one day by their ids, whatever order they came in', async () => {
      const { register, shown } = await over(
        ['m', 'é', 'z', 'B', 'a'].map((id) => ({ id, published: '2020-01-27' })),
      );
      expect(shown(register.newest(0, 10))).toBe('B a m z é');
    });
  });

  describe(`${name}: like what is typed`, () => {
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
      const { register, shown } = await over();
      expect(shown(register.like(typed, most))).toBe(ids);
    });
  });

  describe(`${name}: what a filter lets through`, () => {
    test.each<[Filter, string, string]>([
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
      const { register, numbers } = await over();
      const passing = register.passing(filter);
      const those = (passes: (document: number) => boolean) =>
        NEWS.map(({ id }) => id).filter((id) => passes([...numbers(id)][0]!));
      expect(those(passing.article).join(' ')).toBe(within);
      expect(those(passing.other).join(' ')).toBe(other);
      expect(passing.count).toBe(within.split(' ').filter((id) => id !== '').length);
    });

    test('an article that is none passes nothing', async () => {
      const { register } = await over();
      for (const filter of [{}, { from: '2020-01-01' }, { publisher: 'SANA' }]) {
        expect(register.passing(filter).article(99_999)).toBe(false);
        expect(register.passing(filter).other(99_999)).toBe(false);
      }
    });
  });

  describe(`${name}: all in all`, () => {
    test('first and last day, how many are undated, publishers by their articles', async () => {
      const { register } = await over();
      expect(register.summary()).toEqual({
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
      const { register } = await over([{ id: 'a' }, { id: 'b' }]);
      expect(register.summary()).toEqual({ undated: 2, publishers: [], languages: [] });
    });

    test('languages by their articles, whatever else a tag says', async () => {
      const { register } = await over([
        { id: 'a', language: 'de-AT' },
        { id: 'b', language: 'fr' },
        { id: 'c', language: 'de' },
        { id: 'd' },
      ]);
      expect(register.summary().languages).toEqual([
        { name: 'de', articles: 2 },
        { name: 'fr', articles: 1 },
      ]);
    });

    test('no articles have nothing', async () => {
      const { register } = await over([]);
      expect(register.summary()).toEqual({ undated: 0, publishers: [], languages: [] });
      expect(register.newest(0, 10)).toEqual([]);
      expect(register.like('', 10)).toEqual([]);
      expect(register.byId('a')).toBeUndefined();
      expect(register.byTitle('')).toBeUndefined();
      expect(register.passing({}).count).toBe(0);
    });
  });
}
