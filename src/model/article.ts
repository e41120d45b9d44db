/** Articles and what they are cut into. Offsets are UTF-16 units into `Article.text`, half-open, everywhere. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

type PageOrigin = 'JSON-LD' | 'Open Graph' | 'meta' | 'link' | 'page title' | Element;
type Element = 'byline' | 'time element' | 'author element' | 'html element' | 'heading';
type RecordOrigin =
  | 'front matter'
  | 'field'
  | 'mail header'
  | 'feed item'
  | 'feed'
  | 'document properties'
  | 'file name';
/** Where a field was found; `url`: read from its address, or where it was found; `detected`: told from the text. */
export type Origin = PageOrigin | RecordOrigin | 'url' | 'opening words' | 'detected';

export interface Article {
  /** Stable: the path inside the archive without extension (documents keep it), or `path#id` for one of several in a file. */
  readonly id: string;
  /** The file, relative to the archive's folder, `/` between folders. */
  readonly path: string;
  /** What every quotation is cut from, never normalised. */
  readonly text: string;
  readonly title: string;
  /** ISO 8601: a day (`2020-01-27`) or an instant. Absent when the article doesn't say: never the file's time. */
  readonly published?: string;
  /** Also stated, by worse sources, and more than a day apart from `published`. */
  readonly otherDates?: readonly { readonly published: string; readonly origin: Origin }[];
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly tags?: readonly string[];
  /** Where each page starts in the text, in order, for what is printed on pages: `pages[0]` is page 1. */
  readonly pages?: readonly number[];
  /** The encoding the file was read in; `utf-8` unless the file says or shows otherwise. */
  readonly encoding: string;
  readonly origin: Readonly<
    Partial<Record<'title' | 'published' | 'publisher' | 'author' | 'url' | 'language' | 'tags', Origin>>
  >;
}

/** What is wrong with a file: an `error` keeps an article out, a `warning` doesn't. Lines count from 1. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly line?: number;
  readonly reason: string;
}

export interface Sentence extends Span {
  /** Place in the whole collection, counted from 0: what an engine calls the sentence by. */
  readonly number: number;
  /** The article, as the collection numbers it. */
  readonly document: number;
  /** Paragraph of the article, and place in it, counted from 0. */
  readonly paragraph: number;
  readonly ordinal: number;
}

/** An article with its spans. Sentences never cross paragraphs. */
export interface Document {
  readonly article: Article;
  readonly number: number;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
}

/** A word of a text: where it stands, and the folded forms that it is found by. */
export interface Word extends Span {
  /** Folded (case, marks, apostrophes), not stemmed. */
  readonly folded: string;
  /** What the index holds: the stem of `folded`. */
  readonly term: string;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  /** A function word ("the", "of"): in the text, not in the index. */
  readonly stop: boolean;
  /** `true` where a hyphen binds this word to the one before it. */
  readonly bound: boolean;
}

export type Likeness = 'same' | 'nearly' | 'version';
