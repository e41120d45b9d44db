import { expect, test } from 'vitest';
import { calibrationOf, measuresOf, type Outcome, questionWord } from '../../../tools/eval/measures.ts';

const outcome = (more: Partial<Outcome>): Outcome => ({
  word: 'who',
  answerable: true,
  refused: false,
  silent: false,
  confidence: 0.5,
  ms: 1,
  searchMs: 0.5,
  ...more,
});

test('ranks become shares over the answerable', () => {
  const ranks = [1, 2, 4, 10, undefined];
  const { p1, hit3, hit5, mrr10, questions, answerable } = measuresOf([
    ...ranks.map((rank) => outcome({ rank })),
    outcome({ answerable: false }),
  ]);
  expect({ p1, hit3, hit5, questions, answerable }).toEqual({
    p1: 0.2,
    hit3: 0.4,
    hit5: 0.6,
    questions: 6,
    answerable: 5,
  });
  expect(mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 4 + 1 / 10) / 5, 4);
});

test('refusals are counted apart', () => {
  const { refusedAnswerable, refusedUnanswerable } = measuresOf([
    outcome({ refused: true }),
    outcome({}),
    outcome({ answerable: false, refused: true }),
  ]);
  expect({ refusedAnswerable, refusedUnanswerable }).toEqual({
    refusedAnswerable: 0.5,
    refusedUnanswerable: 1,
  });
});

test('what is shown is right, wrong, unsure or nothing', () => {
  const unsure = { refused: true };
  const silent = { refused: true, silent: true };
  const measures = measuresOf([
    outcome({ rank: 1 }),
    outcome({ rank: 1 }),
    outcome({ rank: 2 }),
    outcome({ answerable: false }),
    outcome({ rank: 3, ...unsure }),
    outcome({ rank: 4, ...unsure }),
    outcome({ answerable: false, ...unsure }),
    outcome({ answerable: false, ...silent }),
    outcome({ rank: 1, ...silent }),
  ]);
  expect(measures).toMatchObject({
    rightAndShown: 0.3333,
    wrongAndShown: 0.1667,
    unsure: 0.3333,
    silent: 0.1667,
    shownPrecision: 0.5,
    unsureRight: 0.5,
    silentUnanswerable: 0.3333,
    refusedAnswerable: 0.5,
  });
  expect(measuresOf([])).toMatchObject({ rightAndShown: null, shownPrecision: null, unsureRight: null });
});

test('a share of nothing is null', () => {
  expect(measuresOf([outcome({})]).refusedUnanswerable).toBeNull();
  expect(measuresOf([outcome({ answerable: false })])).toMatchObject({
    p1: null,
    mrr10: null,
    refusedAnswerable: null,
  });
  expect(measuresOf([]).ms).toEqual({ p50: null, p95: null, p99: null });
});

test('each question word has its own measures', () => {
  const { byKind } = measuresOf([outcome({ rank: 1 }), outcome({ word: 'why' })]);
  expect(Object.keys(byKind)).toEqual(['who', 'why']);
  expect(byKind.who).toMatchObject({ questions: 1, p1: 1 });
  expect(byKind.why).toMatchObject({ questions: 1, p1: 0 });
});

test('percentiles are times that questions took', () => {
  const times = Array.from({ length: 100 }, (_, index) => outcome({ ms: 100 - index }));
  expect(measuresOf(times)).toMatchObject({
    ms: { p50: 50, p95: 95, p99: 99 },
    searchMs: { p50: 0.5, p95: 0.5, p99: 0.5 },
  });
});

const checkWord = (question: string, word: string) => expect(questionWord(question)).toBe(word);

test('the first question word counts', () => {
  checkWord('In what year did it begin?', 'what');
  checkWord('How many died when it fell?', 'how many');
  checkWord('How did it begin?', 'how');
  checkWord('To whom was it sold?', 'who');
  checkWord('Whose army was it?', 'who');
  checkWord('Name the somewhat large town.', 'other');
});

test('of right first sentences, those refused are an error of their own', () => {
  const outcomes = [
    outcome({ rank: 1, refused: true }),
    outcome({ rank: 1 }),
    outcome({ rank: 2, refused: true }),
  ];
  expect(measuresOf(outcomes)).toMatchObject({ refusedRight: 0.5, refusedAnswerable: 0.6667 });
});

test('the area under the curve compares right first sentences with wrong ones and with what has no answer', () => {
  const outcomes = [
    outcome({ rank: 1, confidence: 0.8 }),
    outcome({ rank: 3, confidence: 0.9 }),
    outcome({ answerable: false, confidence: 0.1 }),
  ];
  expect(measuresOf(outcomes).auc).toEqual({ wrong: 0, unanswerable: 1 });
  expect(measuresOf([outcome({ rank: 1 })]).auc).toEqual({ wrong: null, unanswerable: null });
});

test('calibration sets what was said beside what was right, by tenths of confidence', () => {
  const outcomes = [
    outcome({ rank: 1, confidence: 0.42 }),
    outcome({ rank: 2, confidence: 0.48 }),
    outcome({ rank: 1, confidence: 1 }),
  ];
  expect(calibrationOf(outcomes)).toEqual([
    { from: 0.4, questions: 2, said: 0.45, right: 0.5 },
    { from: 0.9, questions: 1, said: 1, right: 1 },
  ]);
});
