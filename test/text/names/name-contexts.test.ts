import { expect, test } from 'vitest';
import { nounPhraseKind, voteByContext } from '../../../src/text/names/name-contexts.ts';
import { noVotes, strongest } from '../../../src/text/names/name-votes.ts';
import { nameRuns } from '../../../src/text/names/names.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';

/** What the words around "Zorgan" say of it. */
function check(text: string, type: string | undefined): void {
  const words = wordsOf(text);
  const run = nameRuns(words, text).find(({ start }) => text.startsWith('Zorgan', start))!;
  const votes = noVotes();
  voteByContext(votes, words, run, text);
  expect(strongest(votes, 0.3)).toBe(type);
}

test('titles and roles make a person', () => {
  check('then Mr. Zorgan left', 'person');
  check('the foreign minister Zorgan left', 'person');
  check('then Zorgan, 45, left', 'person');
  check('then Zorgan, who was ill, left', 'person');
  check('then Zorgan, a farmer from there, left', 'person');
});

test('prepositions and kinds of places make a place', () => {
  check('they met in Zorgan yesterday', 'place');
  check('the town of Zorgan fell', 'place');
  check('ten miles north of Zorgan', 'place');
  check('fighting in southern Zorgan', 'place');
  check('the Zorgan province', 'place');
  check('then Zorgan, a town in the hills, fell', 'place');
  check('then Zorgan, Syria, fell', 'place');
  check('a Zorgan-based paper', 'place');
});

test('kinds of bodies make an organisation', () => {
  check('the official news agency Zorgan reported', 'organisation');
  check('the Zorgan group attacked', 'organisation');
  check('leaders of Zorgan met', 'organisation');
  check('Zorgan is a militant group', 'organisation');
  check('the war against Zorgan', 'organisation');
  check('the Observatory for Zorgan said', 'organisation');
});

test('who speaks is a person rather than a body, and no place', () => {
  check('then Zorgan said so', 'person');
});

test('with an indefinite article a word is a common noun', () => {
  check('it was a Zorgan', 'other');
});

test('a comma parts a name from what goes before it', () => {
  check('they went in, Zorgan left', undefined);
});

test('a noun phrase is of the kind of its last noun', () => {
  const kindOf = (text: string) => nounPhraseKind(wordsOf(text), 0, text);
  expect(kindOf('the Syrian foreign minister told them')).toBe('person');
  expect(kindOf('a town in the state')).toBe('place');
  expect(kindOf('its state news agency')).toBe('organisation');
  expect(kindOf('the very best of it')).toBe(undefined);
});
