import { headOf, keyOf, type Vocabulary } from '../index/lexicon/lexicon.ts';
import type { ArticleDetails, ArticleSummary, Document, Hit, Question } from '../model/model.ts';
import { languageOf } from '../text/languages/language.ts';
import { nameRuns } from '../text/names/names.ts';
import { wordsOf } from '../text/tokens/words.ts';
import type { Sources } from './answer.ts';

export function summaryOf({ article, sentences }: Document): ArticleSummary {
  return { article, sentences: sentences.length };
}

export function detailsOf(
  document: Document,
  vocabulary: Vocabulary,
  alike: ArticleDetails['alike'],
): ArticleDetails {
  const { article, sentences } = document;
  const first = sentences[0];
  return {
    ...summaryOf(document),
    opening: first ? article.text.slice(first.start, first.end) : '',
    names: namesOf(document, vocabulary),
    alike,
  };
}

/** Of the documents that were hit, those with a sentence that holds all of what was asked. */
export function mentioning(
  { concepts }: Question,
  hits: readonly Hit[],
  { collection, analyses }: Pick<Sources, 'collection' | 'analyses'>,
): Set<number> {
  const found = new Set<number>();
  for (const hit of hits) {
    const sentence = collection.sentence(hit.sentence);
    if (found.has(sentence.document)) continue;
    const { positions } = analyses.of(sentence);
    if (
      concepts.every(({ alternatives }) =>
        alternatives.some((terms) => terms.every((term) => positions.has(term))),
      )
    ) {
      found.add(sentence.document);
    }
  }
  return found;
}

const NAMES_SHOWN = 8;

function namesOf({ article, sentences }: Document, vocabulary: Vocabulary): ArticleDetails['names'] {
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
      const name = vocabulary.name(key);
      return name ? [{ name: headOf(name.spellings), sentences: count }] : [];
    })
    .slice(0, NAMES_SHOWN);
}
