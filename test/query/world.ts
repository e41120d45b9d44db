import type { Lexicon } from '../../src/index/lexicon/lexicon.ts';
import { type NameTypes, nameTypesOf, type TypedName } from '../../src/index/lexicon/name-types.ts';
import type { Query, QuestionKind } from '../../src/model/query.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { lexiconOf } from '../articles.ts';

/** What an archive of these texts knows: its words and names, and what the names are. */
export interface World {
  readonly lexicon: Lexicon;
  readonly nameTypes: NameTypes;
  /** The names that are one, most mentioned first. */
  readonly entries: readonly TypedName[];
  read(text: string, kind?: QuestionKind): Query;
}

export async function worldOf(...texts: string[]): Promise<World> {
  const lexicon = await lexiconOf(...texts);
  const nameTypes = nameTypesOf(lexicon);
  return {
    lexicon,
    nameTypes,
    entries: entriesOf(lexicon, nameTypes),
    read: (text, kind = 'ask') => parseQuery(kind, text, lexicon),
  };
}

function entriesOf(lexicon: Lexicon, nameTypes: NameTypes): TypedName[] {
  const entries = lexicon.namesFrom('', lexicon.names).map((key) => nameTypes.entryOf(key)!);
  const different = new Map(entries.map((entry) => [entry.name, entry]));
  return [...different.values()].sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1));
}
