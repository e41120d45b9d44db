import { expect, test } from 'vitest';
import type { Reason } from '../../src/model/answer.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import { THRESHOLD, UNSURE } from '../../src/ranking/confidence.ts';
import { archiveOf } from '../articles.ts';
import { ask, unsureQuestion } from './asked.ts';

const NEWS = [
  'Troops entered Homs on Monday. They met Bashar Assad in Homs. Nobody was hurt in the town.',
  'Rain fell on Hama. Shops of Hama were open.\n\nSANA said that Hama was quiet.',
];

/** Asked of the news, nothing is found for this reason. */
async function check(kind: QuestionKind, question: string, reason: Reason): Promise<void> {
  expect(await ask(kind, question, NEWS)).toMatchObject({
    status: 'not-found',
    citations: [],
    found: 0,
    reason,
  });
}

test('nothing is found where there is nothing to search for', async () => {
  for (const text of ['', ' ', '???', '😀', 'the of', '\ud800']) await check('ask', text, 'no-word');
});

test('where a name stands in no article', async () => {
  await check('who', 'Emmanuel Macron', 'not-mentioned');
  await check('ask', 'Who is Emmanuel Macron?', 'not-mentioned');
});

test('where no word is known', async () => {
  await check('ask', 'quantum chromodynamics lagrangian?', 'none-known');
});

test('where words are known, but not together', async () => {
  const apart = ['Rain fell on Vellin.', 'Mills of Tarmila stood still.', 'Boats came to Oskel.'];
  const answer = await ask('ask', 'Vellin, Tarmila and Oskel', apart);
  expect(answer).toMatchObject({ status: 'not-found', citations: [], reason: 'not-together' });
});

test('an archive without articles answers nothing', async () => {
  expect(await ask('who', 'SANA', [])).toMatchObject({ status: 'not-found', articles: 0, nearest: [] });
  expect(await ask('who', 'SANA', ['', ' \n '])).toMatchObject({ status: 'not-found', nearest: [] });
});

test('the thresholds part found from unsure, and unsure from not found', async () => {
  for (const question of [
    'Homs',
    'When did troops enter Homs?',
    'Paris',
    'Who sold the shops of Paris?',
    '???',
  ]) {
    const { status, confidence } = await ask('ask', question, NEWS);
    const below = confidence < UNSURE ? 'not-found' : 'unsure';
    expect(status).toBe(confidence < THRESHOLD ? below : 'found');
  }
});

test('an unsure answer shows what is nearest, and gives no reason', async () => {
  const archive = await archiveOf(...NEWS);
  const question = await unsureQuestion(
    'who met Assad',
    async (text) => (await archive.ask('ask', text)).status,
  );
  const answer = await archive.ask('ask', question);
  expect(answer).not.toHaveProperty('reason');
  expect(answer.citations[0]!.quote).toBe('They met Bashar Assad in Homs.');
  expect(answer.confidence).toBeLessThan(THRESHOLD);
});

test('a found answer says how sure it is and how much it searched', async () => {
  const answer = await ask('ask', 'When did troops enter Homs?', NEWS);
  expect(answer).toMatchObject({ status: 'found', articles: 2, nearest: [] });
  expect(answer).not.toHaveProperty('reason');
  expect(answer.confidence).toBeGreaterThan(0.5);
  expect(answer.took_ms).toBeGreaterThanOrEqual(0);
});

test('the question comes back as it was typed', async () => {
  const typed = `  who  is "Bashar\tAssad"? ${'x'.repeat(2_000)}`;
  expect((await ask('ask', typed, NEWS)).question.text).toBe(typed);
});

test('quotations are the article’s, word for word', async () => {
  const { citations } = await ask('where', 'Hama', NEWS);
  expect(citations.map(({ quote }) => quote).sort()).toEqual([
    'Rain fell on Hama.',
    'SANA said that Hama was quiet.',
    'Shops of Hama were open.',
  ]);
  for (const { quote, start, end } of citations) expect(NEWS[1]!.slice(start, end)).toBe(quote);
});

test('a bare name is answered only by sentences that hold it', async () => {
  expect(await ask('where', 'Homs', NEWS, { limit: 9 })).toMatchObject({ found: 2, citations: [{}, {}] });
});

test('no more citations than the limit, and all of them counted', async () => {
  const answer = await ask('where', 'Hama', NEWS, { limit: 1 });
  expect(answer.citations).toHaveLength(1);
  expect(answer.found).toBe(3);
});

test('further pages follow on the first', async () => {
  const archive = await archiveOf(...NEWS);
  const all = (await archive.ask('where', 'Hama', { limit: 3 })).citations;
  const second = await archive.ask('where', 'Hama', { limit: 1, offset: 1 });
  expect(second.citations).toEqual([all[1]]);
  expect(second.found).toBe(3);
});

test('signals are shown where they were asked for', async () => {
  expect((await ask('where', 'Homs', NEWS)).citations[0]).not.toHaveProperty('signals');
  const [first] = (await ask('where', 'Homs', NEWS, { explain: true })).citations;
  expect(Object.keys(first!.signals!).length).toBeGreaterThan(10);
});

test('asking twice is answered the same', async () => {
  const archive = await archiveOf(...NEWS);
  const { took_ms: _, ...first } = await archive.ask('ask', 'When did troops enter Homs?');
  const { took_ms: __, ...second } = await archive.ask('ask', 'When did troops enter Homs?');
  expect(second).toEqual(first);
});

test('a sentence that opens with a pronoun brings the one that it leans on, word for word', async () => {
  const [first] = (await ask('ask', 'Who met Bashar Assad?', NEWS)).citations;
  expect(first).toMatchObject({
    quote: 'They met Bashar Assad in Homs.',
    leansOn: { start: 0, end: 30, quote: 'Troops entered Homs on Monday.' },
  });
});

test('a sentence that goes on with the answer comes along, word for word', async () => {
  const text = 'Troops took the town of Varby. It fell on 5 May 2019.';
  const [first] = (await ask('when', 'troops took the town of Varby', [text], { limit: 1 })).citations;
  expect(first).toMatchObject({
    quote: 'Troops took the town of Varby.',
    followedBy: { start: 31, end: 53, quote: 'It fell on 5 May 2019.' },
  });
});

test('the first sentence of an article leans on nothing', async () => {
  const [first] = (await ask('ask', 'Who met Bashar Assad?', ['They met Bashar Assad in Homs.'])).citations;
  expect(first).not.toHaveProperty('leansOn');
});
