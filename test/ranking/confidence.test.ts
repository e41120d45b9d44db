import { expect, test } from 'vitest';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeatures,
  confidenceFeaturesOf,
  probabilityOf,
} from '../../src/ranking/confidence.ts';
import type { QueryContext } from '../../src/ranking/evidence.ts';
import { weighed } from './weighed.ts';

const NEWS =
  'Troops entered Homs on Monday. They met Bashar Assad. Rain fell on the hills of the north. Shops were open in Hama.';

async function confidence(question: string): Promise<number> {
  return (await weighed(question, [NEWS])).confidence;
}

/** Asked of the same news, the first question is answered with more confidence than the second. */
async function check(more: string, less: string): Promise<void> {
  expect(await confidence(more)).toBeGreaterThan(await confidence(less));
}

const CLEAR: ConfidenceFeatures = {
  score: 10,
  margin: 2,
  asked: 4,
  inArticle: 4,
  namesMissing: 0,
  numberMissing: 0,
  logSentences: 8,
  logArticles: 4,
};

test('confidence is a probability', () => {
  for (const scale of [0, 1, 3]) {
    const features = Object.fromEntries(CONFIDENCE_FEATURES.map((name) => [name, CLEAR[name] * scale]));
    const value = probabilityOf(features as unknown as ConfidenceFeatures);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
});

test.each([
  { score: 2 },
  { margin: 0 },
  { inArticle: 1 },
  { namesMissing: 1 },
  { numberMissing: 1 },
  { logSentences: 12 },
])('%j makes it less', (features) => {
  expect(probabilityOf({ ...CLEAR, ...features })).toBeLessThan(probabilityOf(CLEAR));
});

test('a missing name makes it less', async () => {
  await check('When did troops enter Homs?', 'When did troops enter Paris?');
  await check('Who met Bashar Assad?', 'Who met Emmanuel Macron?');
});

test('words that the archive lacks make it less', async () => {
  await check('rain on the hills', 'chromodynamics on the hills');
});

test('of a name alone, a part is not enough', async () => {
  await check('Bashar Assad', 'Bashar Macron');
});

test('a question that nothing matches has none', async () => {
  expect(await confidence('chromodynamics')).toBe(0);
});

test('the confidence features of a clear answer', async () => {
  const { features } = await weighed('When did troops enter Homs?', [NEWS]);
  expect(features).toMatchObject({ namesMissing: 0, numberMissing: 0, logArticles: 0 });
  expect(features!.inArticle).toBeCloseTo(features!.asked);
  expect(features!.margin).toBeGreaterThan(0);
});

test('a number that stands nowhere near is seen', async () => {
  const about = async (question: string) =>
    (await weighed(question, ['In 2015 troops entered Homs.'])).features;
  expect(await about('Which troops entered Homs in 2015?')).toMatchObject({ numberMissing: 0 });
  expect(await about('Which troops entered Homs in 2016?')).toMatchObject({ numberMissing: 1 });
});

test('sentences that hold the same name don’t compete', async () => {
  const text = 'They left Homs. Rain fell on Homs. Homs slept.';
  expect((await weighed('Homs', [text], 'where')).confidence).toBeCloseTo(0.95);
});

test('a sentence with half of the names that were asked for is an answer at .06', async () => {
  const { confidence } = await weighed('Bashar Macron', ['They saw Bashar. They saw Macron.']);
  expect(confidence).toBeCloseTo(0.059, 3);
});

test('beyond four points it says nothing more how far the first lies above the second', async () => {
  const { ranked, evidence, question } = await weighed('When did rain fall on Homs?', [NEWS]);
  const query = { concepts: question.concepts, question, idfs: [], names: [] } as unknown as QueryContext;
  const margin = (apart: number) => {
    const [first, second] = ranked.map((one, i) => ({ ...one, score: i === 0 ? 10 : 10 - apart }));
    return confidenceFeaturesOf({ ranked: [first!, second!], evidence, query, sentences: 4, articles: 1 })!
      .margin;
  };
  expect([3.9, 4, 4.1, 9].map(margin).map((value) => value.toFixed(1))).toEqual(['3.9', '4.0', '4.0', '4.0']);
});
