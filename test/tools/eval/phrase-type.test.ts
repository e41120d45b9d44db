import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/text/tokens/words.ts';
import { phraseType } from '../../../tools/eval/phrase-type.ts';
import { worldOf } from '../../query/world.ts';

const { nameTypes } = await worldOf('Mr. Zorgan left Brimble.', 'The town of Brimble fell.');

/** The phrase between square brackets stands for this. */
function check(marked: string, type: string): void {
  const text = marked.replace(/[[\]]/g, '');
  const start = marked.indexOf('[');
  const phrase = { start, end: marked.indexOf(']') - 1 };
  expect(phraseType(wordsOf(text), phrase, text, nameTypes)).toBe(type);
}

test('a name is what the archive says', () => {
  check('then [Zorgan] left', 'person');
  check('they saw [Brimble]', 'place');
});

test('the head of a phrase counts, not what goes with it', () => {
  check('then [the mayor of Brimble] left', 'person');
  check('then [the town where Zorgan lives] fell', 'place');
  check('then [the Brimble police] left', 'organisation');
  check('then [the Foreign Secretary, Zorgan] left', 'person');
});

test('several people are taken for an organisation', () => {
  check('then [the rebels] left', 'organisation');
  check('then [the rebel] left', 'person');
});

test('pronouns', () => {
  check('then [he] left', 'person');
  check('then [they] left', 'organisation');
});

test('what stands for none of them', () => {
  check('they signed [the treaty]', 'other');
  check('they ate [27 apples]', 'other');
});

test('a phrase that begins inside a hyphenated word', () => {
  check('the pro-[Zorgan] side', 'person');
});
