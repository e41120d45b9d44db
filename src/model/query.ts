/** What was asked, read against the archive. */

export const QUESTION_KINDS = ['who', 'what', 'where', 'when', 'why', 'how-many', 'ask'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const NAME_TYPES = ['person', 'place', 'organisation', 'other'] as const;
/** What a name stands for; `other` is a people, a war, a treaty …, or not known. */
export type NameType = (typeof NAME_TYPES)[number];

/** What an answer must hold to be one; `thing` says nothing of its form. */
export type AnswerType =
  | 'person'
  | 'place'
  | 'date'
  | 'year'
  | 'time'
  | 'duration'
  | 'frequency'
  | 'number'
  | 'age'
  | 'distance'
  | 'money'
  | 'percent'
  | 'colour'
  | 'reason'
  | 'statement'
  | 'thing';

/** How what was typed was matched with what the archive holds. */
export type MatchKind = 'exact' | 'folded' | 'close' | 'abbreviation' | 'none';

export interface QuestionName {
  readonly typed: string;
  readonly match: MatchKind;
  /** The archive's spellings that it was read as; empty where it was found exactly or not at all. */
  readonly readAs: readonly string[];
}

/** The one name that was asked for, as the archive spells it. */
export interface Subject {
  readonly name: string;
  readonly type: NameType;
}

/** One idea of the question: any of its alternatives, whole, stands for it. */
export interface Concept {
  /** As it was typed. */
  readonly typed: string;
  /** Each alternative is a run of terms that must all be there; the first is what was typed. */
  readonly alternatives: readonly (readonly string[])[];
  /** How many of the alternatives are forms of what was typed, where other words for it follow. */
  readonly forms?: number;
  /** Part of a name: its absence weighs more. */
  readonly name: boolean;
  /** It stands in a sentence beside the one that asks: it helps to find the place, an answer need not repeat it. */
  readonly context?: true;
  /** Says more of a name and is no part of it ("President", "Idlib province"): its absence is no lack. */
  readonly qualifier?: boolean;
  /** Stands for the name only where it has a capital letter: the archive has the word in lower case as well (Said, said). */
  readonly capital?: boolean;
  /** The function word that stands before it in the name, folded: "Al Gore", "Will Smith". */
  readonly after?: string;
  /** Which name of the archive it is a part of: its words stand together. */
  readonly group?: number;
}

/** A count in a question, as the range of values that it allows: "2", "more than 100". */
export interface AskedFigure {
  readonly low: number;
  readonly high: number;
}

/** Days that a question names (ISO 8601, both inclusive): of "2016" the whole year. */
export interface AskedDays {
  readonly from: string;
  readonly to: string;
}

/** What was typed that asks nothing of the archive: "hi", "help", "and in 2016?". */
export type QuestionIntent = 'greeting' | 'help' | 'follow-up';

/** A question in words, as a person would ask it, for who reads its meaning: a language model's encoder. */
export interface AskedQuestion {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

export interface Query {
  readonly kind: QuestionKind;
  readonly text: string;
  /** The sentence that asks, opened by the kind's question word where it has none, and after it what stands beside it. */
  readonly asked: AskedQuestion;
  readonly expects: AnswerType;
  /** Absent for a question. */
  readonly intent?: QuestionIntent;
  /** A name or phrase alone ("SANA"), rather than a sentence that asks; so is "Who is SANA?". */
  readonly isKeywordQuery: boolean;
  /** … and there is no question word: "barrel bombs", not "What are barrel bombs?". */
  readonly isBare: boolean;
  /** Stem of the noun that says what is asked for: "year" in "In what year …". */
  readonly focus?: string;
  readonly names: readonly QuestionName[];
  readonly concepts: readonly Concept[];
  /** Folded words of the sentence that asks, function words too, without those that only ask; of keywords, the words that are searched for. */
  readonly wording: readonly string[];
  /** Counts and dates in the sentence that asks: a sentence that gives others may speak of something else. */
  readonly figures: readonly AskedFigure[];
  readonly days: readonly AskedDays[];
}

/** In which order the sentences are shown: what answers best first, or by the day of their articles. */
export type Order = 'best' | 'newest';

/** What counts. Days (ISO 8601, both inclusive) are those of publication, and those that sentences of others speak of. */
export interface Filter {
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
}
