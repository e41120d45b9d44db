import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { SIGNALS } from '../../src/ranking/signals.ts';
import { WEIGHTS } from '../../src/ranking/weights.ts';
import { articleOf } from '../articles.ts';
import { weighed } from './weighed.ts';

/**
 * The signal's value is as given for the sentences marked with it, which are one article unless a `|` parts them:
 * `{ 'Rain fell.': 1 }`.
 */
async function check(
  signal: string,
  question: string,
  values: Readonly<Record<string, number>>,
  kind: QuestionKind = 'ask',
  texts: readonly string[] = [Object.keys(values).join(' ')],
) {
  const ranking = await weighed(question, texts, kind);
  for (const [sentence, value] of Object.entries(values)) {
    expect({ [sentence]: ranking.signal(signal, sentence) }).toEqual({ [sentence]: expect.closeTo(value) });
  }
}

test('every weight is a signal’s, and every signal has one', () => {
  expect(Object.keys(WEIGHTS).sort()).toEqual(SIGNALS.map(({ name }) => name).sort());
});

test('no two signals share a name', () => {
  expect(new Set(SIGNALS.map(({ name }) => name)).size).toBe(SIGNALS.length);
});

test('every signal lies between 0 and 1, whatever is asked', async () => {
  const texts = [
    'Troops entered Idlib on Monday because rain fell. He left. 12 died in Homs, a city.',
    'SANA, the news agency, said so. The U.S. Senate met.\n\nNobody came to Idlib.',
  ];
  for (const question of [
    'Idlib',
    'When did troops enter Idlib?',
    'How many died in Homs?',
    'zyx Idlib',
    'SANA',
  ]) {
    for (const kind of ['who', 'where', 'when', 'why', 'how-many', 'what', 'ask'] as const) {
      for (const { signals } of (await weighed(question, texts, kind)).ranked) {
        for (const [name, value] of Object.entries(signals)) {
          expect({ [name]: value >= 0 && value <= 1.001 }).toEqual({ [name]: true });
        }
      }
    }
  }
});

test('bm25 is relative to the best', async () => {
  const ranking = await weighed('rain Homs', ['Rain fell on Homs. Rain stopped.', 'Rain came.']);
  expect(ranking.signal('bm25', 'Rain fell')).toBe(1);
  expect(ranking.signal('bm25', 'Rain came')).toBeLessThan(1);
});

test('coverage with the sentence before', async () => {
  const texts = ['They took Homs. The rain stopped. They left.', 'The rain came. They took Homs.'];
  const ranking = await weighed('rain Homs', texts);
  expect(ranking.signal('coverage-with-before', 'The rain stopped')).toBeCloseTo(1);
  expect(ranking.signal('coverage-with-before', 'The rain came')).toBeLessThan(1);
});

test('coverage of the paragraph and the title', async () => {
  const titled = articleOf('It rained. Snow fell.\n\nRain stopped.', 0, {
    title: 'Homs',
    origin: { title: 'field' },
  });
  const ranking = await weighed('rain snow Homs', [titled]);
  expect(ranking.signal('coverage-of-paragraph', 'It rained')).toBeCloseTo(1);
  expect(ranking.signal('coverage-of-paragraph', 'Rain stopped')).toBeLessThan(1);
});

test('opening words are no title', async () => {
  const untitled = articleOf('It rained.', 0, { title: 'Homs', origin: { title: 'opening words' } });
  expect((await weighed('rain Homs', [untitled])).signal('coverage-of-paragraph', 'It rained')).toBeLessThan(
    1,
  );
});

test('rarest missing: the rarest word is not even in the paragraph', async () => {
  await check(
    'rarest-missing',
    'rain in Homs',
    { 'Rain fell.': 1, 'Rain came.': 1, 'Rain fell on Homs.': 0 },
    'ask',
    ['Rain fell.', 'Rain came.', 'Rain fell on Homs.'],
  );
});

