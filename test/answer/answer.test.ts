import { expect, test } from 'vitest';
import type { QuestionKind, Reason } from '../../src/model/model.ts';
import { THRESHOLD } from '../../src/ranking/confidence.ts';
import { archiveOf } from '../articles.ts';
import { ask } from './asked.ts';

const NEWS = [
  'Troops entered Homs on Monday. They met Bashar Assad in Homs. Nobody was hurt in the town.',
  'Rain fell on Hama. Shops of Hama were open.\n\nSANA said that Hama was quiet.',
];

/** Asked of the news, nothing is found for this reason. */
function check(kind: QuestionKind, question: string, reason: Reason): void {
  expect(ask(kind, question, NEWS)).toMatchObject({ status: 'not-found', citations: [], found: 0, reason });
}

test('nothing is found where there is nothing to search for', () => {
  for (const text of ['', ' ', '???', '😀', 'the of', '\ud800']) check('ask', text, 'no-word');
});

test('where a name stands in no article', () => {
  check('who', 'Emmanuel Macron', 'not-mentioned');
  check('ask', 'Who is Emmanuel Macron?', 'not-mentioned');
});

test('where no word is known', () => {
  check('ask', 'quantum chromodynamics lagrangian?', 'none-known');
});

test('where words are known, but not together', () => {
  check('ask', 'Why did shops sell quantum chromodynamics and lagrangians to the hurt?', 'not-together');
});

test('an archive without articles answers nothing', () => {
  expect(ask('who', 'SANA', [])).toMatchObject({ status: 'not-found', articles: 0, nearest: [] });
  expect(ask('who', 'SANA', ['', ' \n '])).toMatchObject({ status: 'not-found', nearest: [] });
});

test('the threshold parts found from not found', () => {
  for (const question of [
    'Homs',
    'When did troops enter Homs?',
    'Paris',
    'Who sold the shops of Paris?',
    '???',
  ]) {
    const { status, confidence } = ask('ask', question, NEWS);
    expect(status).toBe(confidence < THRESHOLD ? 'not-found' : 'found');
  }
});

test('a found answer says how sure it is and how much it searched', () => {
  const answer = ask('ask', 'When did troops enter Homs?', NEWS);
  expect(answer).toMatchObject({ status: 'found', articles: 2, nearest: [] });
  expect(answer).not.toHaveProperty('reason');
  expect(answer.confidence).toBeGreaterThan(0.5);
  expect(answer.took_ms).toBeGreaterThanOrEqual(0);
});

test('the question comes back as it was typed', () => {
  const typed = `  who  is "Bashar\tAssad"? ${'x'.repeat(2_000)}`;
  expect(ask('ask', typed, NEWS).question.text).toBe(typed);
});

test('quotations are the article’s, word for word', () => {
  const { citations } = ask('where', 'Hama', NEWS);
  expect(citations.map(({ quote }) => quote).sort()).toEqual([
    'Rain fell on Hama.',
    'SANA said that Hama was quiet.',
    'Shops of Hama were open.',
  ]);
  for (const { quote, start, end } of citations) expect(NEWS[1]!.slice(start, end)).toBe(quote);
});

test('a bare name is answered only by sentences that hold it', () => {
  expect(ask('where', 'Homs', NEWS, { limit: 9 })).toMatchObject({ found: 2, citations: [{}, {}] });
});

test('no more citations than the limit, and all of them counted', () => {
  const answer = ask('where', 'Hama', NEWS, { limit: 1 });
  expect(answer.citations).toHaveLength(1);
  expect(answer.found).toBe(3);
});

test('further pages follow on the first', () => {
  const archive = archiveOf(...NEWS);
  const all = archive.ask('where', 'Hama', { limit: 3 }).citations;
  const second = archive.ask('where', 'Hama', { limit: 1, offset: 1 });
  expect(second.citations).toEqual([all[1]]);
  expect(second.found).toBe(3);
});

test('signals are shown where they were asked for', () => {
  expect(ask('where', 'Homs', NEWS).citations[0]).not.toHaveProperty('signals');
  const [first] = ask('where', 'Homs', NEWS, { explain: true }).citations;
  expect(Object.keys(first!.signals!).length).toBeGreaterThan(10);
});

test('asking twice is answered the same', () => {
  const archive = archiveOf(...NEWS);
  const { took_ms: _, ...first } = archive.ask('ask', 'When did troops enter Homs?');
  const { took_ms: __, ...second } = archive.ask('ask', 'When did troops enter Homs?');
  expect(second).toEqual(first);
});

test('a sentence that opens with a pronoun brings the one that it leans on, word for word', () => {
  const [first] = ask('ask', 'Who met Bashar Assad?', NEWS).citations;
  expect(first).toMatchObject({
    quote: 'They met Bashar Assad in Homs.',
    leansOn: { start: 0, end: 30, quote: 'Troops entered Homs on Monday.' },
  });
});

test('the first sentence of an article leans on nothing', () => {
  const [first] = ask('ask', 'Who met Bashar Assad?', ['They met Bashar Assad in Homs.']).citations;
  expect(first).not.toHaveProperty('leansOn');
});
