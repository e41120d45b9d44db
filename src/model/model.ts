/**
 * Every data type that passes from one room of the house to the next. Imports nothing.
 * Offsets are UTF-16 units into `Article.text`, half-open, everywhere.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

type PageOrigin = 'JSON-LD' | 'Open Graph' | 'meta' | 'link' | 'page title' | Element;
type Element = 'time element' | 'author element' | 'html element' | 'heading';
type RecordOrigin = 'front matter' | 'field' | 'mail header' | 'feed item' | 'feed' | 'document properties';
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

export const QUESTION_KINDS = ['who', 'what', 'where', 'when', 'why', 'how-many', 'ask'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const NAME_TYPES = ['person', 'place', 'organisation', 'other'] as const;
/** What a name stands for; `other` is a people, a war, a treaty …, or not known. */
export type NameType = (typeof NAME_TYPES)[number];

/** What an answer must hold to be one. */
export type AnswerType = 'person' | 'place' | 'date' | 'number' | 'reason' | 'thing';

/** How what was typed was matched with what the archive holds. */
export type MatchKind = 'exact' | 'folded' | 'close' | 'abbreviation' | 'none';

export interface QuestionName {
  readonly typed: string;
  readonly match: MatchKind;
  /** The archive's spellings that it was read as; empty where it was found exactly or not at all. */
  readonly readAs: readonly string[];
}

/** One idea of the question: any of its alternatives, whole, stands for it. */
export interface Concept {
  /** As it was typed. */
  readonly typed: string;
  /** Each alternative is a run of terms that must all be there; the first is what was typed. */
  readonly alternatives: readonly (readonly string[])[];
  /** Part of a name: its absence weighs more. */
  readonly name: boolean;
}

export interface Question {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly expects: AnswerType;
  /** A name or phrase alone ("SANA"), rather than a sentence that asks. */
  readonly isKeywordQuery: boolean;
  /** Stem of the noun that says what is asked for: "year" in "In what year …". */
  readonly focus?: string;
  readonly names: readonly QuestionName[];
  readonly concepts: readonly Concept[];
}

/** BM25 sums of one sentence at the three levels, 0 where nothing matched. */
export interface Levels {
  readonly sentence: number;
  readonly paragraph: number;
  readonly article: number;
}

/** What an engine returns: the numbers of a sentence and of its article, no text. */
export interface Hit {
  readonly sentence: number;
  readonly document: number;
  readonly score: number;
  readonly levels: Levels;
}

export interface Ranked {
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly score: number;
  /** Name of each signal to its value, so that `--explain` can show why. */
  readonly signals: Readonly<Record<string, number>>;
}

export interface Copy extends Span {
  readonly articleId: string;
  readonly title: string;
  /** `title` is its opening words. */
  readonly untitled: boolean;
  readonly path: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** On which it starts, from 1, where the article has pages. */
  readonly page?: number;
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
}

/** A sentence that another one leans on, word for word, of the same article. */
export type Lean = Span & { readonly quote: string };

/** An expression of time in an article's text ("Monday"), and the days that it is read as: ISO 8601, both inclusive. */
export interface DateReading extends Span {
  readonly from: string;
  readonly to: string;
}

/** A sentence of an article, word for word: `quote === article.text.slice(start, end)`. */
export interface Citation extends Copy {
  readonly quote: string;
  /** Matched names and the answer phrase: spans into the article's text, in order, apart from each other. */
  readonly highlights: readonly Span[];
  /** The sentence before, where this one opens with "He", "This", "The group": context, not the answer. */
  readonly leansOn?: Lean;
  /** Our reading of what is relative to the article's day, in order; absent where there is none. Never in the quote. */
  readonly dates?: readonly DateReading[];
  /** The same sentence, nearly, elsewhere. */
  readonly copies: readonly Copy[];
  readonly score: number;
  readonly signals?: Readonly<Record<string, number>>;
}

/** What a citation says where another one says otherwise: a slice of its article's text ("at least 58 people"). */
export interface Claim extends Span {
  /** Index into `Answer.citations`. */
  readonly citation: number;
  readonly words: string;
}

export interface NearestName {
  readonly name: string;
  /** How many sentences of the archive hold it. */
  readonly sentences: number;
}

/**
 * Why nothing was found: nothing to search for; names that no article mentions; no word known; words known, but no
 * sentence with enough of them; exact words that stand nowhere; no sentence that speaks of a message.
 */
export type Reason =
  | 'no-word'
  | 'not-mentioned'
  | 'none-known'
  | 'not-together'
  | 'no-such-words'
  | 'no-sources';

/** How often the words of a question occur in what was searched, in sentences. */
export interface Occurrences {
  /** Names and words as they were typed, rarest first; 0 where no sentence holds them. */
  readonly words: readonly { readonly word: string; readonly sentences: number }[];
  /** Sentences that hold all of these. */
  readonly together: number;
}

export interface Answer {
  readonly status: 'found' | 'not-found';
  readonly question: Pick<Question, 'kind' | 'text' | 'names' | 'isKeywordQuery'>;
  /** Empty when not found. */
  readonly citations: readonly Citation[];
  /** Probability that the first citation answers, 0 to 1. */
  readonly confidence: number;
  /** Names that the archive does hold, nearest first; empty when found. */
  readonly nearest: readonly NearestName[];
  /** Counts or days of one event that the citations shown give otherwise than each other, two or more; or absent. */
  readonly differing?: readonly Claim[];
  /** Why nothing was found, with `occurrences` where it is `not-together`; absent when found. */
  readonly reason?: Reason;
  readonly occurrences?: Occurrences;
  /** How many articles were searched. */
  readonly articles: number;
  /** How many sentences passed the threshold, shown or not. */
  readonly found: number;
  readonly took_ms: number;
}

/** What counts. Days (ISO 8601, both inclusive) are those of publication, and those that sentences of others speak of. */
export interface Filter {
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
}

export type ArticleSummary = { readonly article: Article; readonly sentences: number };

export interface ArticleDetails extends ArticleSummary {
  /** Its first sentence, word for word. */
  readonly opening: string;
  /** The names that it mentions most, with their sentences in this article. */
  readonly names: readonly NearestName[];
  /** Others that are the same: word for word, nearly, or as versions under one address; earliest first. */
  readonly alike: readonly { readonly article: Article; readonly likeness: Likeness }[];
}

export type Likeness = 'same' | 'nearly' | 'version';

/** A sentence with what stands around it; all of it slices of one article's text. Paragraphs count from 1. */
export interface Context {
  readonly article: Article;
  readonly sentence: Span;
  readonly before?: Span;
  readonly after?: Span;
  readonly paragraph: Span;
  readonly paragraphNumber: number;
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
