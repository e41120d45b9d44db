import type { Vocabulary } from '../../src/index/lexicon/lexicon.ts';
import { readVocabulary } from '../../src/index/lexicon/memory-lexicon.ts';
import { type Catalogue, type CatalogueEntry, catalogueOf } from '../../src/index/lexicon/name-types.ts';
import type { Question, QuestionKind } from '../../src/model/model.ts';
import { readQuestion } from '../../src/query/parse-query.ts';
import { collectionOf } from '../articles.ts';

/** What an archive of these texts knows: its words and names, and what the names are. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly catalogue: Catalogue;
  /** The names that are one, most mentioned first. */
  readonly entries: readonly CatalogueEntry[];
  read(text: string, kind?: QuestionKind): Question;
}

export function worldOf(...texts: string[]): World {
  const vocabulary = readVocabulary(collectionOf(...texts).documents);
  const catalogue = catalogueOf(vocabulary);
  return {
    vocabulary,
    catalogue,
    entries: entriesOf(vocabulary, catalogue),
    read: (text, kind = 'ask') => readQuestion(kind, text, vocabulary),
  };
}

function entriesOf(vocabulary: Vocabulary, catalogue: Catalogue): CatalogueEntry[] {
  const entries = vocabulary.namesFrom('', vocabulary.names).map((key) => catalogue.entryOf(key)!);
  const different = new Map(entries.map((entry) => [entry.name, entry]));
  return [...different.values()].sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1));
}
