import { asInJson, quotedWordsIn, rarestOf } from './documents/quoted-words.ts';
import type { IndexSnapshot } from './index.ts';
import { MOST_SPELLED } from './lexicon/lexicon.ts';

/** Of more of the articles than this share, reading all in order is cheaper: it ends where enough are found. */
const MOST_SHARE = 1 / 8;

/**
 * The numbers of the articles that hold the rarest of some exact words, as the lexicon spells it: none of the others holds them all.
 * `undefined` where no word says so, or too many articles hold it.
 */
export function quotedArticles({
  articles,
  lexicon,
  metadata,
  postings,
}: Pick<IndexSnapshot, 'articles' | 'lexicon' | 'metadata' | 'postings'>) {
  let languages: Promise<readonly string[]> | undefined;
  const frequencyOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
  return async (words: string): Promise<Uint32Array | undefined> => {
    languages ??= metadata.summary().then((summary) => summary.languages.map(({ name }) => name));
    const rarest = rarestOf(quotedWordsIn(words, await languages), frequencyOf);
    const terms = rarest && lexicon.spelledWith(asInJson(rarest));
    if (!terms || terms.length > MOST_SPELLED) return undefined;
    const numbers = new Set((await postings(terms)).flatMap(({ documents }) => [...documents]));
    return numbers.size > articles * MOST_SHARE ? undefined : Uint32Array.from(numbers);
  };
}