test('names in the sentence, in the paragraph', async () => {
  const values = { 'Rain came from Hama.': 0.5, 'Rain fell on Homs and Hama.': 1, 'Rain stopped.': 0 };
  await check('names-in-sentence', 'rain in Homs or Hama', values);
  const ranking = await weighed('rain in Homs or Hama', [
    'Rain stopped. They left Homs and Hama.',
    'Rain began.',
  ]);
  expect(ranking.signal('names-in-paragraph', 'Rain stopped')).toBe(1);
  expect(ranking.signal('names-in-paragraph', 'Rain began')).toBe(0);
});

test('phrase: neighbours of the question stand side by side, in order', async () => {
  await check('phrase', 'heavy arms', {
    'They have heavy arms.': 1,
    'Arms are heavy.': 0,
    'Heavy rain hid the old arms.': 0,
  });
  await check('phrase', 'battle Aleppo', { 'The battle of Aleppo began.': 1 });
});

test('answer present: something of the expected form', async () => {
  await check('answer-present', 'When did troops enter?', {
    'Troops entered on Monday.': 1,
    'Troops entered slowly.': 0,
  });
  await check('answer-present', 'How many troops entered?', {
    'Some 300 troops entered.': 1,
    'On 5 May the troops entered.': 0,
  });
  await check('answer-present', 'Who met the troops?', {
    'The troops met Bashar Assad.': 1,
    'The troops met a man.': 0,
  });
  await check('answer-present', 'Where did troops go?', {
    'The troops went to Homs.': 1,
    'The troops met General Ali.': 0,
  });
});

test('answer present: what was asked is no answer', async () => {
  await check('answer-present', 'Who is Bashar Assad?', { 'They met Bashar Assad.': 0 });
});

test('article share: how much of the best is there', async () => {
  await check('article-share', 'rain', { 'Rain fell.': 0.75, 'Rain began.': 0.25 }, 'ask', [
    'Rain fell. Rain came. Rain stopped.',
    'Rain began.',
  ]);
});

test('wording: the words as they were typed, function words too', async () => {
  await check('wording', 'the attacks', { 'The attacks began.': 1, 'The troops attacked.': 0.5 });
});

test('word pairs and triples: in the same order', async () => {
  await check('word-pairs', 'Who took the town of Dana?', {
    'They took the town of Dana.': 1,
    'The town fell.': 0.25,
  });
  await check('word-triples', 'Who took the town of Dana?', {
    'They took the town of Dana.': 1,
    'The town fell.': 0,
  });
});

test('counted: the number stands before what is asked to be counted', async () => {
  await check('counted', 'How many soldiers fell?', {
    '12 soldiers fell.': 1,
    'The soldiers fell on day 12.': 0,
  });
});

test('coverage relative: the best candidate has all that can be had', async () => {
  const ranking = await weighed('rain in Homs', ['Rain fell. Rain fell in Homs.']);
  expect(ranking.signal('coverage-relative', 'Rain fell in')).toBe(1);
  expect(ranking.signal('coverage-relative', 'Rain fell.')).toBeLessThan(0.5);
});

test('definition: a bare name is answered by what says what it is', async () => {
  await check(
    'definition',
    'SANA',
    {
      'The news agency SANA said so.': 1,
      'SANA, the agency, said so.': 1,
      'SANA is an agency.': 1,
      'They called SANA again.': 0,
    },
    'who',
  );
  await check('definition', 'What did SANA say?', { 'SANA is an agency.': 0 });
  await check('definition', 'SANA', { 'SANA is an agency.': 0 }, 'when');
});

test('placed: a bare name is answered by what says where it is', async () => {
  const ranking = await weighed(
    'Homs',
    ['They took the town of Homs. Homs, a city, fell. They love Homs.'],
    'where',
  );
  expect(ranking.signal('placed', 'They took')).toBe(1);
  expect(ranking.signal('placed', 'Homs, a city')).toBe(1);
  expect(ranking.signal('placed', 'They love')).toBe(0);
  await check('placed', 'Homs', { 'They took the town of Homs.': 0 }, 'who');
});
