/** What is said of articles and of the archive as a whole. */
import type { NearestName } from './answer.ts';
import type { Article, Likeness, Problem, Span } from './article.ts';

export type ArticleSummary = { readonly article: Article; readonly sentences: number };

export interface ArticleDetails extends ArticleSummary {
  /** Its first sentence, word for word. */
  readonly opening: string;
  /** The names that it mentions most, with their sentences in this article. */
  readonly names: readonly NearestName[];
  /** Others that are the same: word for word, nearly, or as versions under one address; earliest first. */
  readonly alike: readonly { readonly article: Article; readonly likeness: Likeness }[];
}

export interface ArchiveStatus {
  /** The name of the engine that searches it. */
  readonly engine: string;
  readonly articles: number;
  readonly sentences: number;
  readonly names: number;
  readonly languages: ArchiveStatus['publishers'];
  /** First and last day of the dated articles. */
  readonly from?: string;
  readonly to?: string;
  readonly undated: number;
  /** Articles whose text another one has, word for word. */
  readonly repeated: number;
  /** Most articles first. */
  readonly publishers: readonly { readonly name: string; readonly articles: number }[];
  readonly problems: readonly Problem[];
  /** When the corpus was read, in ms since 1970. */
  readonly readAt: number;
}

/** How many articles there are of each; a month is `2020-01`. */
export type Facets = Readonly<Record<'publishers' | 'months', ArchiveStatus['publishers']>>;

/** A page of an article's text: whole paragraphs, where they aren't longer than a page. */
export interface TextPage {
  readonly article: Omit<Article, 'text'>;
  /** Counted from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** Slices of the article's text, in order, with white space between them left out. */
  readonly paragraphs: readonly {
    readonly text: string;
    /** What of the cited sentence stands in it: a span into `text`. */
    readonly marked?: Span;
  }[];
}
