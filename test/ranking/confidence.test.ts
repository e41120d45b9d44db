import { expect, test } from 'vitest';
import { probabilityOf, UNSURE } from '../../src/ranking/confidence.ts';
import { CONFIDENCE_FEATURES, type ConfidenceFeatures } from '../../src/ranking/confidence-features.ts';
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
  gap: 2,
  held: 0.9,
  rarestHeld: 0.8,
  lacking: 0,
  complete: 1,
  namesLacking: 0,
  numberMissing: 0,
  paragraph: 1,
  asked: 5,
  words: 20,
  logSentences: 8,
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
  { gap: 0 },
  { held: 0 },
  { rarestHeld: 0.3 },
  { lacking: 1 },
  { namesLacking: 1 },
  { numberMissing: 1 },
  { words: 60 },
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
  expect(features).toMatchObject({
    lacking: 0,
    complete: 1,
    namesLacking: 0,
    numberMissing: 0,
    asked: 4,
    words: 5,
  });
  expect(features!.held).toBeGreaterThan(0);
  expect(features!.rarestHeld).toBeGreaterThan(0.5);
  expect(features!.gap).toBeGreaterThanOrEqual(0);
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

test('a sentence with half of the names that were asked for is no answer, not even an unsure one', async () => {
  const { confidence } = await weighed('Bashar Macron', ['They saw Bashar. They saw Macron.']);
  expect(confidence).toBeLessThan(UNSURE);
});

test('what the sentence lacks may stand in its article', async () => {
  const text = 'Troops entered Homs on Monday.\n\nThe mayor of the town spoke.';
  const features = async (question: string) => (await weighed(question, [text, NEWS])).features!;
  const elsewhere = await features('Did troops enter Homs with a mayor?');
  expect(elsewhere).toMatchObject({ complete: 1 });
  expect(elsewhere.lacking).toBeGreaterThan(0.3);
  expect(await features('Did troops enter Homs with a trombone?')).toMatchObject({ complete: 0 });
});

test('words that stand alone are looked for, what is asked about them is to be explained', async () => {
  const texts = ['Barrel bombs fell on the town.', 'Rain fell on the town.', 'Sarin is a nerve agent.', NEWS];
  expect((await weighed('barrel bombs', texts, 'what')).confidence).toBeGreaterThanOrEqual(0.95);
  expect((await weighed('What is sarin?', texts)).confidence).toBeGreaterThanOrEqual(0.95);
});

test('a sentence with all that is asked, a name among it, is an answer however frequent the words are', async () => {
  const often = Array.from({ length: 40 }, (_, i) => `Troops of ${i} shelled Homs. They killed sheep.`);
  const { confidence, features } = await weighed('Who killed civilians in Homs?', [
    ...often,
    'Assad’s troops killed civilians in Homs.',
  ]);
  expect(features).toMatchObject({ lacking: 0 });
  expect(confidence).toBeGreaterThanOrEqual(0.6);
});
