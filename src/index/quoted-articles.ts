import { asInJson, quotedWordsIn, rarestFirst } from './documents/quoted-words.ts';
import type { IndexSnapshot } from './index.ts';
import { MOST_SPELLED } from './lexicon/lexicon.ts';

/** Words that are looked up: each costs as much as reading 5,000 articles. */
const MOST_WORDS = 3;
/** So few articles are read rather than another word is looked up. */
const FEW = 5_000;
/** Of more of the articles than this share, reading all in order is cheaper: it ends where enough are found. */
const MOST_SHARE = 1 / 8;

/**
 * The numbers of the articles that hold the rarest of some exact words, as the lexicon spells them: none of the others holds all of
 * them. `undefined` where no word says so, or too many articles hold them.
 */
export function quotedArticles({
  articles,
  lexicon,
  metadata,
  postings,
}: Pick<IndexSnapshot, 'articles' | 'lexicon' | 'metadata' | 'postings'>) {
  let languages: Promise<readonly string[]> | undefined;
  const most = articles * MOST_SHARE;
  const frequencyOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
  return async (words: string): Promise<Uint32Array | undefined> => {
    languages ??= metadata.summary().then((summary) => summary.languages.map(({ name }) => name));
    const rarest = rarestFirst(quotedWordsIn(words, await languages), frequencyOf);
    let found: ReadonlySet<number> | undefined;
    for (const word of rarest.slice(0, MOST_WORDS)) {
      const terms = lexicon.spelledWith(asInJson(word));
      if (terms.length > MOST_SPELLED) continue;
      const holding = new Set<number>();
      for (const { documents } of await postings(terms)) {
        for (const number of documents) if (!found || found.has(number)) holding.add(number);
      }
      found = holding;
      if (found.size <= Math.min(FEW, most)) break;
    }
    return found && found.size <= most ? Uint32Array.from(found) : undefined;
  };
}
