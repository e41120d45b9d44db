import type { EditFault } from '../../editing/edit-error.ts';
import type { Refusal } from '../../editing/examine-file.ts';
import type { Likeness, QuestionKind } from '../../model/model.ts';

export interface Named {
  /** Discord: lower case, no blanks, 32 characters at most. */
  readonly name: string;
  /** 100 characters at most. */
  readonly description: string;
}

/** All that Ibid says in one language. Names and numbers come in as they are to be shown; nothing here is Markdown. */
export interface Messages {
  /** BCP 47. */
  readonly locale: string;
  readonly commands: Readonly<
    Record<
      QuestionKind | 'quote' | 'articles' | 'article' | 'archive' | 'status' | 'add' | 'remove' | 'help',
      Named
    >
  > & {
    /** Name of the message command, 32 characters at most; blanks and capitals as in a menu. */
    readonly findSources: string;
  };
  readonly options: Readonly<
    Record<
      | 'name'
      | 'about'
      | 'question'
      | 'words'
      | 'publisher'
      | 'from'
      | 'to'
      | 'private'
      | 'id'
      | 'articlesAbout'
      | 'file'
      | 'url',
      Named
    >
  >;
  /** Heads an answer to a bare name or phrase: "Where is Ma’asaran?". */
  readonly headings: Readonly<Record<QuestionKind, (name: string) => string>>;
  readonly quoteHeading: (words: string) => string;
  readonly sourcesHeading: string;
  readonly buttons: Readonly<{
    context: (citation: number) => string;
    more: string;
    back: string;
    source: string;
    delete: string;
    add: string;
    remove: string;
    cancel: string;
  }>;
  readonly answer: Readonly<{
    untitled: (opening: string) => string;
    undated: string;
    paragraph: (number: number) => string;
    page: (number: number) => string;
    passage: string;
    readAs: (typed: string, readAs: string) => string;
    /** Our reading of an expression of the quotation, which counts from the article's day; `date` as ISO 8601. */
    dateRead: (expression: string, date: string) => string;
    /** `claims` are words of the quotations with their numbers: “12 people” [1], “17 people” [2]. */
    differ: (claims: string) => string;
    alsoIn: (articles: number) => string;
    tooLong: string;
    shown: (from: number, to: number, found: number) => string;
    searched: (articles: number) => string;
    seconds: (seconds: string) => string;
  }>;
  readonly notFound: Readonly<{
    title: string;
    noWord: (text: string) => string;
    notMentioned: (names: string) => string;
    noneKnown: string;
    /** `words` with their sentences, counted: “Raqqa” (12 sentences), “ceasefire” (40 sentences). */
    notTogether: (words: string) => string;
    /** `together` is a count of sentences in words. */
    noClearAnswer: (words: string, together: string) => string;
    noSuchWords: string;
    noSources: string;
    nearest: string;
    sentences: (count: number) => string;
    filtered: string;
  }>;
  readonly context: Readonly<{
    title: string;
    changed: string;
    before: string;
  }>;
  readonly articles: Readonly<{
    title: string;
    about: (name: string) => string;
    none: string;
    sentences: (count: number) => string;
    names: string;
    opening: string;
    id: string;
    /** What other articles are to this one; they follow. */
    alike: Readonly<Record<Likeness, string>>;
    unknown: (id: string) => string;
    page: (page: number, pages: number) => string;
  }>;
  readonly status: Readonly<{
    title: string;
    articles: string;
    /** Of the articles, two or more. */
    repeated: (count: number) => string;
    sentences: string;
    names: string;
    dates: string;
    undated: (count: number) => string;
    publishers: string;
    languages: string;
    problems: string;
    noProblems: string;
    problemsForAdmins: (count: number) => string;
    read: string;
    more: (count: number) => string;
  }>;
  readonly help: Readonly<{
    title: string;
    intro: string;
    /** What each command is for comes from its description. */
    outro: string;
  }>;
  readonly editing: Readonly<{
    addTitle: string;
    removeTitle: string;
    /** Stands above the first of them. */
    holdsSeveral: (articles: number) => string;
    alreadyThere: (articles: number) => string;
    added: (path: string) => string;
    answersSoon: string;
    answersLater: string;
    removed: (path: string) => string;
    cancelled: string;
    expired: string;
    changed: string;
    notEditor: string;
    notHere: string;
    notYours: string;
    fileOrUrl: string;
    noFetching: string;
    tooLarge: (megabytes: number) => string;
    notFetched: (why: string) => string;
    known: (title: string) => string;
    unreadable: (why: string) => string;
    /** Why nothing is changed; `what` is a file's path, or the system's word for what went wrong. */
    faults: Readonly<Record<EditFault, (what: string) => string>>;
    refused: Readonly<Record<Exclude<Refusal['why'], 'unreadable'>, string>>;
  }>;
  readonly errors: Readonly<{
    unexpected: (id: string) => string;
    slowDown: (seconds: number) => string;
    busy: string;
    stopping: string;
    badDate: (typed: string) => string;
    fromAfterTo: string;
    unknownPublisher: (typed: string, publishers: string) => string;
    notYours: string;
    stale: string;
    expired: string;
  }>;
}
