import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Connection, connect, IN_MEMORY } from '../../../src/index/database/connection.ts';
import type { Vocabulary } from '../../../src/index/lexicon/lexicon.ts';
import { keptVocabulary } from '../../../src/index/lexicon/lexicon-reader.ts';
import { addCounts, VOCABULARY_TABLES } from '../../../src/index/lexicon/lexicon-tables.ts';
import { readVocabulary } from '../../../src/index/lexicon/memory-lexicon.ts';
import { lookupsOfName, lookupsOfTerm } from '../../../src/index/lexicon/name-keys.ts';
import { catalogueOf } from '../../../src/index/lexicon/name-types.ts';
import { Counts } from '../../../src/index/lexicon/term-stats.ts';
import type { Document } from '../../../src/model/model.ts';
import { suggest } from '../../../src/query/suggest.ts';
import { collectionOf } from '../../articles.ts';
import { vocabularyContract } from '../../query/vocabulary-contract.ts';

async function tables(): Promise<Connection> {
  const connection = await connect(IN_MEMORY);
  connection.exec(VOCABULARY_TABLES);
  return connection;
}

/** Adds documents, or with -1 takes them out, all in one transaction or each in one of its own. */
function count(connection: Connection, documents: readonly Document[], by: 1 | -1, atOnce: boolean): void {
  for (const some of atOnce ? [documents] : documents.map((one) => [one])) {
    const counts = new Counts();
    for (const document of some) counts.count(document, by);
    addCounts(connection, counts);
  }
}

vocabularyContract('kept', async (...texts) => {
  const connection = await tables();
  count(connection, collectionOf(...texts).documents, 1, false);
  return keptVocabulary(connection);
});

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

/** All that a vocabulary says. */
function saidBy(vocabulary: Vocabulary) {
  const sorted = <T extends { readonly spellings: ReadonlyMap<string, number> }>(one: T) => ({
    ...one,
    spellings: [...one.spellings].sort(([a], [b]) => (a < b ? -1 : 1)),
  });
  const catalogue = catalogueOf(vocabulary);
  const keys = vocabulary.namesFrom('', 1_000);
  const forms = LETTERS.flatMap((letter) => vocabulary.formsFrom(letter));
  const terms = forms.map(({ term }) => vocabulary.term(term)!);
  const names = keys.map((key) => vocabulary.name(key)!);
  return {
    count: vocabulary.names,
    keys,
    forms,
    terms: terms.map(sorted),
    names: names.map(sorted),
    words: LETTERS.map((letter) => vocabulary.wordsFrom(letter)),
    termsBy: terms.flatMap((one) => lookupsOfTerm(one).map((by) => vocabulary.termsBy(...by))),
    namesBy: names.flatMap((one) => lookupsOfName(one).map((by) => vocabulary.namesBy(...by))),
    namesFrom: LETTERS.map((letter) => vocabulary.namesFrom(letter, 3)),
    longForms: terms.map(({ term }) => vocabulary.longForm(term)),
    shortForms: keys.map((key) => vocabulary.shortForm(key)),
    entries: keys.map((key) => catalogue.entryOf(key)),
    suggested: ['l', 'ad', 'dan', 'brum', 'latkia'].map((typed) =>
      suggest(typed, 5, 'who', { vocabulary, catalogue }),
    ),
  };
}

test('whatever came and went before, it says what one in memory says of what is left', async () => {
  await fc.assert(
    fc.asyncProperty(TEXTS, TEXTS, fc.boolean(), async (staying, going, atOnce) => {
      const connection = await tables();
      const [left, gone] = [staying, going].map((texts) => collectionOf(...texts).documents) as [
        Document[],
        Document[],
      ];
      count(connection, [...gone, ...left], 1, atOnce);
      count(connection, gone, -1, atOnce);
      expect(saidBy(keptVocabulary(connection))).toEqual(saidBy(readVocabulary(left)));
      connection.close();
    }),
    { numRuns: 60 },
  );
});
