import type { EditFault } from '../../editing/edit-error.ts';
import type { Rejection } from '../../editing/examine-file.ts';
import type { Likeness } from '../../model/article.ts';
import type { QuestionKind } from '../../model/query.ts';

/**
 * All that Ibid says, in English; the other languages translate it. Names and numbers come in as they are to be shown;
 * nothing here is Markdown.
 */
export const en = {
  /** BCP 47. */
  locale: 'en',
  /**
   * By a command's name, or those of a command and its subcommand; `/help` lists them in this order. Discord: names in
   * lower case without blanks, of 32 characters at most; descriptions of 100.
   */
  commands: {
    who: { name: 'who', description: 'A person, a group: who they are and what they did' },
    what: { name: 'what', description: 'A thing, a body, an event: what it is and what is said of it' },
    where: {
      name: 'where',
      description: 'A place, or where something happened: towns, countries, front lines',
    },
    when: { name: 'when', description: 'A day, month or year: when something happened or begins' },
    why: { name: 'why', description: 'A reason: what something happened for, or what caused it' },
    'how-many': {
      name: 'how-many',
      description: 'A number: how many people, how much money, how often',
    },
    ask: { name: 'ask', description: 'Any whole question, in your own words' },
    quote: { name: 'quote', description: 'Find where these exact words occur in the archive' },
    articles: { name: 'articles', description: 'Browse the articles: newest first, by publisher, by month' },
    article: { name: 'article', description: 'Read an article, page by page' },
    archive: { name: 'archive', description: 'About the archive' },
    'archive status': {
      name: 'status',
      description: 'How many articles there are, from when, by whom, and what could not be read',
    },
    'archive add': { name: 'add', description: 'Add an article: a file or a web page (for editors)' },
    'archive remove': { name: 'remove', description: 'Remove an article from the archive (for editors)' },
    help: { name: 'help', description: 'What I can do' },
    /** Name of the message command, 32 characters at most; blanks and capitals as in a menu. */
    findSources: 'Find sources',
  },
  /** Options of commands, as `textOption` calls them; names and descriptions as of commands. */
  options: {
    name: { name: 'name', description: 'A name, however it is spelled, or a whole question' },
    about: { name: 'about', description: 'A name, a phrase, or a whole question' },
    question: { name: 'question', description: 'Your question, as you would ask a person' },
    words: { name: 'words', description: 'The exact words, character by character' },
    publisher: { name: 'publisher', description: 'Only articles by this publisher' },
    from: {
      name: 'from',
      description:
        'Published or happened on this day or later: 2020-01-27, 27 January 2020, January 2020, 2020',
    },
    to: {
      name: 'to',
      description:
        'Published or happened on this day or earlier: 2020-01-27, 27 January 2020, January 2020, 2020',
    },
    private: { name: 'private', description: 'Show the answer only to me' },
    id: { name: 'article', description: 'Title or id of the article' },
    articlesAbout: { name: 'about', description: 'Only articles that mention this name' },
    file: { name: 'file', description: 'A web page, PDF, EPUB, Word, OpenDocument, RTF, text, mail or feed' },
    url: { name: 'url', description: 'Address of a web page: https://…' },
  },
  /** Heads an answer to a bare name or phrase. */
  headings: {
    /** A person or a group; a place. */
    person: (name: string) => `Who is ${name}?`,
    place: (name: string) => `Where is ${name}?`,
    /** Of a phrase, which may be a plural. */
    who: (name: string) => `${name}: who?`,
    where: (name: string) => `${name}: where?`,
    when: (name: string) => `${name}: when?`,
    why: (name: string) => `${name}: why?`,
    'how-many': (name: string) => `${name}: how many?`,
  } satisfies Record<Exclude<QuestionKind, 'ask' | 'what'> | 'person' | 'place', (name: string) => string>,
  quoteHeading: (words: string) => `Where do the words “${words}” occur?`,
  sourcesHeading: 'What the archive says about this message',
  buttons: {
    /** Over a menu of citations. */
    around: 'Show around …',
    newest: 'Newest first',
    best: 'Best first',
    /** Of exact words, which are in no other order of worth. */
    reading: 'In reading order',
    share: 'Share here',
    read: 'Read the article',
    more: 'More',
    back: 'Back',
    source: 'Source',
    delete: 'Delete',
    add: 'Add',
    remove: 'Remove',
    cancel: 'Cancel',
  },
  answer: {
    untitled: (opening: string) => `untitled, “${opening}”`,
    undated: 'undated',
    paragraph: (number: number) => `¶\u00a0${number}`,
    page: (number: number) => `p.\u00a0${number}`,
    sharedBy: (person: string) => `Shared by ${person}`,
    readAs: (typed: string, readAs: string) => `${typed}: read as ${readAs}`,
    /** Our reading of an expression of the quotation, which counts from the article's day; `date` as ISO 8601. */
    dateRead: (expression: string, date: string) => `“${expression}” read as ${date}`,
    /** `claims` are words of the quotations with their numbers: “12 people” [1], “17 people” [2]. */
    differ: (claims: string) => `The sources differ: ${claims}.`,
    alsoIn: (articles: number) =>
      articles === 1 ? 'also in 1 other article' : `also in ${articles} other articles`,
    tooLong: 'This sentence is too long for a message. It is in the article named below.',
    searched: (articles: number) => (articles === 1 ? '1 article searched' : `${articles} articles searched`),
    seconds: (seconds: string) => `${seconds} s`,
  },
  /** Above the nearest sentences, where it isn't sure that one of them answers. */
  unsure: 'The archive may not answer this. Nearest:',
  /** What “hi” gets; examples follow. */
  greeting: {
    title: 'Hello!',
    text: 'Ask me about a name, or ask a whole question in your own words.',
  },
  /** What “and in 2016?” gets. */
  followUp: 'I don’t remember the question before: ask it whole.',
  notFound: {
    title: 'The archive does not answer this.',
    noWord: (text: string) => `There is no word to search for in “${text}”.`,
    notMentioned: (names: string) => `No article mentions ${names}.`,
    noneKnown: 'No article contains any of these words.',
    /** `words` with their sentences, counted: “Raqqa” (12 sentences), “ceasefire” (40 sentences). */
    notTogether: (words: string) => `No sentence contains all of these words: ${words}.`,
    /** `together` is a count of sentences in words. */
    noClearAnswer: (words: string, together: string) => `${together} with ${words}, but no clear answer.`,
    noSuchWords: 'No article contains these exact words.',
    noSources: 'No sentence in the archive is about what this message says.',
    nearest: 'Nearest names in the archive:',
    sentences: (count: number) => (count === 1 ? '1 sentence' : `${count} sentences`),
    filtered: 'Only the chosen publisher and dates were searched.',
  },
  context: {
    title: 'In context',
    changed: 'The archive has changed since this answer: the sentence is no longer where it was. Ask again.',
    before: 'before',
    after: 'after',
  },
  articles: {
    open: 'Open an article …',
    byPublisher: 'By publisher …',
    byMonth: 'By month …',
    all: 'All',
    title: 'Articles, newest first',
    about: (name: string) => `Articles that mention ${name}`,
    none: 'There are none.',
    sentences: (count: number) => (count === 1 ? '1 sentence' : `${count} sentences`),
    names: 'Mentions most',
    opening: 'Opening',
    id: 'Id',
    /** What other articles are to this one; they follow. */
    alike: {
      same: 'The same text',
      nearly: 'Nearly the same text',
      version: 'Another version',
    } satisfies Record<Likeness, string>,
    unknown: (id: string) =>
      `There is no article “${id}”. Choose one from the list that opens while you type.`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
  status: {
    title: 'The archive',
    articles: 'Articles',
    /** Of the articles, two or more. */
    repeated: (count: number) => `${count} of them word for word the same as another`,
    sentences: 'Sentences',
    names: 'Names',
    dates: 'Dates',
    undated: (count: number) => `${count} undated`,
    publishers: 'Publishers',
    languages: 'Languages',
    problems: 'Problems',
    noProblems: 'none: every file could be read',
    problemsForAdmins: (count: number) =>
      count === 1 ? '1 (administrators see it)' : `${count} (administrators see them)`,
    read: 'Read',
    more: (count: number) => `… and ${count} more`,
  },
  help: {
    title: 'Ibid answers from an archive of articles, word for word',
    intro:
      'Every sentence that I show is copied from an article, word for word. I write nothing myself. When the archive has no answer, I say so. When I am not sure, I show what comes nearest, and only to you.',
    /** What each command is for comes from its description. */
    examples: 'Try one of these:',
    outro:
      'I find names however they are spelled. On any message: right-click (or hold), Apps, Find sources. Under an answer, “Show around …” opens a sentence in its paragraph, and from there the whole article.',
  },
  editing: {
    addTitle: 'Add this to the archive?',
    removeTitle: 'Remove this from the archive?',
    /** Stands above the first of them. */
    holdsSeveral: (articles: number) => `This file holds ${articles} articles. The first one:`,
    alreadyThere: (articles: number) =>
      articles === 1
        ? '1 of them is in the archive already.'
        : `${articles} of them are in the archive already.`,
    added: (path: string) => `Added as ${path}.`,
    answersSoon: 'Questions find it within a few seconds.',
    answersLater: 'Questions find it after I am restarted.',
    removed: (path: string) =>
      `Removed from the archive: ${path}. The person who runs me still has the file.`,
    cancelled: 'Nothing was changed.',
    expired: 'This has expired, or is done already. Start again.',
    changed: 'The archive has changed meanwhile. Choose the article again.',
    notEditor:
      'Only members with the permission Manage Server, or with an editor’s role, may change the archive.',
    notHere:
      'The archive can’t be changed from here. Ask the person who runs me which server its editors are in.',
    notYours: 'Only the person who started this can decide it.',
    fileOrUrl: 'Give me either a file or an address.',
    noFetching: 'I am not set up to fetch web pages. Save the page, and send me the file.',
    tooLarge: (megabytes: number) => `This is too large: I take files up to ${megabytes} MB.`,
    notFetched: (why: string) => `This could not be fetched: ${why}`,
    known: (title: string) => `This is in the archive already: “${title}”.`,
    unreadable: (why: string) => `No article can be read in this: ${why}`,
    /** Why nothing is changed; `what` is a file's path, or the system's word for what went wrong. */
    faults: {
      'one-file': (what: string) =>
        `The archive is a single file (${what}): nothing can be added to it or removed.`,
      unwritable: (what: string) =>
        `The archive’s folder can’t be written (${what}). Tell the person who runs me.`,
      linked: (what: string) => `${what} is only a link in the archive, so I can’t remove it.`,
      gone: (what: string) => `${what} is gone already.`,
      several: (what: string) =>
        `${what} holds other articles as well, so I can’t take it away. Tell the person who runs me which of them should go.`,
    } satisfies Record<EditFault, (what: string) => string>,
    /** Why a file can't be added. */
    rejected: {
      empty: 'The file is empty.',
      program: 'This is a program, not an article.',
      picture: 'This is a picture, not an article. I can’t read text in pictures.',
      recording: 'This is a recording, not an article.',
      archive: 'This is an archive of files. Send me the files one by one.',
      unknown:
        'I can’t read this kind of file. I read web pages, PDF, EPUB, Word (.docx), OpenDocument, RTF, text, Markdown, mail, feeds and JSON Lines.',
      slow: 'Reading this takes too long: I have stopped.',
      memory: 'Reading this takes too much memory: I have stopped.',
      busy: 'I am reading other files just now: try again in a minute.',
    } satisfies Record<Exclude<Rejection['why'], 'unreadable'>, string>,
  },
  errors: {
    unexpected: (id: string) =>
      `Something went wrong on my side. If it happens again, tell the person who runs me this number: ${id}`,
    slowDown: (seconds: number) => `One moment: ask again in ${seconds} s.`,
    busy: 'Many questions at once: please ask again in a few seconds.',
    stopping: 'I am being restarted: please ask again in a minute.',
    /** The archive's thread crashed, or its index can't be read just now. */
    unavailable: 'The archive is not available just now: please ask again in a minute.',
    badDate: (typed: string) =>
      `“${typed}” is not a date that I can read. Write 2020-01-27, 27 January 2020, January 2020 or 2020.`,
    fromAfterTo: 'The first day is after the last one: no article can be in between.',
    unknownPublisher: (typed: string, publishers: string) =>
      `The archive has no publisher “${typed}”. It has: ${publishers}.`,
    notYours: 'Only the person who asked, or a moderator, can delete this answer.',
    stale: 'The archive has changed since this answer, and its pages with it. Ask again.',
    expired: 'This button is from an older version of me. Ask again.',
    outside: 'I don’t answer here: the person who runs me has chosen the servers that I answer in.',
    /** The first reading of a large archive takes minutes. */
    reading: (percent: number) =>
      `I am still reading the archive: ${percent} %. Please ask again in a few minutes.`,
    empty: 'The archive is empty: there is nothing to answer from yet. Tell the person who runs me.',
  },
};
