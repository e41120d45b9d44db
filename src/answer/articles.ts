import type { PostingsList } from '../index/index.ts';
import { headOf, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Document } from '../model/article.ts';
import type { Query } from '../model/query.ts';
import type { ArticleDetails, ArticleSummary } from '../model/status.ts';
import { languageOf } from '../text/languages/language.ts';
import { nameRuns } from '../text/names/names.ts';
import { wordsOf } from '../text/tokens/words.ts';
import { firstFrom, holders, inAll } from './occurrences.ts';

export function summaryOf({ article, sentences }: Document): ArticleSummary {
  return { article, sentences: sentences.length };
}

export function detailsOf(
  document: Document,
  lexicon: Lexicon,
  alike: ArticleDetails['alike'],
): ArticleDetails {
  const { article, sentences } = document;
  const first = sentences[0];
  return {
    ...summaryOf(document),
    opening: first ? article.text.slice(first.start, first.end) : '',
    names: namesOf(document, lexicon),
    alike,
  };
}

/** The articles with a sentence that holds all of what was asked; `postings` of each of its terms. */
export function mentioning({ concepts }: Query, postings: ReadonlyMap<string, PostingsList>): number[] {
  if (concepts.length === 0) return [];
  const sentences = inAll(
    concepts.map((concept) => holders(concept, (term) => postings.get(term)!.sentences)),
  );
  // Each of them holds a term of the first concept.
  const lists = concepts[0]!.alternatives.flat().map((term) => postings.get(term)!);
  return documentsOf(sentences, lists);
}

/** The documents of ascending sentences, each once; each sentence stands in one of the lists. */
function documentsOf(sentences: Uint32Array, lists: readonly PostingsList[]): number[] {
  const found = new Uint32Array(sentences.length);
  for (const list of lists) {
    let at = 0;
    sentences.forEach((sentence, i) => {
      at = firstFrom(list.sentences, sentence, at);
      if (list.sentences[at] === sentence) found[i] = list.documents[at]!;
    });
  }
  return Array.from(found.filter((document, i) => document !== found[i - 1]));
}

const NAMES_SHOWN = 8;

function namesOf({ article, sentences }: Document, lexicon: Lexicon): ArticleDetails['names'] {
  const counts = new Map<string, number>();
  for (const { start, end } of sentences) {
    const text = article.text.slice(start, end);
    const words = wordsOf(text, 0, languageOf(article.language));
    const keys = nameRuns(words, text).map((run) => keyOf(words.slice(run.first, run.last)));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([key, count]) => {
      const name = lexicon.name(key);
      return name ? [{ name: headOf(name.spellings), sentences: count }] : [];
    })
    .slice(0, NAMES_SHOWN);
}
