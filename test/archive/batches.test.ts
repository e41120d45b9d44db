import { describe, expect, test } from 'vitest';
import { SnapshotArchive } from '../../src/archive/snapshot-archive.ts';
import { type Connection, IN_MEMORY } from '../../src/index/database/connection.ts';
import type { IndexSnapshot } from '../../src/index/index.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import { openSnapshot } from '../../src/index/snapshot.ts';
import type { Article } from '../../src/model/article.ts';
import { articleOf, indexOf } from '../articles.ts';
import { AGENCY } from '../ingest/agency.ts';

const BATCHES = ['search', 'documents', 'duplicates', 'postings'] as const;

/** An archive of these articles, and how often it asks its index, and for which documents. */
async function counted(articles: readonly Article[]) {
  const index = await indexOf(articles);
  const calls: string[] = [];
  const asked: number[] = [];
  const counting = new Proxy(index, {
    get(target, name: keyof IndexSnapshot) {
      const value = target[name];
      if (!(BATCHES as readonly string[]).includes(name)) return value;
      return (...values: [never]) => {
        calls.push(name);
        if (name === 'documents') asked.push(...(values[0] as readonly number[]));
        return (value as (...values: unknown[]) => unknown)(...values);
      };
    },
  });
  return { archive: new SnapshotArchive(counting), calls, asked };
}

const NEWS = [
  'Troops entered Homs on Monday. They met Bashar Assad in Homs. Nobody was hurt in the town.',
  'Rain fell on Hama. Shops of Hama were open.\n\nSANA said that Hama was quiet.',
].map((text, place) => articleOf(text, place, { published: '2020-01-29', publisher: `Paper ${place}` }));

/** The same report many times, and what differs from it. */
const REPRINTS = Array.from({ length: 30 }, (_, i) =>
  articleOf(`${AGENCY} A flood killed ${12 + (i % 2)} people in Tarmila on Monday.`, 0, {
    id: `r${i}`,
    published: `2020-01-${10 + (i % 19)}`,
  }),
);

describe('a question asks its index', () => {
  test.each([
    ['who Bashar Assad', 'who', 'Bashar Assad', {}],
    ['in words', 'ask', 'When did troops enter Homs?', {}],
    ['of what is not there', 'ask', 'quantum chromodynamics', {}],
    ['of one publisher', 'where', 'Hama', { filter: { publisher: 'Paper 1' } }],
    ['of some days', 'where', 'Hama', { filter: { from: '2020-01-01' } }],
  ] as const)('in four batches at most: %s', async (_, kind, text, options) => {
    const { archive, calls, asked } = await counted(NEWS);
    await archive.ask(kind, text, options);
    expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(4);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test.each([
    [
      'in words that don’t stand together',
      'Why did shops sell lagrangians and chromodynamics to the hurt?',
      NEWS,
    ],
    ['in a word that has many others', 'How many were killed in Homs?', NEWS],
    ['about reprints', 'How many people were killed in Tarmila?', REPRINTS],
    ['about a name in reprints', 'Tarmila', REPRINTS],
  ] as const)('in six at most: %s', async (_, text, articles) => {
    const { archive, calls, asked } = await counted(articles);
    await archive.ask('ask', text);
    expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(6);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('each article is decoded once a question', () => {
  /** How often each article's text is read from the tables while `ask` runs. */
  async function decoded(articles: readonly Article[], questions: readonly string[]) {
    const { store } = await openWriter(IN_MEMORY);
    store.begin();
    const writing = store.write('articles');
    for (const article of articles) writing.add({ article });
    writing.done({ stamp: '', hash: Buffer.alloc(0), rested: true });
    store.commit();
    let reads: unknown[] = [];
    const connection: Connection = Object.create(store.connection, {
      row: {
        value: (sql: string, ...values: [number]) => {
          if (/FROM texts/.test(sql)) reads.push(values[0]);
          return store.connection.row(sql, ...values);
        },
      },
    });
    const { snapshot } = openSnapshot(connection, { location: IN_MEMORY, problems: [], engine: 'segments' });
    const archive = new SnapshotArchive(snapshot);
    const counts: number[] = [];
    for (const question of questions) {
      reads = [];
      await archive.ask('ask', question);
      counts.push(
        Math.max(0, ...[...new Set(reads)].map((one) => reads.filter((other) => other === one).length)),
      );
    }
    store.close();
    return counts;
  }

  /** An article of so many short sentences: of 42,000 it is larger than all that a document reader remembers. */
  const long = (id: string, sentences: number) =>
    articleOf(`${'Rain fell. He left. '.repeat(sentences / 2)}Troops entered Homs.`, 0, { id });

  test('also one of 42,000 sentences', async () => {
    const questions = ['When did troops enter Homs?', 'rain', 'He left Homs'];
    expect(await decoded([long('a', 42_000)], questions)).toEqual([1, 0, 0]);
  });

  test('also more of them than are remembered, which are the same', async () => {
    const articles = ['a', 'b', 'c'].map((id) => long(id, 21_000));
    const counts = await decoded(articles, ['When did troops enter Homs?', 'rain']);
    expect(Math.max(...counts)).toBe(1);
  });

  test('also reprints', async () => {
    const counts = await decoded(REPRINTS, ['How many people were killed in Tarmila?', 'Tarmila']);
    expect(Math.max(...counts)).toBe(1);
  });
});
