import { expect, test } from 'vitest';
import { isName } from '../../src/question/vocabulary.ts';
import { worldOf } from './world.ts';

/** The archive of these sentences holds these names, in the spelling it uses most. */
function check(texts: readonly string[], names: readonly string[]): void {
  const found = [...worldOf(...texts).vocabulary.names.values()];
  expect(found.map(({ spellings }) => [...spellings.keys()][0]).sort()).toEqual([...names].sort());
}

test('a capital where no rule asks for one is a name', () => {
  check(['They entered Idlib.'], ['Idlib']);
});

test('a word that only opens sentences is no name', () => {
  check(['Troops left. Troops came. Troops stayed.'], []);
});

test('other places vote for a word that opens a sentence', () => {
  check(['Aleppo fell.', 'They left Aleppo.'], ['Aleppo']);
  check(['Militants fled.', 'They met militants.', 'They met militants.'], []);
});

test('a word that is written small more often is no name', () => {
  check(['The Army came.', 'the army came, the army left'], []);
});

test('a name of several words needs no vote', () => {
  check(['They met Bashar Assad.'], ['Bashar Assad']);
});

test('with its article or without it, a name is one', () => {
  const { names } = worldOf('They entered al-Dana.', 'They left Dana.').vocabulary;
  expect([...names.values()].map(({ key, sentences }) => ({ key, sentences }))).toEqual([
    { key: 'dana', sentences: 2 },
  ]);
});

test('a sentence counts once for a word that stands in it twice', () => {
  const { entries } = worldOf('They left Homs for Homs. Nobody left Homs.').vocabulary;
  expect(entries.get('hom')).toMatchObject({ sentences: 2, capitals: 3, lowers: 0 });
});

test('spellings are kept as they are written', () => {
  const { entries } = worldOf('in Ma’asaran', "in Ma'asaran", 'in Ma’asaran').vocabulary;
  expect([...entries.get('maasaran')!.spellings]).toEqual([
    ['Ma’asaran', 2],
    ["Ma'asaran", 1],
  ]);
});

test('a compound of an article and a name is a name', () => {
  const { entries } = worldOf('They entered al-Dana after a de-escalation.').vocabulary;
  expect(isName(entries.get('aldana'))).toBe(true);
  expect(isName(entries.get('deescal'))).toBe(false);
});

test('abbreviations are known both ways', () => {
  const { longForms, shortForms } = worldOf('of the Syrian Democratic Forces (SDF)').vocabulary;
  expect([...longForms]).toEqual([['sdf', 'Syrian Democratic Forces']]);
  expect([...shortForms]).toEqual([['syrian democrat forc', 'sdf']]);
});

test('an archive without articles knows nothing', () => {
  const { vocabulary } = worldOf();
  expect(vocabulary.entries.size).toBe(0);
  expect(vocabulary.names.size).toBe(0);
});
