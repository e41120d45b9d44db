import { expect, test } from 'vitest';
import { idfOf } from '../../src/ranking/evidence.ts';
import { scoreOf } from '../../src/ranking/rank.ts';
import { WEIGHTS } from '../../src/ranking/weights.ts';
import { weighed } from './weighed.ts';

/** Asked of these sentences, the first of the order is this one. */
async function check(question: string, sentences: readonly string[], first: string): Promise<void> {
  expect((await weighed(question, [sentences.join(' ')])).order[0]).toBe(first);
}

test('a score is the weighted sum of the signals', () => {
  expect(scoreOf({ wording: 0.5, rarity: 1 }, WEIGHTS)).toBeCloseTo(0.5 * WEIGHTS.wording! + WEIGHTS.rarity!);
  expect(scoreOf({}, WEIGHTS)).toBe(0);
});

test('a signal without a weight has no say', () => {
  expect(scoreOf({ 'no-such-signal': 1 }, WEIGHTS)).toBe(0);
});

test('best first, with the signals that made the score', async () => {
  const { ranked } = await weighed('rain Homs', ['Rain stopped. Rain fell on Homs. Homs slept.']);
  const scores = ranked.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const { score, signals } of ranked) expect(score).toBeCloseTo(scoreOf(signals, WEIGHTS));
});

test('equals keep the engine’s order', async () => {
  const { ranked } = await weighed('rain', ['Rain fell.', 'Rain fell.', 'Rain fell.']);
  expect(ranked.map(({ sentence }) => sentence.number)).toEqual([0, 1, 2]);
});

test('what has the form of an answer goes before what has not', async () => {
  await check(
    'When did troops enter Homs?',
    ['Troops entered Homs slowly.', 'Troops entered Homs on Monday.'],
    'Troops entered Homs on Monday.',
  );
  await check(
    'How many troops entered Homs?',
    ['The troops entered Homs.', 'Some 300 troops entered Homs.'],
    'Some 300 troops entered Homs.',
  );
});

test('the name that was asked for goes before others', async () => {
  await check('Who took Homs?', ['Rebels took Hama.', 'Rebels took Homs.'], 'Rebels took Homs.');
});

test('a term in fewer sentences has more idf, never less than none', () => {
  expect(idfOf(100, 1)).toBeGreaterThan(idfOf(100, 50));
  expect(idfOf(100, 100)).toBeGreaterThan(0);
  expect(idfOf(0, 0)).toBeGreaterThan(0);
});
