import { expect, test } from 'vitest';
import { holders, inAll, occurrencesOf, rarestOf } from '../../src/answer/occurrences.ts';
import { buildArchive } from '../../src/archive/open-archive.ts';
import { queryContextOf } from '../../src/ranking/evidence.ts';
import { termsOf } from '../../src/text/tokens/words.ts';
import { randomOf } from '../../tools/bench/random.ts';
import { articleOf, documentsOf } from '../articles.ts';
import { worldOf } from '../query/world.ts';

const NEWS = [
  'Troops entered Raqqa. Raqqa was quiet. Shops of Raqqa were open.',
  'A ceasefire began in Homs.\n\nThe ceasefire held in Homs and Hama, SANA said.',
];

/** The words of a question with the sentences that hold them, and all of them. */
async function check(
  question: string,
  expected: string,
  together: number,
  news: readonly string[] = NEWS,
): Promise<void> {
  const held = documentsOf(...news).flatMap(({ article, sentences }) =>
    sentences.map(({ start, end }) => termsOf(article.text.slice(start, end))),
  );
  const { lexicon, read } = await worldOf(...news);
  const frequency = (term: string) => lexicon.term(term)?.sentences ?? 0;
  const query = queryContextOf(read(question, 'ask'), [], held.length, frequency);
  const holding = (term: string) =>
    Uint32Array.from(held.flatMap((terms, number) => (terms.includes(term) ? [number] : [])));
  const found = occurrencesOf(rarestOf(query), holding);
  expect(found.words.map(({ word, sentences }) => `${word} ${sentences}`).join(', ')).toBe(expected);
  expect(found.together).toBe(together);
}

test('each word with its sentences, the rarest first', async () => {
  await check('Has the ceasefire held in Raqqa?', 'held 1, ceasefire 2, Raqqa 3', 0);
});

test('a word that no sentence holds has none', async () => {
  await check('Did lagrangians enter Raqqa?', 'lagrangians 0, enter 1, Raqqa 3', 0);
});

test('words that do stand together are counted together', async () => {
  await check('Was Raqqa quiet?', 'quiet 1, Raqqa 3', 1);
});

test('a word is shown as it was typed, however it is read', async () => {
  await check('RAQQA, raqqa?', 'RAQQA 3', 3);
});

test('a name is one word', async () => {
  const news = ['Bashar Assad left. Bashar Assad came back.', 'Rifaat Assad stayed. They met Bashar.'];
  await check('Did Bashar Assad stay?', 'stay 1, Bashar Assad 2', 0, news);
});

test('no more than four, the rarest', async () => {
  await check('Did troops enter open quiet shops of Raqqa?', 'troops 1, enter 1, open 1, quiet 1', 0);
});

test('nothing typed has no words', async () => {
  await check('the of', '', 0);
});

/** Names that stand apart: whatever the thresholds are, a quarter of what was asked is no answer. */
const APART = 'Raqqa, Homs, Vellin and Tarmila';

const archive = await buildArchive(
  [...NEWS, 'Rain fell on Vellin.', 'Mills of Tarmila stood still.'].map((text, place) =>
    articleOf(text, place, { publisher: `Paper ${place}`, published: '2020-01-29' }),
  ),
);

test('an answer that was not found for want of a sentence with all words counts them', async () => {
  const answer = await archive.ask('ask', APART);
  expect(answer.reason).toBe('not-together');
  expect(answer.occurrences).toEqual({
    words: expect.arrayContaining([
      { word: 'Raqqa', sentences: 3 },
      { word: 'Homs', sentences: 2 },
      { word: 'Vellin', sentences: 1 },
    ]),
    together: 0,
  });
});

test('only of the articles that were chosen', async () => {
  const filter = { publisher: 'Paper 1' };
  const answer = await archive.ask('ask', APART, { filter });
  expect(answer.occurrences?.words).toContainEqual({ word: 'Raqqa', sentences: 0 });
  expect(answer.occurrences?.words).toContainEqual({ word: 'Homs', sentences: 2 });
});

test('other reasons need no counts', async () => {
  expect(await archive.ask('who', 'Emmanuel Macron')).not.toHaveProperty('occurrences');
  expect(await archive.ask('where', 'Raqqa')).not.toHaveProperty('occurrences');
});

test('lists of sentences are joined and intersected as sets are', () => {
  const random = randomOf(5);
  const listOf = (most: number) => {
    const numbers = Array.from({ length: Math.floor(random() * most) }, () =>
      Math.floor(random() * 3 * most),
    );
    return Uint32Array.from(new Set(numbers)).sort();
  };
  for (let times = 0; times < 300; times++) {
    const lists = [listOf(10), listOf(200), listOf(2_000)];
    const all = [...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b);
    expect([...inAll(lists)]).toEqual(all.filter((one) => lists.every((list) => list.includes(one))));
    const concept = { typed: '', alternatives: [['0'], ['1'], ['2']], name: false };
    expect([...holders(concept, (term) => lists[Number(term)]!)]).toEqual(all);
  }
});
