import { expect, test } from 'vitest';
import type { MatchKind, QuestionKind } from '../../src/model/query.ts';
import { worldOf } from './world.ts';

const WORLD = await worldOf(
  'Troops entered Ma’asaran, al-Sawami’a and Ma’ar Shourin in Idlib.',
  'The city is in Latakiya, north of Idlib, near Homs.',
  'Hayat Tahrir al-Sham (HTS) broke the ceasefire in parts of Idlib.',
  'The heavy arms of Mohammed Peres were brought by the de-escalation troops.',
  'The doctor and the government of the city said so.',
);

/** The first name of the question was matched so, and read as these. */
function check(
  typed: string,
  match: MatchKind,
  readAs: readonly string[] = [],
  kind: QuestionKind = 'where',
) {
  expect(WORLD.read(typed, kind).names[0]).toEqual({ typed, match, readAs });
}

function waysOf(text: string, kind: QuestionKind = 'ask'): string[] {
  return WORLD.read(text, kind).concepts.map(({ alternatives }) =>
    alternatives.map((way) => way.join('+')).join(' | '),
  );
}

test('a name as the archive writes it', () => {
  check('Ma’asaran', 'exact');
  check('Idlib', 'exact');
  check('idlib', 'exact');
});

test('with other apostrophes, or none', () => {
  for (const typed of ["Ma'asaran", 'Maʿasaran', 'Ma´asaran', 'maasaran', 'MA`ASARAN']) {
    check(typed, 'folded', ['Ma’asaran']);
  }
});

test('with its article, without it, written as one word', () => {
  check('al-Sawami’a', 'exact');
  check("al-Sawami'a", 'folded', ['al-Sawami’a']);
  check('al Sawamia', 'folded', ['al-Sawami’a']);
  check('sawamia', 'folded', ['al-Sawami’a']);
  check('alsawamia', 'folded', ['al-Sawami’a']);
});

test('misspelt', () => {
  check('Massaran', 'close', ['Ma’asaran']);
});

test('romanised otherwise', () => {
  check('Latakia', 'close', ['Latakiya']);
  check("Ma'ar Shurin", 'close', ['Ma’ar Shourin']);
  check('Muhammad', 'close', ['Mohammed']);
});

test('a rarer spelling is looked for as well, and not announced', async () => {
  const { read } = await worldOf('They left Raqqa. He saw Raqqa. The road to Raqa is long.');
  const { names, concepts } = read('Raqqa', 'where');
  expect(names).toEqual([{ typed: 'Raqqa', match: 'exact', readAs: [] }]);
  expect(concepts[0]!.alternatives).toHaveLength(2);
});

test('several words as one', () => {
  check('Maarshurin', 'close', ['Ma’ar Shourin']);
});

test('an abbreviation and what it stands for', () => {
  check('HTS', 'abbreviation', ['Hayat Tahrir al-Sham'], 'who');
  check('Hayat Tahrir al-Sham', 'abbreviation', ['HTS'], 'who');
});

test('what the archive does not mention', () => {
  check('Paris', 'none');
  check('Emmanuel Macron', 'none', [], 'who');
});

test('cease fire is found by ceasefire, and the other way round', () => {
  expect(waysOf('Who broke the cease fire?')).toEqual(['break', 'ceas | ceasefir', 'fire | ceasefir']);
  expect(waysOf('Who needs deescalation?')[1]).toBe('deescal');
});

test('the first way is what was typed', () => {
  expect(waysOf('Massaran', 'where')).toEqual(['massaran | maasaran']);
  expect(waysOf('HTS', 'who')).toEqual(['ht | hayat+tahrir+sham']);
});

test('a phrase of common words is no name', () => {
  expect(WORLD.read('heavy arms', 'when')).toMatchObject({
    isKeywordQuery: true,
    names: [],
    expects: 'date',
  });
});

test('a phrase that the archive does not know stands as a name', () => {
  expect(WORLD.read('quantum chromodynamics', 'what').names[0]).toMatchObject({ match: 'none' });
});

test('names inside a question, with or without capitals', () => {
  for (const question of ['Who left Idlib for Homs?', 'who left idlib for homs?']) {
    expect(WORLD.read(question).names.map(({ match }) => match)).toEqual(['exact', 'exact']);
  }
});

test('the capital that opens a question makes no name', () => {
  expect(WORLD.read('Troops of which city entered?').names).toEqual([]);
});

test('a common word that was misspelt is said as well', () => {
  expect(WORLD.read('Which goverment said so?').names).toEqual([
    { typed: 'goverment', match: 'close', readAs: ['government'] },
  ]);
});

test('a question asks, a name alone does not', () => {
  expect(WORLD.read('Idlib', 'where').isKeywordQuery).toBe(true);
  expect(WORLD.read('Where is Idlib', 'ask').isKeywordQuery).toBe(false);
  expect(WORLD.read('Idlib?', 'ask').isKeywordQuery).toBe(false);
  expect(WORLD.read('is Idlib held', 'ask').isKeywordQuery).toBe(false);
});

test('"many" of "how many" is nothing to look for, "many" alone is', () => {
  const typed = (text: string) => WORLD.read(text).concepts.map((concept) => concept.typed);
  expect(typed('How many troops entered Idlib?')).toEqual(['troops', 'entered', 'idlib']);
  expect(typed('How much rain fell?')).toEqual(['rain', 'fell']);
  expect(typed('Did many troops enter?')).toEqual(['many', 'troops', 'enter']);
});

test('concepts of names weigh as names', () => {
  const { concepts } = WORLD.read('When did troops enter Idlib?');
  expect(concepts.map(({ typed, name }) => [typed, name])).toEqual([
    ['troops', false],
    ['enter', false],
    ['idlib', true],
  ]);
});

test('an empty question, blanks, marks and emoji hold no concept', () => {
  for (const text of ['', '  ', '???', '😀👨‍👩‍👧', '\ud800']) {
    expect(WORLD.read(text)).toMatchObject({ text, concepts: [], names: [] });
  }
});

test('a question beyond 1,000 characters is read as far as its last whole word', () => {
  const typed = `Idlib ${'Homs '.repeat(1_000)}`;
  const question = WORLD.read(typed);
  expect(question.text).toBe(typed);
  expect(new Set(question.concepts.map((concept) => concept.typed))).toEqual(new Set(['idlib', 'homs']));
});

test('a question of one endless word is read by its beginning', () => {
  expect(WORLD.read('x'.repeat(100_000)).concepts).toHaveLength(1);
});
