/** From a hit to an answer. Every quotation is a slice of an article's text. */
import type { Article, Sentence, Span } from './article.ts';
import type { Query, QuestionIntent, Subject } from './query.ts';

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
  /** The score by its words alone, where models had a say. */
  readonly byWords?: number;
  /** What a cross-encoder says of it, about -12 to 12; absent where none was asked. */
  readonly logit?: number;
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
  /** How many paragraphs its article has. */
  readonly paragraphs: number;
  /** Matched names and the answer phrase: spans into the article's text, in order, apart from each other. */
  readonly highlights: readonly Span[];
  /** The sentence before, where this one opens with "He", "This", "The group": context, not the answer. */
  readonly leansOn?: Lean;
  /** The sentence after, where it leans on this one and answers what this one leaves open. */
  readonly followedBy?: Lean;
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
 * sentence with enough of them; exact words that stand nowhere; no sentence that speaks of a message; or no question,
 * but a greeting, a cry for help, or what only follows on a question before.
 */
export type Reason =
  | 'no-word'
  | 'not-mentioned'
  | 'none-known'
  | 'not-together'
  | 'no-such-words'
  | 'no-sources'
  | QuestionIntent;

/** How often the words of a question occur in what was searched, in sentences. */
export interface Occurrences {
  /** Names and words as they were typed, rarest first; 0 where no sentence holds them. */
  readonly words: readonly { readonly word: string; readonly sentences: number }[];
  /** Sentences that hold all of these. */
  readonly together: number;
}

/**
 * `found`: the first citation probably answers. `unsure`: it may, or one of the next; they are only the nearest, and shown
 * as such. `not-found`: the archive has nothing on it.
 */
export type AnswerStatus = 'found' | 'unsure' | 'not-found';

export interface Answer {
  readonly status: AnswerStatus;
  readonly question: Pick<Query, 'kind' | 'text' | 'names' | 'isKeywordQuery' | 'intent'> & {
    /** Absent where what was typed is not one name alone. */
    readonly subject?: Subject;
  };
  /** Empty when not found; of an unsure answer, the nearest sentences. */
  readonly citations: readonly Citation[];
  /** Probability that the first citation answers, 0 to 1. */
  readonly confidence: number;
  /** What the confidence were without models; only where it is explained, and one was asked. */
  readonly confidence_by_words?: number;
  /** Names that the archive does hold, nearest first, or the most mentioned for a greeting; empty when found. */
  readonly nearest: readonly NearestName[];
  /** Counts or days of one event that the citations shown give otherwise than each other, two or more; or absent, as of unsure ones. */
  readonly differing?: readonly Claim[];
  /**
   * Why nothing was found, with `occurrences` where it is `not-together`; of an unsure answer only that a name is
   * mentioned nowhere; absent when found.
   */
  readonly reason?: Reason;
  readonly occurrences?: Occurrences;
  /** How many articles were searched. */
  readonly articles: number;
  /** How many sentences there are to show, shown or not. */
  readonly found: number;
  readonly took_ms: number;
}

/** A sentence with what stands around it; all of it slices of one article's text. Paragraphs count from 1. */
export interface Context {
  readonly article: Article;
  readonly sentence: Span;
  readonly before?: Span;
  readonly after?: Span;
  readonly paragraph: Span;
  readonly paragraphNumber: number;
  /** On which the sentence starts, from 1, where the article has pages. */
  readonly page?: number;
}
