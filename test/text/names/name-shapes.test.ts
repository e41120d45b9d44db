import { expect, test } from 'vitest';
import { shapeOf } from '../../../src/text/names/name-shapes.ts';
import { strongest } from '../../../src/text/names/name-votes.ts';
import { nameRuns } from '../../../src/text/names/names.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';

/** The one name of a sentence is of this type by its own words, and this is the name proper. */
function check(name: string, type: string | undefined, core = name): void {
  const text = `then ${name} came`;
  const words = wordsOf(text);
  const [run] = nameRuns(words, text);
  const shape = shapeOf(words.slice(run!.first, run!.last), text);
  const [first, last] = [shape.core[0], shape.core.at(-1)];
  expect([strongest(shape.votes, 0.5), first ? text.slice(first.start, last!.end) : '']).toEqual([
    type,
    core,
  ]);
}

test('the head noun says what a name is', () => {
  check('Free Syrian Army', 'organisation');
  check('Aleppo University', 'organisation');
  check('Ministry of Defence', 'organisation');
  check('Euphrates River', 'place');
  check('Geneva Convention', 'other');
});

test('a kind of settlement is no part of the name proper', () => {
  check('Idlib Province', 'place', 'Idlib');
});

test('a title makes a person, and is no part of the name proper', () => {
  check('President Assad', 'person', 'Assad');
  check('Iraqi Foreign Minister Hoshyar Zebari', 'person', 'Hoshyar Zebari');
  check('Prime Minister', 'person', '');
  check('Secretary of State', 'person', '');
});

test('a body whose name holds a title is a body', () => {
  check('General Assembly', 'organisation', 'Assembly');
  check('Army of Conquest', 'organisation');
});

test('given names and initials', () => {
  check('Mary Smith', 'person');
  check('Zorgan K. Blatt', 'person');
  check('Osama bin Laden', 'person');
});

test('what the gazetteer knows', () => {
  check('Germany', 'place');
  check('U.S.', 'place');
  check('Philippines', 'place');
  check('Marrakesh', 'place');
  check('Syrians', 'other', '');
});

test('words that open names', () => {
  check('Tell Abyad', 'place');
  check('Jaish al-Islam', 'organisation');
});

test('an abbreviation is mostly a body', () => {
  check('SDF', 'organisation');
});

test('a single word that says nothing has no type', () => {
  check('Zorgan', undefined);
});
