import type { Messages } from './messages.ts';

export const en: Messages = {
  locale: 'en',
  commands: {
    who: { name: 'who', description: 'Who is it? Sentences of the archive that say so, word for word' },
    what: { name: 'what', description: 'What is it? Sentences of the archive that say so, word for word' },
    where: { name: 'where', description: 'Where is it? Sentences of the archive that say so, word for word' },
    when: { name: 'when', description: 'When was it? Sentences of the archive that say so, word for word' },
    why: { name: 'why', description: 'Why was it? Sentences of the archive that say so, word for word' },
    'how-many': {
      name: 'how-many',
      description: 'How many? Sentences of the archive that say so, word for word',
    },
    ask: { name: 'ask', description: 'Ask the archive a whole question' },
    quote: { name: 'quote', description: 'Where in the archive do these exact words stand?' },
    articles: { name: 'articles', description: 'The articles of the archive, newest first' },
    article: { name: 'article', description: 'What the archive knows about one article' },
    archive: { name: 'archive', description: 'About the archive' },
    status: {
      name: 'status',
      description: 'How many articles there are, from when, by whom, and what could not be read',
    },
    help: { name: 'help', description: 'What I can do' },
    findSources: 'Find sources',
  },
  options: {
    name: { name: 'name', description: 'A name, however it is spelled, or a whole question' },
    about: { name: 'about', description: 'A name, a phrase, or a whole question' },
    question: { name: 'question', description: 'Your question, as you would ask a person' },
    words: { name: 'words', description: 'The exact words, character by character' },
    publisher: { name: 'publisher', description: 'Only articles of this publisher' },
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
  },
  headings: {
    who: (name) => `Who is ${name}?`,
    what: (name) => `What is ${name}?`,
    where: (name) => `Where is ${name}?`,
    when: (name) => `When: ${name}?`,
    why: (name) => `Why: ${name}?`,
    'how-many': (name) => `How many: ${name}?`,
    ask: (name) => name,
  },
  quoteHeading: (words) => `Where do the words “${words}” stand?`,
  sourcesHeading: 'What the archive says about this message',
  buttons: {
    context: (citation) => `Context of [${citation}]`,
    more: 'More',
    back: 'Back',
    source: 'Source',
    delete: 'Delete',
  },
  answer: {
    untitled: (opening) => `untitled, “${opening}”`,
    undated: 'undated',
    paragraph: (number) => `¶ ${number}`,
    page: (number) => `p. ${number}`,
    passage: 'to the passage',
    readAs: (typed, readAs) => `${typed}: read as ${readAs}`,
    dateRead: (expression, date) => `“${expression}” read as ${date}`,
    differ: (claims) => `The sources differ: ${claims}.`,
    alsoIn: (articles) => (articles === 1 ? 'also in 1 other article' : `also in ${articles} other articles`),
    tooLong: 'This sentence is too long for a message. It stands in the article named below.',
    shown: (from, to, found) =>
      found === 1
        ? '1 sentence'
        : from === to
          ? `Sentence ${from} of ${found}`
          : `Sentences ${from}–${to} of ${found}`,
    searched: (articles) => (articles === 1 ? '1 article searched' : `${articles} articles searched`),
    seconds: (seconds) => `${seconds} s`,
  },
  notFound: {
    title: 'The archive does not answer this.',
    noWord: (text) => `There is no word to search for in “${text}”.`,
    notMentioned: (names) => `No article mentions ${names}.`,
    noneKnown: 'None of these words stands in any article.',
    notTogether: (words) => `These words never stand together in one sentence: ${words}.`,
    noClearAnswer: (words, together) => `${together} with ${words}, but no clear answer.`,
    noSuchWords: 'These exact words stand in no article.',
    noSources: 'No sentence of the archive speaks of what this message says.',
    nearest: 'Nearest names in the archive:',
    sentences: (count) => (count === 1 ? '1 sentence' : `${count} sentences`),
    filtered: 'Only the chosen publisher and dates were searched.',
  },
  context: {
    title: 'In context',
    changed:
      'The archive has changed since this answer: the sentence no longer stands where it stood. Ask again.',
    before: 'before',
  },
  articles: {
    title: 'Articles, newest first',
    about: (name) => `Articles that mention ${name}`,
    none: 'There are none.',
    sentences: (count) => (count === 1 ? '1 sentence' : `${count} sentences`),
    names: 'Mentions most',
    opening: 'Opening',
    id: 'Id',
    unknown: (id) => `There is no article “${id}”. Choose one from the list that opens while you type.`,
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  status: {
    title: 'The archive',
    articles: 'Articles',
    sentences: 'Sentences',
    names: 'Names',
    dates: 'Dates',
    undated: (count) => `${count} undated`,
    publishers: 'Publishers',
    languages: 'Languages',
    problems: 'Problems',
    noProblems: 'none: every file could be read',
    problemsForAdmins: (count) =>
      count === 1 ? '1 (administrators see it)' : `${count} (administrators see them)`,
    read: 'Read',
    more: (count) => `… and ${count} more`,
  },
  help: {
    title: 'Ibid answers from an archive of articles, word for word',
    intro:
      'Every sentence that I show stands in an article, exactly so. I write nothing myself. Where the archive is silent, I say so.',
    outro:
      'Names are found however they are spelled. On any message: right-click (or hold), Apps, Find sources. The buttons under an answer show the sentence in its paragraph and further sentences.',
  },
  errors: {
    unexpected: (id) =>
      `Something went wrong on my side. If it happens again, tell the one who runs me this number: ${id}`,
    slowDown: (seconds) => `One moment: ask again in ${seconds} s.`,
    busy: 'Many questions at once: please ask again in a few seconds.',
    stopping: 'I am being restarted: please ask again in a minute.',
    badDate: (typed) =>
      `“${typed}” is not a date that I can read. Write 2020-01-27, 27 January 2020, January 2020 or 2020.`,
    fromAfterTo: 'The first day lies after the last one: no article can be in between.',
    unknownPublisher: (typed, publishers) =>
      `The archive has no publisher “${typed}”. It has: ${publishers}.`,
    notYours: 'Only who asked, or a moderator, can delete this answer.',
    stale: 'The archive has changed since this answer, and its pages with it. Ask again.',
    expired: 'This button is from an older version of me. Ask again.',
  },
};
