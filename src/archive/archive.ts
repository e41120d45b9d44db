import { LRUCache } from 'lru-cache';
import { answerOf, citationsOf, type Sources, type Untimed } from '../answer/answer.ts';
import { detailsOf, mentioning, summaryOf } from '../answer/articles.ts';
import { candidatesOf } from '../answer/candidates.ts';
import { contextOf } from '../answer/context.ts';
import { elsewhereIn } from '../answer/copies.ts';
import { type Accepting, accepting } from '../answer/filter.ts';
import { citationsOfWords } from '../answer/quote.ts';
import type { RankedResult } from '../answer/ranked-result.ts';
import { speakingOf } from '../answer/sources.ts';
import { collect } from '../index/documents/document.ts';
import { type Register, registerOf } from '../index/documents/metadata.ts';
import type { Engine, Searcher } from '../index/engines/engine.ts';
import { miniSearchEngine } from '../index/engines/minisearch.ts';
import type { Vocabulary } from '../index/lexicon/lexicon.ts';
import { readVocabulary } from '../index/lexicon/memory-lexicon.ts';
import { catalogueOf } from '../index/lexicon/name-types.ts';
import { once } from '../index/lexicon/once.ts';
import type { Alike } from '../ingest/duplicates/near-duplicates.ts';
import type {
  Answer,
  ArchiveStatus,
  Article,
  ArticleDetails,
  ArticleSummary,
  Citation,
  Collection,
  Concept,
  Context,
  Filter,
  Hit,
  NearestName,
  Problem,
  Question,
  QuestionKind,
  Span,
} from '../model/model.ts';
import { languagesOf } from '../query/languages.ts';
import { readQuestion } from '../query/parse-query.ts';
import { suggest } from '../query/suggest.ts';
import { analysesOf } from '../ranking/analysis.ts';
import { type ConfidenceFeatures, confidenceFeaturesOf } from '../ranking/confidence.ts';
import { asksOfNames, evidenceOf, queryContextOf } from '../ranking/evidence.ts';
import { rank, type Weights } from '../ranking/rank.ts';

export interface AskOptions {
  /** Citations shown at most. */
  readonly limit?: number;
  /** Citations left out before the first shown one, for further pages. */
  readonly offset?: number;
  /** Whether each citation carries the value of every signal. */
  readonly explain?: boolean;
  /** Only articles that pass. */
  readonly filter?: Filter;
}

export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
}

/** An answer with what it comes of. */
export interface Examined {
  readonly answer: Answer;
  readonly ranked: readonly Citation[];
  /** What the confidence comes of; absent of names alone and where nothing matched. */
  readonly features?: ConfidenceFeatures;
}

/** The facade: what the terminal and Discord know of everything below. */
export interface Archive {
  readonly collection: Collection;
  readonly problems: readonly Problem[];
  ask(kind: QuestionKind, text: string, options?: AskOptions): Answer;
  /**
   * The answer, and the ranked list behind it with its signals, whether or not the answer passes the threshold: for
   * measuring, and with other weights for training.
   */
  examine(kind: QuestionKind, text: string, limit: number, weights?: Weights): Examined;
  /** Where these exact words stand. */
  quote(words: string, options?: AskOptions): Answer;
  /** The sentences that speak of what a message says. */
  sources(message: string, options?: AskOptions): Answer;
  /** Names for what was typed so far, at most `limit`; of those that fit as well, first what the kind asks about. */
  suggest(typed: string, limit: number, kind?: QuestionKind): NearestName[];
  /** A page of the articles, newest first, and how many there are; only those that mention `about`, where given. */
  articles(about?: string, page?: { from?: number; most?: number }): ArticlePage;
  /** Articles whose title or id holds what was typed, newest first. */
  articlesLike(typed: string, most: number): ArticleSummary[];
  /** By its id, or else its title. */
  article(id: string): ArticleDetails | undefined;
  /** The id of an article by what a button remembers of it (`markOf`). */
  idByMark(mark: string): string | undefined;
  /** The articles whose texts have these marks (`textMarkOf`), each text once. */
  articlesWith(marks: readonly string[]): Article[];
  /** How many articles a file holds. */
  articlesIn(path: string): number;
  /** What stands around a citation; `undefined` where no sentence of the article has this span. */
  context(articleId: string, cited: Span): Context | undefined;
  status(): ArchiveStatus;
}

