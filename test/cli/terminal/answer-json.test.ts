import { expect, test } from 'vitest';
import { answerJson } from '../../../src/cli/terminal/answer-json.ts';
import { citation, found, notFound, TEXT, unsure } from './sample.ts';

test('the quotation is exact, on one line of JSON', () => {
  const one = citation('Troops entered Ma’asaran,\nSANA said.', ['SANA']);
  const line = answerJson(found([one]));
  expect(line).not.toContain('\n');
  const [cited] = JSON.parse(line).citations;
  expect(cited).toEqual({
    quote: TEXT.slice(cited.start, cited.end),
    start: 15,
    end: 51,
    articleId: 'a',
    title: 'Advance',
    untitled: false,
    path: 'a.txt',
    paragraph: 2,
    page: null,
    published: null,
    publisher: null,
    url: null,
    highlights: [{ start: 41, end: 45 }],
    leansOn: null,
    followedBy: null,
    dates: [],
    copies: [],
    score: 1.5,
  });
});

test('a date that counts from the day of the article says what it is read as', () => {
  const dates = [{ start: 7, end: 13, from: '2020-01-27', to: '2020-01-27' }];
  const line = answerJson(found([citation('Idlib, Monday.', [], { published: '2020-01-29', dates })]));
  expect(JSON.parse(line).citations[0].dates).toEqual(dates);
});

test('an unsure answer says so, with its citations', () => {
  const json = JSON.parse(answerJson(unsure([citation('Idlib')])));
  expect(json).toMatchObject({
    status: 'unsure',
    citations: [{ quote: 'Idlib' }],
    reason: null,
    differing: null,
  });
});

test('control characters stay as they are in the article', () => {
  const line = answerJson(found([citation('Idlib', [], { quote: 'a\u001b\u202eb' })]));
  expect(JSON.parse(line).citations[0].quote).toBe('a\u001b\u202eb');
});

test('signals are there when they were asked for', () => {
  const line = answerJson(found([citation('Idlib', [], { signals: { name: 1 } })]));
  expect(JSON.parse(line).citations[0].signals).toEqual({ name: 1 });
});

test('an answer that was not found says what is nearest', () => {
  const answer = notFound();
  const { isKeywordQuery: _, ...question } = answer.question;
  expect(JSON.parse(answerJson(answer))).toEqual({ ...answer, question, differing: null, occurrences: null });
});

test('words that never stand together have their counts', () => {
  const occurrences = { words: [{ word: 'Raqqa', sentences: 12 }], together: 0 };
  expect(JSON.parse(answerJson(notFound({ occurrences }))).occurrences).toEqual(occurrences);
});

test('sources that differ say where their words stand', () => {
  const differing = [
    { citation: 0, start: 0, end: 5, words: 'Idlib' },
    { citation: 1, start: 7, end: 13, words: 'Monday' },
  ];
  const citations = [citation('Idlib, Monday.'), citation('Idlib, Monday.')];
  expect(JSON.parse(answerJson(found(citations, { differing }))).differing).toEqual(differing);
});

test('a reason that is not known is null', () => {
  expect(JSON.parse(answerJson(found([]))).reason).toBeNull();
});
