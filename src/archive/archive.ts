import type { Answer, Citation, Context, NearestName } from '../model/answer.ts';
import type { Article, Span } from '../model/article.ts';
import type { Filter, Order, QuestionKind } from '../model/query.ts';
import type { ArchiveStatus, ArticleDetails, ArticleSummary, Facets, TextPage } from '../model/status.ts';
import type { ConfidenceFeatures } from '../ranking/confidence-features.ts';
import type { Weights } from '../ranking/rank.ts';

export interface AskOptions {
  /** Citations shown at most. */
  readonly limit?: number;
  /** Citations left out before the first shown one, for further pages. */
  readonly offset?: number;
  /** `best` where absent; of `quote`, that is reading order. */
  readonly order?: Order;
  /** Whether each citation carries the value of every signal. */
  readonly explain?: boolean;
  /** Only articles that pass. */
  readonly filter?: Filter;
  /** Whether models are left out: the order of words alone is there sooner. */
  readonly byWords?: boolean;
  /** Of the asker (BCP 47): a question in it is understood though the archive is in another language. */
  readonly locale?: string;
}

/** Which of the articles to list: all that pass from the `from`th, counted from 0, at most `most`. */
export interface ListOptions {
  readonly from?: number;
  readonly most?: number;
  readonly filter?: Filter;
}

export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
}

/** Which page of an article's text, counted from 0; where absent, the one with the cited sentence. */
export interface ReadOptions {
  readonly page?: number;
  readonly cited?: Span;
}

/** An answer with what it comes of. */
export interface ExaminedAnswer {
  readonly answer: Answer;
  readonly ranked: readonly Citation[];
  /** What the confidence comes of; absent of names alone and where nothing matched. */
  readonly features?: ConfidenceFeatures;
  /** How long the engine searched, in ms. */
  readonly searchMs: number;
}

/**
 * The facade: what the terminal and Discord know of everything below. All that goes in and comes out is plain data, so
 * that an archive may be in another thread. Each method throws `CorruptIndexError` where the index turns out to be
 * corrupt (it is then built again), and `IndexUnavailableError` where it can't be reached.
 */
export interface Archive {
  ask(kind: QuestionKind, text: string, options?: AskOptions): Promise<Answer>;
  /**
   * The answer, and the ranked list behind it with its signals, whether or not the answer passes the threshold: for
   * measuring, and with other weights for training.
   */
  examine(kind: QuestionKind, text: string, limit: number, weights?: Weights): Promise<ExaminedAnswer>;
  /** Where these exact words stand. */
  quote(words: string, options?: AskOptions): Promise<Answer>;
  /** The sentences that speak of what a message says. */
  sources(message: string, options?: AskOptions): Promise<Answer>;
  /** Names for what was typed so far, at most `limit`; of those that fit as well, first what the kind asks about. */
  suggest(typed: string, limit: number, kind?: QuestionKind): Promise<NearestName[]>;
  /** A page of the articles, newest first, and how many there are; only those that mention `about`, where given. */
  articles(about?: string, options?: ListOptions): Promise<ArticlePage>;
  /** Of the same articles, how many there are of each publisher and each month. */
  facets(about?: string, filter?: Filter): Promise<Facets>;
  /** Articles whose title or id holds what was typed, newest first. */
  articlesLike(typed: string, most: number): Promise<ArticleSummary[]>;
  /** By its id, or else its title; `undefined` where there is none. */
  article(id: string): Promise<ArticleDetails | undefined>;
  /** A page of an article's text, the cited sentence marked; `undefined` where there is no such article. */
  read(id: string, options?: ReadOptions): Promise<TextPage | undefined>;
  /** The id of an article by what a button remembers of it (`markOf`); `undefined` where there is none. */
  idByMark(mark: string): Promise<string | undefined>;
  /** The articles whose texts have these marks (`textMarkOf`), each text once. */
  articlesWith(marks: readonly string[]): Promise<Article[]>;
  /** How many articles a file holds. */
  articlesIn(path: string): Promise<number>;
  /** What stands around a citation; `undefined` where no sentence of the article has this span. */
  context(articleId: string, cited: Span): Promise<Context | undefined>;
  status(): Promise<ArchiveStatus>;
}

export const ARCHIVE_METHODS = [
  'ask',
  'examine',
  'quote',
  'sources',
  'suggest',
  'articles',
  'facets',
  'articlesLike',
  'article',
  'read',
  'idByMark',
  'articlesWith',
  'articlesIn',
  'context',
  'status',
] as const satisfies readonly (keyof Archive)[];

export type ArchiveMethod = (typeof ARCHIVE_METHODS)[number];

/** An archive of which each method is called by `call`. */
export function archiveBy(
  call: (method: ArchiveMethod, values: readonly unknown[]) => Promise<unknown>,
): Archive {
  const methods = ARCHIVE_METHODS.map((method) => [
    method,
    async (...values: unknown[]) => call(method, values),
  ]);
  return Object.fromEntries(methods) as Archive;
}
