import { expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import { CONFIDENCE_FEATURES } from '../../../src/ranking/confidence-features.ts';
import { WEIGHTS } from '../../../src/ranking/weights.ts';
import { calibrate } from '../../../tools/eval/calibrate.ts';
import type { OpenSet } from '../../../tools/eval/open-set.ts';
import { type Trial, trialsOf } from '../../../tools/eval/trials.ts';
import { articleOf } from '../../articles.ts';

const TOWNS = ['Homs', 'Hama', 'Idlib', 'Aleppo', 'Daraa'];
const RIVERS = ['Rhine', 'Danube', 'Elbe', 'Oder', 'Weser'];

/** An archive with an article for each subject, and a question that it answers. */
async function setOf(subjects: readonly string[], sentence: (subject: string) => string): Promise<OpenSet> {
  const articles = subjects.map((subject, i) => articleOf(sentence(subject), i));
  const archive = await buildArchive(articles);
  const questions = articles.map(({ id }, i) => ({
    kind: 'ask' as const,
    text: `When was ${subjects[i]} reached by the first travellers?`,
    expected: [{ article: id, start: 0, end: 10 }],
  }));
  return { archive, questions, articles: async () => articles };
}

const SETS = [
  await setOf(TOWNS, (town) => `${town} was reached by the first travellers in 1890. The weather was mild.`),
  await setOf(
    RIVERS,
    (river) => `The ${river} was reached by the first travellers in 1750. It was a cold winter.`,
  ),
];

const SHAPES = ['whole', 'one article', 'four articles', 'half', 'paragraphs', 'long articles'];

test('an archive and its parts are asked their own questions and those of the other sets', async () => {
  const trials = await trialsOf(SETS, WEIGHTS);
  const whole = trials.filter((trial) => trial.whole);
  expect(whole.filter(({ asked }) => asked === 'answerable')).toHaveLength(10);
  expect(whole.filter(({ asked }) => asked === 'outside')).toHaveLength(10);
  expect(new Set(trials.map(({ archive }) => archive))).toEqual(
    new Set(SHAPES.flatMap((shape) => [`0, ${shape}`, `1, ${shape}`])),
  );
  for (const { values, asked, right } of trials) {
    expect(values).toHaveLength(CONFIDENCE_FEATURES.length);
    if (asked === 'outside') expect(right).toBe(false);
  }
  expect(whole.filter(({ right }) => right)).toHaveLength(10);
});

/** Right trials have a high first value, those of other sets a low one; all others are 0. */
function trials(): Trial[] {
  return Array.from({ length: 400 }, (_, i) => {
    const right = i % 2 === 0;
    const value = right ? 5 + (i % 7) : i % 7;
    return {
      asked: right ? 'answerable' : 'outside',
      archive: '0',
      whole: true,
      group: `article ${i % 40}`,
      right,
      inThree: right,
      values: CONFIDENCE_FEATURES.map((_, at) => (at === 0 ? value : 0)),
    };
  });
}

test('the threshold refuses nearly all questions about something else, silence nearly none with a right sentence', () => {
  const { figures, model, threshold, unsure } = calibrate(trials(), { folds: 4, seed: 1 });
  expect(model.weights[0]).toBeGreaterThan(0.5);
  expect(figures.outside).toBeGreaterThan(0.9);
  expect(figures.aucOutside).toBeGreaterThan(0.9);
  expect(figures.inThreeSilent).toBeLessThan(0.05);
  expect(figures.outsideSilent).toBeGreaterThan(0.3);
  expect(unsure).toBeLessThan(threshold);
});

test('the same trials give the same weights', () => {
  const options = { folds: 4, seed: 1 };
  expect(calibrate(trials(), options)).toEqual(calibrate(trials(), options));
});
