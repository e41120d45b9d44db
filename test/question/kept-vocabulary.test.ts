import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/question/catalogue.ts';
import { catalogueIn, sectionsOfCatalogue } from '../../src/question/kept-catalogue.ts';
import { SECTIONS, sectionsOf, vocabularyOf } from '../../src/question/kept-vocabulary.ts';
import { readVocabulary } from '../../src/question/vocabulary.ts';
import { wordsOf } from '../../src/text/words.ts';
import { collectionOf } from '../articles.ts';

const WORD = fc.constantFrom(
  ...['Ada', 'Brunn', 'President', 'al-Dana', 'Ma’asaran', 'MA‘ASARAN', 'HTS', '(HTS)', 'Hayat', 'Tahrir'],
  ...[
    'the',
    'in',
    'said',
    'left',
    'province',
    'province.',
    'left.',
    '中文',
    'co-operation',
    '"He',
    'cafe\u0301',
  ],
);
const TEXT = fc.array(WORD, { maxLength: 60 }).map((words) => words.join(' '));

/** As it is when it was written and read: in memory of its own. */
function kept(sections: readonly Uint8Array[]): Uint8Array<ArrayBuffer>[] {
  return sections.map((section) => new Uint8Array(section));
}

test('a vocabulary comes back as it was: terms, names, spellings in their order, votes, abbreviations', () => {
  fc.assert(
    fc.property(fc.array(TEXT, { maxLength: 6 }), (texts) => {
      const made = readVocabulary(collectionOf(...texts).documents);
      const sections = sectionsOf(made);
      expect(sections).toHaveLength(SECTIONS);
      const read = vocabularyOf(kept(sections));
      expect([...read.entries.keys()]).toEqual([...made.entries.keys()]);
      for (const [term, { spellings, ...entry }] of made.entries) {
        expect(read.entries.get(term)).toMatchObject(entry);
        expect([...read.entries.get(term)!.spellings]).toEqual([...spellings]);
      }
      expect([...read.names.keys()]).toEqual([...made.names.keys()]);
      for (const [key, { spellings, ...name }] of made.names) {
        const { core, sentences, shape, contexts } = read.names.get(key)!;
        expect({ key, core, sentences, shape, contexts }).toEqual(name);
        expect([...read.names.get(key)!.spellings]).toEqual([...spellings]);
      }
      expect([read.longForms, read.shortForms]).toEqual([made.longForms, made.shortForms]);
    }),
    { numRuns: 60 },
  );
});

test('a catalogue comes back as it was, and types names as before', () => {
  const text =
    'President Ada Brunn left Idlib province. The Hayat Tahrir Sham (HTS) stayed. Brunn said HTS left Idlib.';
  const made = catalogueOf(readVocabulary(collectionOf(text, text).documents));
  const read = catalogueIn(kept(sectionsOfCatalogue(made)));
  expect(made.entries.length).toBeGreaterThan(2);
  expect(read.entries).toEqual(made.entries);
  for (const name of ['Ada Brunn', 'Idlib', 'HTS', 'Mount Talven', 'Nobody']) {
    expect(read.typeOf(wordsOf(name), name)).toBe(made.typeOf(wordsOf(name), name));
  }
});
