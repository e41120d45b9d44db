import { expect, test } from 'vitest';
import { type PreparedItem, rowsOf } from '../../src/index/documents/prepared-article.ts';
import { prepareBatch } from '../../src/index/documents/prepared-batch.ts';
import { prepareAhead } from '../../src/index/prepare-ahead.ts';
import type { Preparing } from '../../src/index/preparing.ts';
import type { Item } from '../../src/ingest/formats/reader.ts';
import { articleOf } from '../articles.ts';

const HERE: Preparing = {
  threads: 1,
  prepare: async (articles) => prepareBatch(articles),
  close: async () => {},
};
const LOST: Preparing = { ...HERE, prepare: async () => undefined };
const FLAW: Item = { flaw: { severity: 'error', reason: 'no text' } };

interface File {
  readonly name: string;
  readonly items: readonly Item[] | AsyncIterable<Item>;
}

function itemOf(text: string): Item {
  return { article: articleOf(text) };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** The text of each article, in brackets where it was prepared; the reason of each flaw. */
async function shown(items: AsyncIterable<PreparedItem>): Promise<string[]> {
  const all: string[] = [];
  for await (const item of items) {
    if ('flaw' in item) all.push(item.flaw.reason);
    else {
      if (item.prepared) expect(item.prepared.rows).toEqual(rowsOf(item.article));
      all.push(item.prepared ? `(${item.article.text})` : item.article.text);
    }
  }
  return all;
}

async function check(files: readonly File[], preparing = HERE, known: readonly string[] = []) {
  const all: (string | string[])[] = [];
  for await (const { name, items } of prepareAhead(each(files), preparing, () => new Set(known)))
    all.push(name, await shown(items));
  return all;
}

test('files and their items come in order, articles prepared', async () => {
  const files = [
    { name: 'a', items: [itemOf('One.'), FLAW, itemOf('Two.')] },
    { name: 'b', items: [] },
    { name: 'c', items: each([FLAW, itemOf('Three.')]) },
  ];
  expect(await check(files)).toEqual([
    'a',
    ['(One.)', 'no text', '(Two.)'],
    'b',
    [],
    'c',
    ['no text', '(Three.)'],
  ]);
  expect(await check([])).toEqual([]);
});

test('an article that is known isn’t prepared, nor those of a thread that was lost', async () => {
  const files = [{ name: 'a', items: [itemOf('One.'), FLAW] }];
  expect(await check(files, HERE, ['a'])).toEqual(['a', ['One.', 'no text']]);
  expect(await check(files, LOST)).toEqual(['a', ['One.', 'no text']]);
});

test('a file of any size is read a bounded way ahead of who writes it', async () => {
  const text = 'Rain fell. '.repeat(10_000);
  let read = 0;
  async function* endless(): AsyncGenerator<Item> {
    for (; read < 10_000; read++) yield itemOf(text);
  }
  let written = 0;
  for await (const { items } of prepareAhead(each([{ items: endless() }]), LOST, () => new Set())) {
    for await (const item of items) {
      expect(item).toHaveProperty('article');
      written += 1;
      expect(read - written).toBeLessThan(40);
      if (written === 200) break;
    }
    break;
  }
});

test('who stops in the middle of a file closes it', async () => {
  let isClosed = false;
  async function* endless(): AsyncGenerator<Item> {
    try {
      for (;;) yield itemOf('Rain fell. '.repeat(1_000));
    } finally {
      isClosed = true;
    }
  }
  const stopping = async () => {
    for await (const { items } of prepareAhead(each([{ items: endless() }]), LOST, () => new Set())) {
      for await (const item of items) throw new Error(`${'article' in item} stops here`);
    }
  };
  await expect(stopping).rejects.toThrow('true stops here');
  expect(isClosed).toBe(true);
});

test('what a file or its list throws is thrown where it is written', async () => {
  async function* broken(): AsyncGenerator<Item> {
    yield itemOf('One.');
    throw new Error('the disk is gone');
  }
  await expect(check([{ name: 'a', items: broken() }])).rejects.toThrow('the disk is gone');
});
