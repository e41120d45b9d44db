import { expect, test } from 'vitest';
import type { LoadedModel } from '../../src/encoder/load-model.ts';
import { ModelError } from '../../src/encoder/model-error.ts';
import { createScorer, type ReadingTask } from '../../src/encoder/scorer.ts';
import { fixture } from './models.ts';

const { folder, ...rest } = await fixture('cross-encoder');
const passages = ['one', 'three', 'seven'].map((sentence) => ({ title: '', sentence }));

/** Models that score a sentence by its length, or throw for `three`; each passage takes 10 ms of CPU time. */
async function scorerOf(models: Readonly<Record<string, Partial<LoadedModel>>>) {
  let used = 0;
  const scorer = createScorer(
    async ({ folder }) => ({
      score: async (question, passage) => {
        used += 10;
        return models[folder]!.score!(question, passage);
      },
    }),
    () => () => used,
  );
  for (const folder of Object.keys(models)) await scorer.handle({ load: { ...rest, folder } });
  return (readings: readonly ReadingTask[], maxCpuMs = 1_000) =>
    scorer.handle({ question: 'How long?', passages, readings, maxCpuMs });
}

const logits = {
  score: async (_: string, { sentence }: { sentence: string }) => ({ logit: sentence.length }),
};
const cosines = { score: async (question: string) => ({ cosine: question.length }) };
const broken = {
  score: async (_: string, { sentence }: { sentence: string }) => {
    if (sentence === 'three') throw new Error('bad allocation');
    return { cosine: 1 };
  },
};

test('each model scores the passages that it is asked for', async () => {
  const score = await scorerOf({ a: logits, b: cosines });
  expect(
    await score([
      { model: 'a', passages: [0, 2] },
      { model: 'b', passages: [1, 2] },
    ]),
  ).toEqual({ scores: [{ logit: 3 }, { cosine: 9 }, { logit: 5, cosine: 9 }], failed: [] });
});

test('a model that throws is said, and the other ones go on', async () => {
  const score = await scorerOf({ a: broken, b: logits });
  expect(
    await score([
      { model: 'a', passages: [0, 1, 2] },
      { model: 'b', passages: [0, 1, 2] },
    ]),
  ).toMatchObject({
    scores: [{ logit: 3 }, { logit: 5 }, { logit: 5 }],
    failed: [{ model: 'a', message: 'a: scoring failed: bad allocation' }],
  });
});

test('over the bound of CPU time there are no scores', async () => {
  const score = await scorerOf({ a: logits });
  const readings = [{ model: 'a', passages: [0, 1, 2] }];
  expect(await score(readings, 20)).toHaveProperty('scores');
  expect(await score(readings, 19)).toEqual({ failed: [] });
});

test('a model that can’t be loaded throws', async () => {
  const scorer = createScorer(() => Promise.reject(new ModelError('a.onnx', 'is damaged')));
  await expect(scorer.handle({ load: { ...rest, folder } })).rejects.toThrow('a.onnx: is damaged');
});
