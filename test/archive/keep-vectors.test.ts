import { expect, test } from 'vitest';
import { type KeepingListener, keepVectors, type VectorNews } from '../../src/archive/keep-vectors.ts';
import type { EncoderModel, Passage, VectorKeeper, VectorProgress } from '../../src/encoder/encoder.ts';
import { CorruptIndexError } from '../../src/index/database/errors.ts';
import type { Index, IndexSnapshot } from '../../src/index/index.ts';
import { openMemoryIndex } from '../../src/index/open-index.ts';
import type { Article } from '../../src/model/article.ts';
import { articleOf } from '../articles.ts';

const ENGLISH: EncoderModel = { name: 'minilm', folder: '/minilm', kind: 'bi-encoder', languages: ['en'] };

const HOMS = articleOf('Troops entered Homs. He left.', 0, {
  language: 'en',
  title: 'Homs today',
  origin: { title: 'heading' },
});
const HAMA = articleOf('Die Stadt liegt am Fluss. Er ist lang.', 1, { language: 'de' });
const ALEPPO = articleOf('Aleppo is large.', 2);

/** A keeper that notes what it is handed; `say` answers instead, where it is there. */
function keeper(say: (sentence: string) => boolean | Promise<boolean> = () => true) {
  const handed: string[] = [];
  const ends: VectorProgress[] = [];
  const passages: Passage[] = [];
  const vectors: VectorKeeper = {
    models: [ENGLISH],
    async keep(_, list) {
      for (const one of list) {
        passages.push(one);
        handed.push(one.sentence);
        if (!(await say(one.sentence))) return false;
      }
      return true;
    },
    async keptAll(_, progress) {
      ends.push(progress);
      return true;
    },
  };
  return { vectors, handed, passages, ends };
}

function listening() {
  const news: VectorNews[] = [];
  const failed: Error[] = [];
  const listener: KeepingListener = {
    news: (one) => news.push(one),
    failed: (error) => failed.push(error),
  };
  return { listener, news, failed };
}

test('all sentences that a model is made for are handed over, as it reads them, and the rest counted', async () => {
  const index = await openMemoryIndex({ articles: [HOMS, HAMA, ALEPPO] });
  const { vectors, handed, passages, ends } = keeper();
  const { listener, news } = listening();
  const keeping = keepVectors(index, vectors, listener);
  await keeping.look();
  expect(handed).toEqual(['Troops entered Homs.', 'He left.', 'Aleppo is large.']);
  expect(passages[1]).toMatchObject({ title: 'Homs today', before: 'Troops entered Homs.', language: 'en' });
  const progress = { kept: 3, past: 5, sentences: 5 };
  expect(ends).toEqual([progress]);
  expect(news).toEqual([
    { model: 'minilm', kept: 0, past: 0, sentences: 5, isWhole: false },
    { model: 'minilm', ...progress, isWhole: true },
  ]);
});

/** An index of these articles, which may come to hold others. */
async function changing(articles: readonly Article[]) {
  const indexOf = (held: readonly Article[]) => openMemoryIndex({ articles: held });
  let latest = await indexOf(articles);
  const index: Index = { use: (work) => latest.use(work) };
  return {
    index,
    async change(held: readonly Article[]) {
      latest = await indexOf(held);
    },
  };
}

test('what changes meanwhile is gone through once more, and only what is whole ends', async () => {
  const { index, change } = await changing([HOMS, ALEPPO]);
  const { vectors, handed, ends } = keeper(async (sentence) => {
    // `a`, `b` and no more: the second document of before is gone.
    if (sentence === 'He left.' && handed.length === 2) await change([HOMS]);
    return true;
  });
  const { listener, news } = listening();
  await keepVectors(index, vectors, listener).look();
  expect(handed).toEqual(['Troops entered Homs.', 'He left.', 'Troops entered Homs.', 'He left.']);
  expect(ends).toEqual([{ kept: 2, past: 2, sentences: 2 }]);
  expect(news.map(({ isWhole }) => isWhole)).toEqual([false, true]);
});

test('a look while it is at it is one more look', async () => {
  const { index, change } = await changing([HOMS]);
  const { vectors, handed, ends } = keeper(async (sentence) => {
    if (handed.length === 1 && sentence === 'Troops entered Homs.') {
      await change([HOMS, ALEPPO]);
      void keeping.look();
    }
    return true;
  });
  const { listener, news } = listening();
  const keeping = keepVectors(index, vectors, listener);
  await keeping.look();
  expect(handed.at(-1)).toBe('Aleppo is large.');
  expect(ends.at(-1)).toEqual({ kept: 3, past: 3, sentences: 3 });
  expect(news).toHaveLength(2);
});

test('a later change is kept without a word', async () => {
  const { index, change } = await changing([HOMS]);
  const { vectors, ends } = keeper();
  const { listener, news } = listening();
  const keeping = keepVectors(index, vectors, listener);
  await keeping.look();
  await change([HOMS, ALEPPO]);
  await keeping.look();
  expect(ends.map(({ kept }) => kept)).toEqual([2, 3]);
  expect(news).toHaveLength(2);
});

test('where none are kept any more it ends', async () => {
  const index = await openMemoryIndex({ articles: [HOMS, ALEPPO] });
  const { vectors, handed, ends } = keeper(() => false);
  const { listener, news } = listening();
  await keepVectors(index, vectors, listener).look();
  expect(handed).toEqual(['Troops entered Homs.']);
  expect(ends).toEqual([]);
  expect(news.map(({ isWhole }) => isWhole)).toEqual([false]);
});

test('closing waits for what is being handed over, and hands over no more', async () => {
  const index = await openMemoryIndex({ articles: [HOMS, ALEPPO] });
  let closing: Promise<void> | undefined;
  const { vectors, handed, ends } = keeper(() => {
    closing ??= keeping.close();
    return true;
  });
  const keeping = keepVectors(index, vectors, listening().listener);
  await keeping.look();
  await closing;
  expect(handed).toEqual(['Troops entered Homs.', 'He left.']);
  await keeping.look();
  expect([handed.length, ends]).toEqual([2, []]);
});

test('an index that is corrupt is told, and the next look begins anew', async () => {
  const sound = await openMemoryIndex({ articles: [HOMS] });
  let isCorrupt = true;
  const documents: IndexSnapshot['documents'] = async (numbers) => {
    if (isCorrupt) throw new CorruptIndexError('a text is not what was written');
    return sound.use((snapshot) => snapshot.documents(numbers));
  };
  const damaged = { ...(await sound.use(async (snapshot) => snapshot)), documents };
  const index: Index = { use: (work) => work(damaged) };
  const { vectors, ends } = keeper();
  const { listener, failed } = listening();
  const keeping = keepVectors(index, vectors, listener);
  await keeping.look();
  expect(failed).toEqual([new CorruptIndexError('a text is not what was written')]);
  isCorrupt = false;
  await keeping.look();
  expect(ends).toEqual([{ kept: 2, past: 2, sentences: 2 }]);
});
