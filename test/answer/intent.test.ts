import { expect, test } from 'vitest';
import { answerOf, selectionOf } from '../../src/answer/answer.ts';
import type { QuestionIntent } from '../../src/model/query.ts';
import { foundIn } from './found.ts';

const NEWS = 'Troops entered Homs on Monday. Rain fell on Homs. They met Bashar Assad in Hama.';

/** The answer to words that are read as asking nothing, whatever was found for them. */
async function answerTo(intent: QuestionIntent, ...texts: string[]) {
  const { result, sources } = await foundIn('Troops entered Homs', ...texts);
  const { query } = result;
  const meant = { ...result, query: { ...query, question: { ...query.question, intent } } };
  const show = { limit: 3 };
  return answerOf(meant, selectionOf(meant, sources, show), sources, show);
}

test('what asks nothing is answered with no sentence, and says what it is', async () => {
  for (const intent of ['greeting', 'help', 'follow-up'] as const) {
    const none = { status: 'not-found', reason: intent, citations: [], found: 0, confidence: 0 };
    expect(await answerTo(intent, NEWS)).toMatchObject({ ...none, question: { intent } });
  }
});

test('a greeting names what the archive mentions most', async () => {
  const { nearest } = await answerTo('greeting', NEWS);
  expect(nearest[0]).toEqual({ name: 'Homs', sentences: 2 });
  expect((await answerTo('greeting')).nearest).toEqual([]);
});