/** Candidates that are ranked. Of 2,832 questions of squad-a they hold the answer for .966, of qamr-news-dev for .952. */
const CANDIDATES = 60;
/** A name alone stands in many sentences, and BM25 can't tell which of them says what it is. */
const CANDIDATES_OF_NAMES = 240;
const CITATIONS = 3;
/** Articles of which it is remembered which others are the same: to find out takes 20 ms for a megabyte of text. */
const ALIKE_KEPT = 1_000;
/** Sentences looked through for articles that mention a name. */
const MENTIONS = 5_000;

/** Builds an archive over articles already in memory. */
export function buildArchive(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
  { engine = miniSearchEngine() }: { readonly engine?: Engine | undefined } = {},
): Archive {
  const collection = collect(articles);
  const { documents } = collection;
  for (const document of documents) engine.add(document);
  const vocabulary = readVocabulary(documents);
  return archiveOver({ collection, register: registerOf(documents), vocabulary, engine, problems });
}

/** What an archive answers out of. */
export interface Parts {
  readonly collection: Collection;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  readonly engine: Searcher;
  readonly problems: readonly Problem[];
}

/** The archive that answers out of these. */
export function archiveOver({ collection, register, vocabulary, engine, problems }: Parts): Archive {
  const catalogue = catalogueOf(vocabulary);
  const sources: Sources = {
    collection,
    vocabulary,
    analyses: analysesOf(collection, catalogue.typeOf),
  };
  const languages = once(() => languagesOf(collection.articles, register.summary()));
  const readAt = Date.now();

  const passing = (filter: Filter): Accepting | undefined => {
    const { publisher, from, to } = filter;
    if (publisher === undefined && from === undefined && to === undefined) return undefined;
    return accepting(collection, register.passing(filter), filter);
  };
  /** Of articles that a filter leaves out, the sentences that tell of its days, among the best ones only. */
  const hitsOf = (terms: readonly string[], most: number, accepts: Accepting | undefined): Hit[] => {
    const hits = engine.search(terms, most, accepts?.article);
    if (!accepts?.dated) return hits;
    const others = engine
      .search(terms, CANDIDATES_OF_NAMES, accepts.other)
      .filter(({ sentence }) => accepts.sentence(collection.sentence(sentence)));
    return [...hits, ...others].sort((a, b) => b.score - a.score).slice(0, most);
  };
  const alike = new LRUCache<number, readonly Alike[]>({
    max: ALIKE_KEPT,
    memoMethod: (document) => register.alike(document),
  });
  const alikeTo = (document: number) => alike.memo(document).map(({ number }) => number);
  const find = (kind: QuestionKind, text: string, filter: Filter = {}, weights?: Weights): RankedResult => {
    const question = readQuestion(kind, text, vocabulary, languages());
    const most = asksOfNames(question) ? CANDIDATES_OF_NAMES : CANDIDATES;
    const accepts = passing(filter);
    const terms = termsOf(question.concepts);
    const hits = candidatesOf((limit) => hitsOf(terms, limit, accepts), most, collection, alikeTo);
    const query = queryContextOf(question, hits, collection, (term) => vocabulary.term(term)?.sentences ?? 0);
    const evidence = hits.map((hit) => evidenceOf(hit, query, collection, sources.analyses));
    return {
      query,
      ranked: rank(evidence, query, weights),
      evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
      holding: (term) => engine.holding(term, accepts?.article),
      elsewhere: elsewhereIn(sources, alikeTo, accepts?.sentence ?? (() => true)),
    };
  };
  const documentsWith = (question: Question) =>
    mentioning(question, engine.search(termsOf(question.concepts), MENTIONS), sources);
  /** Articles that pass, and those of which a sentence does. */
  const searched = (filter: Filter, citations: readonly Citation[]) => {
    const accepts = passing(filter);
    if (!accepts) return collection.articles;
    const cited = new Set(citations.map(({ articleId }) => register.byId(articleId)!));
    return accepts.count + [...cited].filter((number) => !accepts.article(number)).length;
  };
  const exact = (text: string, filter: Filter, citations: readonly Citation[]) => ({
    question: { kind: 'ask' as const, text, names: [], isKeywordQuery: false },
    articles: searched(filter, citations),
    nearest: [],
  });
  const documentOf = (id: string) => {
    const number = register.byId(id) ?? register.byTitle(id);
    return number === undefined ? undefined : collection.document(number);
  };
  const summaries = (numbers: readonly number[]) =>
    numbers.map((number) => summaryOf(collection.document(number)));

  return {
    collection,
    problems,
    ask: (kind, text, { limit = CITATIONS, filter = {}, ...show } = {}) =>
      timed(() => {
        const answer = answerOf(find(kind, text, filter), sources, { limit, ...show });
        return { ...answer, articles: searched(filter, answer.citations) };
      }),
    examine(kind, text, limit, weights) {
      const began = performance.now();
      const result = find(kind, text, {}, weights);
      const answer = timed(() => answerOf(result, sources, { limit: CITATIONS }), began);
      const { citations } = citationsOf(result.ranked, result, sources, { limit, explain: true });
      const { size, articles } = collection;
      const features = confidenceFeaturesOf({ ...result, sentences: size, articles });
      return { answer, ranked: citations, ...(features && { features }) };
    },
    quote: (words, { limit = CITATIONS, offset = 0, filter = {} } = {}) =>
      timed(() => {
        const accepts = passing(filter);
        const found = citationsOfWords(collection, words, accepts?.sentence ?? (() => true));
        const citations = found.slice(offset, offset + limit);
        const counts = { citations, found: found.length, ...exact(words, filter, found) };
        return found.length > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-such-words', ...counts };
      }),
    sources: (message, { limit = CITATIONS, filter = {}, ...show } = {}) =>
      timed(() => {
        const result = find('ask', message, filter);
        const shown = citationsOf(speakingOf(result), result, sources, { limit, ...show });
        const counts = { ...shown, ...exact(message, filter, shown.citations) };
        return shown.found > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-sources', ...counts };
      }),
    suggest: (typed, limit, kind = 'ask') => suggest(typed, limit, kind, { vocabulary, catalogue }),
    articles(about, { from = 0, most = Number.POSITIVE_INFINITY } = {}) {
      const among =
        about === undefined ? undefined : documentsWith(readQuestion('ask', about, vocabulary, languages()));
      return {
        articles: summaries(register.newest(from, most, among)),
        total: among?.size ?? collection.articles,
      };
    },
    articlesLike: (typed, most) => summaries(register.like(typed, most)),
    article(id) {
      const document = documentOf(id);
      if (!document) return undefined;
      const others = alike.memo(document.number).map(({ number, likeness }) => {
        return { article: collection.document(number).article, likeness };
      });
      return detailsOf(document, vocabulary, others);
    },
    idByMark(mark) {
      const number = register.byMark(mark);
      return number === undefined ? undefined : collection.document(number).article.id;
    },
    articlesWith: (marks) =>
      [...new Set(marks)]
        .flatMap((mark) => register.byText(mark).slice(0, 1))
        .map((number) => collection.document(number).article),
    articlesIn: (path) => register.inFile(path),
    context(articleId, cited) {
      const document = documentOf(articleId);
      return document && contextOf(document, cited);
    },
    status: () => ({
      articles: collection.articles,
      sentences: collection.size,
      names: vocabulary.names,
      ...register.summary(),
      repeated: register.repeated(),
      problems,
      readAt,
    }),
  };
}

function termsOf(concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ alternatives }) => alternatives.flat());
}

function timed(make: () => Untimed, began = performance.now()): Answer {
  const answer = make();
  return { ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 };
}
