import { expect, test } from 'vitest';
import type { MatchKind, QuestionKind } from '../../src/model/query.ts';
import { queryContextOf } from '../../src/ranking/evidence.ts';
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
  expect(WORLD.read('heavy arms', 'what')).toMatchObject({
    isKeywordQuery: true,
    names: [],
    expects: 'thing',
  });
});

test('a common word in lower case is no name, where the archive has it in names, too', async () => {
  const { read } = await worldOf('They met in Long Beach and Laguna Beach.', 'A long beach lay there.');
  const named = (question: string) => read(question).concepts.some(({ name }) => name);
  expect(named('What is long?')).toBe(false);
  expect(named('Which beach was it?')).toBe(false);
  expect(named('What is Long Beach?')).toBe(true);
});

test('nor is a country a common word', async () => {
  const { read } = await worldOf('They fled to Turkey. A turkey ran after them.', 'The army of Turkey left.');
  expect(read('what did turkey do').concepts).toMatchObject([{ typed: 'turkey', name: true }]);
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
  expect(WORLD.read('Where is Idlib', 'ask').isKeywordQuery).toBe(true);
  expect(WORLD.read('Where is the army of Idlib', 'ask').isKeywordQuery).toBe(false);
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

test('a verb with a name, and a question of the same words, agree', () => {
  for (const text of ['who is peres', 'whos peres', "Who's peres", 'who is peres?']) {
    const { asked, ...read } = WORLD.read(text);
    const { asked: verb, ...named } = WORLD.read('peres', 'who');
    expect({ ...read, text: '', wording: [], isBare: true }).toEqual({ ...named, text: '', wording: [] });
    expect([asked.text, verb.text]).toEqual([text, 'who peres']);
  }
  expect(WORLD.read('What does HTS stand for?')).toMatchObject({ isKeywordQuery: true, kind: 'what' });
});

test('a question in a language that the archive has none of', () => {
  const read = (text: string) => {
    const { kind, concepts } = WORLD.read(text);
    return [kind, ...concepts.map(({ typed }) => typed)].join(' ');
  };
  expect(read('wo liegt idlib?')).toBe('where idlib');
  expect(read('qui est Peres ?')).toBe('who peres');
  expect(read('quem controla Idlib?')).toBe('who idlib');
  expect(read('¿cuántas personas murieron en Idlib?')).toBe('how-many idlib');
  expect(read('Idlib nerede')).toBe('where idlib');
  expect(read('wie viele Menschen starben in Idlib?')).toBe('how-many menschen idlib');
});

test('one shared word makes no other language', () => {
  expect(WORLD.read('who was die man in Idlib').kind).toBe('who');
  expect(WORLD.read('Deir el Zor').concepts.map(({ typed }) => typed)).toEqual(['deir', 'zor']);
});

test('of two sentences the last asks, the first is context', () => {
  const { kind, concepts } = WORLD.read('I read that troops entered Idlib. how many died');
  expect(kind).toBe('how-many');
  expect(concepts.map(({ typed, context }) => [typed, context === true])).toEqual([
    ['read', true],
    ['troops', true],
    ['entered', true],
    ['idlib', true],
    ['died', false],
  ]);
  expect(WORLD.read('who is Col. Will Peres').concepts.some(({ context }) => context)).toBe(false);
});

test('what a question counts and dates', () => {
  expect(WORLD.read('Did 2 bombs fall on 3 May 2020?')).toMatchObject({
    figures: [{ low: 2, high: 2 }],
    days: [{ from: '2020-05-03', to: '2020-05-03' }],
  });
  expect(WORLD.read('Who ruled in 2016?').days).toEqual([{ from: '2016-01-01', to: '2016-12-31' }]);
});

test('what asks nothing of the archive', () => {
  const intents = (...texts: string[]) => texts.map((text) => WORLD.read(text).intent);
  expect(intents('hi', 'Danke!', 'hola', 'привет', 'Merhaba')).toEqual(Array(5).fill('greeting'));
  expect(intents('help', 'Hilfe', 'yardım')).toEqual(Array(3).fill('help'));
  expect(intents('and in 2016?', 'why?', 'who is he?', 'und in Idlib?')).toEqual(Array(4).fill('follow-up'));
  expect(intents('who is Peres?', 'Idlib', 'And Quiet Flows the Don', '')).toEqual(Array(4).fill(undefined));
});

/** What each word of a question counts for, of 1; words of equal frequency. */
async function weightsIn(question: string): Promise<Record<string, number>> {
  const { read } = await worldOf('The flood hit Tarmila. Workers closed the old mill.');
  const query = read(question);
  const { idfs } = queryContextOf(query, [], 10, () => 1);
  const whole = Math.max(...idfs);
  return Object.fromEntries(
    query.concepts.map(({ typed }, i) => [typed, Number((idfs[i]! / whole).toFixed(2))]),
  );
}

test('what stands beside a question weighs a fifth, before it or behind', async () => {
  const weights = { flood: 0.2, hit: 0.2, tarmila: 0.2, closed: 1, old: 1, mill: 1 };
  expect(await weightsIn('The flood hit Tarmila. Who closed the old mill?')).toEqual(weights);
  expect(await weightsIn('Who closed the old mill? The flood hit Tarmila.')).toEqual(weights);
});

test('but three fifths where the question leans on it', async () => {
  const beside = { flood: 0.6, hit: 0.6, tarmila: 0.6 };
  expect(await weightsIn('The flood hit Tarmila. Who closed it?')).toEqual({ ...beside, closed: 1 });
  const mill = { ...beside, closed: 1, mill: 1 };
  for (const pronoun of ['there', 'for it', 'for them'])
    expect(await weightsIn(`The flood hit Tarmila. Who closed the mill ${pronoun}?`)).toEqual(mill);
});

test('and in one sentence all of it weighs the same', async () => {
  expect(new Set(Object.values(await weightsIn('Who closed the old mill of Tarmila?')))).toEqual(
    new Set([1]),
  );
});

test('other words for it follow the forms of what was typed', () => {
  const [killed] = WORLD.read('How many were killed in Idlib?').concepts;
  expect(killed!.alternatives.slice(0, killed!.forms)).toEqual([['kill']]);
  expect(killed!.alternatives).toContainEqual(['claim', 'live']);
  expect(WORLD.read('Who was killed in Idlib?').concepts[0]!.forms).toBeUndefined();
});

test('percent, per cent and a percent sign find each other', async () => {
  const ways = async (written: string, asked: string) => {
    const { read } = await worldOf(`Prices rose by 40 ${written} in Varby.`);
    return read(`Where did prices rise by 40 ${asked}?`).concepts.map(({ alternatives }) => alternatives);
  };
  for (const asked of ['percent', '%'])
    expect(await ways('per cent', asked)).toContainEqual(expect.arrayContaining([['per', 'cent']]));
  expect(await ways('percent', 'per cent')).toContainEqual(expect.arrayContaining([['percent']]));
});
