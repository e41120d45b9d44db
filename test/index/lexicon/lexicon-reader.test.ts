import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Connection, IN_MEMORY } from '../../../src/index/database/connection.ts';
import { openForWriting } from '../../../src/index/database/open-database.ts';
import type { Lexicon } from '../../../src/index/lexicon/lexicon.ts';
import { lexiconReader } from '../../../src/index/lexicon/lexicon-reader.ts';
import { addTermStats } from '../../../src/index/lexicon/lexicon-tables.ts';
import { keysOfName, keysOfTerm } from '../../../src/index/lexicon/name-keys.ts';
import { nameTypesOf } from '../../../src/index/lexicon/name-types.ts';
import { TermStats } from '../../../src/index/lexicon/term-stats.ts';
import type { Document } from '../../../src/model/article.ts';
import { suggest } from '../../../src/query/suggest.ts';
import { documentsOf } from '../../articles.ts';

/** Adds documents, or with -1 takes them out, all in one transaction or each in one of its own. */
function count(connection: Connection, documents: readonly Document[], by: 1 | -1, atOnce: boolean): void {
  for (const some of atOnce ? [documents] : documents.map((one) => [one])) {
    const counts = new TermStats();
    for (const document of some) counts.count(document, by);
    addTermStats(connection, counts);
  }
}

const WORD = fc.constantFrom(
  ...[
    'Ada',
    'ada',
    'Brunn',
    'brunn',
    'President',
    'Mr.',
    'al-Dana',
    'Dana',
    'Ma’asaran',
    'MA‘ASARAN',
    'HTS',
    '(HTS)',
  ],
  ...[
    'Hayat',
    'Tahrir',
    'Sham',
    'Latakia',
    'latakia',
    'Latakiya',
    'province',
    'province.',
    'left',
    'left.',
    '. The',
  ],
  ...[
    'the',
    'in',
    'said',
    '中文',
    'co-operation',
    '"He',
    'cafe\u0301',
    'Ｚed',
    '😀',
    '𐐀𐐁',
    'Ёлкин',
    'Zürich',
    '.',
  ],
);
const TEXTS = fc.array(
  fc.array(WORD, { maxLength: 40 }).map((words) => words.join(' ')),
  { maxLength: 5 },
);
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzё1中ｚ𐐨'];

/** All that a lexicon says. */
function saidBy(lexicon: Lexicon) {
  const sorted = <T extends { readonly spellings: ReadonlyMap<string, number> }>(one: T) => ({
    ...one,
    spellings: [...one.spellings].sort(([a], [b]) => (a < b ? -1 : 1)),
  });
  const nameTypes = nameTypesOf(lexicon);
  const keys = lexicon.namesFrom('', 1_000);
  const forms = LETTERS.flatMap((letter) => lexicon.formsFrom(letter));
  const terms = forms.map(({ term }) => lexicon.term(term)!);
  const names = keys.map((key) => lexicon.name(key)!);
  return {
    count: lexicon.names,
    keys,
    forms,
    terms: terms.map(sorted),
    names: names.map(sorted),
    words: LETTERS.map((letter) => lexicon.wordsFrom(letter)),
    termsBy: terms.flatMap((one) => keysOfTerm(one).map((by) => lexicon.termsBy(...by))),
    namesBy: names.flatMap((one) => keysOfName(one).map((by) => lexicon.namesBy(...by))),
    namesFrom: LETTERS.map((letter) => lexicon.namesFrom(letter, 3)),
    longForms: terms.map(({ term }) => lexicon.longForm(term)),
    shortForms: keys.map((key) => lexicon.shortForm(key)),
    entries: keys.map((key) => nameTypes.entryOf(key)),
    suggested: ['l', 'ad', 'dan', 'brum', 'latkia'].map((typed) =>
      suggest(typed, 5, 'who', { lexicon, nameTypes }),
    ),
  };
}

test('whatever came and went before, it says what it would have said of what is left alone', async () => {
  await fc.assert(
    fc.asyncProperty(TEXTS, TEXTS, fc.boolean(), async (staying, going, atOnce) => {
      const [edited, anew] = [await openForWriting(IN_MEMORY), await openForWriting(IN_MEMORY)];
      const [left, gone] = [documentsOf(...staying), documentsOf(...going)];
      count(edited, [...gone, ...left], 1, atOnce);
      count(edited, gone, -1, atOnce);
      count(anew, left, 1, true);
      expect(saidBy(lexiconReader(edited))).toEqual(saidBy(lexiconReader(anew)));
      const counted = new TermStats();
      for (const document of left) counted.count(document);
      const lexicon = lexiconReader(edited);
      for (const [term, entry] of counted.terms) expect(lexicon.term(term)).toEqual(entry);
      const keys = (connection: Connection) => [...connection.rows('SELECT * FROM name_keys')].map(String);
      expect(keys(edited)).toEqual(keys(anew));
      for (const connection of [edited, anew]) connection.close();
    }),
    { numRuns: 20 },
  );
});
