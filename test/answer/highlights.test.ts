import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { ask, marked } from './asked.ts';

/** Asked of a text, the first citation is highlighted so. */
async function check(kind: QuestionKind, question: string, expected: string, more = ''): Promise<void> {
  const text = `${more}${expected.replace(/[[\]]/g, '')}`;
  const [first] = (await ask(kind, question, [text])).citations;
  expect(first && marked(first)).toBe(expected);
}

test('the name that was asked for', async () => {
  await check('where', "Ma'asaran", 'Troops entered [Ma’asaran] town.');
  await check('where', 'Ma’ar Shurin', 'Troops entered [Ma’ar Shourin] town.');
});

test('with its article, however it was typed', async () => {
  await check('where', "al-Sawami'a", 'Troops entered [al-Sawami’a] town.');
  await check('where', 'alsawamia', 'Troops entered [al-Sawami’a] town.');
});

test('every word of a phrase', async () => {
  await check('what', 'heavy arms', 'They hid the [heavy arms] there.');
});

test('a compound that was typed as one word', async () => {
  await check('what', 'ceasefire', 'They broke the [cease-fire] there.');
});

test('an abbreviation and what it stands for', async () => {
  await check('who', 'SDF', 'They met the [Syrian Democratic Forces] ([SDF]) there.');
});

test('when: the time', async () => {
  await check('ask', 'When did troops enter the town?', 'On [August 5 last year] troops entered the town.');
});

test('when: the nearest of several', async () => {
  await check(
    'ask',
    'When did troops enter?',
    'In 2011 people of the old town fled, but troops entered on [May 5, 2020].',
  );
});

test('when: an expression that counts from the day of the article', async () => {
  for (const time of [
    'on [Monday]',
    'in [the past 24 hours]',
    '[last year]',
    '[two days ago]',
    '[yesterday]',
  ]) {
    await check(
      'ask',
      'When did troops enter the town?',
      `Troops entered the town ${time}.`.replace('[the ', 'the ['),
    );
  }
});

test('when: the date rather than a time of day', async () => {
  await check('ask', 'When did troops enter the town?', 'Troops entered the town at noon ([5 May 2020]).');
});

test('when: a weekday with its date', async () => {
  await check(
    'ask',
    'When did troops enter the town?',
    'On [Monday, 27 January 2020] troops entered the town.',
  );
  await check(
    'ask',
    'When did troops enter the town?',
    'Troops entered the town at [10 pm on Monday], they said.',
  );
});

test('when, with a phrase alone', async () => {
  await check('when', 'heavy arms', 'They handed in the [heavy arms] by [October 17 2018].');
});

test('how many: the number, not the year', async () => {
  await check('ask', 'How many civilians fled?', 'In 2018 some [1,200] civilians fled.');
});

test('how much: with its sign and magnitude', async () => {
  await check('ask', 'How much did the camp cost?', 'The camp cost [£1.5bn] in all.');
});

test('who: the name, and the one that was asked about', async () => {
  await check('ask', 'Who met the rebels?', 'The rebels were met by [Bashar Assad] there.');
  await check('ask', 'Who met the rebels of Homs?', 'The rebels of [Homs] were met by [Bashar Assad] there.');
});

test('who: a person rather than a place or a people', async () => {
  await check('ask', 'Who met the rebels?', 'In Germany the Syrian rebels were met by [Bashar Assad] there.');
});

test('who: a person rather than an organisation that stands nearer', async () => {
  await check(
    'ask',
    'Who attacked the rebels?',
    'The Zorgan Fund told the rebels [Mary Smith] attacked them.',
  );
});

test('where: no person', async () => {
  await check(
    'ask',
    'Where did troops rest?',
    'From President Zorgan the troops rested in [Homs] for a while.',
  );
});

test('where: a name in the position of a place', async () => {
  await check('ask', 'Where did troops rest?', 'The troops rested in [Homs] for a while.');
});

test('what has no form of its own is not highlighted', async () => {
  await check('ask', 'Why did troops stay?', 'The troops stayed because of rain.');
});

test('an answer far from the question’s words is none', async () => {
  await check(
    'ask',
    'When did troops enter?',
    'Troops entered after a night of rain and of wind over the hills and the roads of 2011.',
  );
});

test('highlights lie inside the quotation, in order, apart from each other', async () => {
  const text = 'Rain fell. On Monday, HTS and SANA met in Idlib; on Tuesday, SANA left Idlib for Homs.';
  for (const kind of ['ask', 'when', 'where', 'who'] as const) {
    for (const question of ['SANA Idlib Homs', 'When did SANA leave Idlib for Homs?', 'Idlib']) {
      for (const { start, end, highlights } of (await ask(kind, question, [text])).citations) {
        let at = start;
        for (const highlight of highlights) {
          expect(highlight.start).toBeGreaterThanOrEqual(at);
          expect(highlight.end).toBeGreaterThan(highlight.start);
          expect(highlight.end).toBeLessThanOrEqual(end);
          at = highlight.end;
        }
      }
    }
  }
});
