import type {
  ArchiveStatus,
  ArticleDetails,
  ArticleSummary,
  Collection,
  Document,
  Problem,
} from '../model.ts';
import { headOf, keyOf, type Vocabulary } from '../question/vocabulary.ts';
import { codeOf, languageOf } from '../text/language.ts';
import { nameRuns } from '../text/names.ts';
import { wordsOf } from '../text/words.ts';
import { dayOf } from './filter.ts';

/** Articles newest first, undated ones last; of `documents` only, where given. */
export function newestFirst(collection: Collection, documents?: ReadonlySet<number>): ArticleSummary[] {
  return collection.documents
    .filter((_, i) => documents?.has(i) ?? true)
    .map(summaryOf)
    .sort(
      (a, b) =>
        compare(b.article.published ?? '', a.article.published ?? '') || compare(a.article.id, b.article.id),
    );
}

export function detailsOf(document: Document, vocabulary: Vocabulary): ArticleDetails {
  const { article, sentences } = document;
  const first = sentences[0];
  return {
    ...summaryOf(document),
    opening: first ? article.text.slice(first.start, first.end) : '',
    names: namesOf(document, vocabulary),
  };
}

export function statusOf(
  collection: Collection,
  vocabulary: Vocabulary,
  problems: readonly Problem[],
  readAt: number,
): ArchiveStatus {
  const articles = collection.documents.map(({ article }) => article);
  const days = articles.flatMap(({ published }) => dayOf(published) ?? []).sort(compare);
  const [from, to] = [days[0], days.at(-1)];
  return {
    articles: articles.length,
    sentences: collection.size,
    names: vocabulary.names.size,
    ...(from !== undefined && to !== undefined && { from, to }),
    undated: articles.length - days.length,
    publishers: tallyOf(articles.map(({ publisher }) => publisher)),
    languages: tallyOf(articles.map(({ language }) => codeOf(language))),
    problems,
    readAt,
  };
}

/** Most articles first. */
function tallyOf(values: readonly (string | undefined)[]): ArchiveStatus['publishers'] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || compare(a.name, b.name));
}

const NAMES_SHOWN = 8;

function namesOf({ article, sentences }: Document, { names }: Vocabulary): ArticleDetails['names'] {
  const counts = new Map<string, number>();
  for (const { start, end } of sentences) {
    const text = article.text.slice(start, end);
    const words = wordsOf(text, 0, languageOf(article.language));
    const keys = nameRuns(words, text).map((run) => keyOf(words.slice(run.first, run.last)));
    for (const key of new Set(keys)) if (names.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, NAMES_SHOWN)
    .map(([key, count]) => ({ name: headOf(names.get(key)!.spellings), sentences: count }));
}

function summaryOf({ article, sentences }: Document): ArticleSummary {
  return { article, sentences: sentences.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
