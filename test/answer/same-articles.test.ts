import { expect, test } from 'vitest';
import type { AskOptions } from '../../src/archive/archive.ts';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Article } from '../../src/model/article.ts';
import { articleOf } from '../articles.ts';

/** Eight sentences that speak of the troops. */
const REPORT = ['Homs', 'Hama', 'Idlib', 'Aleppo', 'Daraa', 'Raqqa', 'Latakia', 'Tartus']
  .map(
    (town, i) =>
      `Government troops entered the old quarter of ${town} after ${i + 2} days of heavy fighting.`,
  )
  .join('\n\n');

const OWN = 'In the hills our reporter met troops who had not been paid for months and wanted to go home.';

function reprints(count: number, text = REPORT): Partial<Article>[] {
  return Array.from({ length: count }, (_, i) => ({
    text,
    published: `2020-03-${10 + i}`,
    publisher: `Paper ${i}`,
  }));
}

async function ask(
  articles: readonly Partial<Article>[],
  question: string,
  options?: AskOptions,
): Promise<Answer> {
  const made = articles.map((one, place) => articleOf(one.text ?? '', place, one));
  return (await buildArchive(made)).ask('who', question, options);
}

/** `a: b c`: the citations with the articles of their copies. */
function shown({ citations }: Answer): string[] {
  return citations.map(({ articleId, copies }) =>
    [`${articleId}:`, ...copies.map((copy) => copy.articleId)].join(' '),
  );
}

test('many reprints of an article don’t push out what another one says', async () => {
  const { citations, found } = await ask([...reprints(40), { text: OWN }], 'troops', { limit: 20 });
  expect(found).toBe(9);
  expect(citations.map(({ quote }) => quote)).toContain(OWN);
});

test('the earliest is cited, and every other one is a copy, whether or not it was a candidate', async () => {
  const [, ...later] = reprints(40);
  const { citations } = await ask([...later, ...reprints(1), { text: OWN }], 'troops entered Homs');
  expect(citations[0]).toMatchObject({ quote: expect.stringContaining('Homs'), publisher: 'Paper 0' });
  expect(citations[0]!.copies.map(({ publisher }) => publisher)).toEqual(
    later.map(({ publisher }) => publisher),
  );
});

test('an article that has edited a sentence of a reprint says it, too', async () => {
  const edited = REPORT.replace('the old quarter of Homs', 'the oldest quarter of Homs');
  expect(shown(await ask([{ text: REPORT }, { text: edited }], 'troops entered Homs', { limit: 1 }))).toEqual(
    ['a: b'],
  );
});

test('but not where it gives another figure', async () => {
  const corrected = REPORT.replace('after 2 days', 'after 20 days');
  const { citations } = await ask(
    [{ text: REPORT }, { text: `${corrected} Nobody was paid.` }],
    'troops entered Homs',
  );
  expect(citations.slice(0, 2).map(({ copies }) => copies)).toEqual([[], []]);
});

test('a short sentence counts once as well', async () => {
  const short = `${REPORT}\n\nMasons fled.`;
  expect(shown(await ask(reprints(2, short), 'masons fled'))).toEqual(['a: b']);
  expect(
    shown(await ask([{ text: 'Masons fled.' }, { text: `${OWN} Masons fled.` }], 'masons fled')),
  ).toEqual(['a:', 'b:']);
});

test('copies are of the publisher and the days that are asked for', async () => {
  const filter = { from: '2020-03-11', to: '2020-03-12' };
  const { citations, articles } = await ask([...reprints(5), { text: OWN }], 'troops entered Homs', {
    filter,
  });
  expect(citations[0]).toMatchObject({ publisher: 'Paper 1' });
  expect(citations[0]!.copies.map(({ publisher }) => publisher)).toEqual(['Paper 2']);
  expect(articles).toBe(2);
});

test('a reprint doesn’t compete with what it says, though it says it in a word otherwise', async () => {
  const question = 'Who entered the old quarter of Homs after 2 days?';
  const edited = REPORT.replace('heavy fighting', 'fierce fighting');
  const best = async (...others: Partial<Article>[]) => {
    const { citations, confidence } = await ask([{ text: REPORT }, ...others, { text: OWN }], question);
    return { ...citations[0]!, confidence };
  };
  const alone = await best();
  const reprinted = await best(...reprints(2), { text: edited });
  expect(reprinted.quote).toBe(alone.quote);
  expect(reprinted.copies).toHaveLength(3);
  expect(reprinted.score).toBeCloseTo(alone.score, 0);
  expect(alone.confidence).toBeGreaterThan(0.97);
  // Reprints make their words commoner in the archive, and common words are weaker evidence: .91.
  expect(reprinted.confidence).toBeGreaterThan(0.9);
});
