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
    add: { name: 'add', description: 'Add an article: a file or a web page (for editors)' },
    remove: { name: 'remove', description: 'Take an article out of the archive (for editors)' },
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
    file: { name: 'file', description: 'A web page, PDF, EPUB, Word, OpenDocument, RTF, text, mail or feed' },
    url: { name: 'url', description: 'Address of a web page: https://…' },
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
    add: 'Add',
    remove: 'Remove',
    cancel: 'Cancel',
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
    alike: { same: 'The same text', nearly: 'Nearly the same text', version: 'Another version' },
    unknown: (id) => `There is no article “${id}”. Choose one from the list that opens while you type.`,
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  status: {
    title: 'The archive',
    articles: 'Articles',
    repeated: (count) => `${count} of them word for word the same as another`,
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
  editing: {
    addTitle: 'Add this to the archive?',
    removeTitle: 'Take this out of the archive?',
    holdsSeveral: (articles) => `This file holds ${articles} articles. The first one:`,
    alreadyThere: (articles) =>
      articles === 1
        ? '1 of them is in the archive already.'
        : `${articles} of them are in the archive already.`,
    added: (path) => `Added as ${path}.`,
    answersSoon: 'Questions find it within a few seconds.',
    answersLater: 'Questions find it when I am started again.',
    removed: (path) => `Taken out of the archive: ${path}. The file is kept by the one who runs me.`,
    cancelled: 'Nothing was changed.',
    expired: 'This has waited too long, or has been dealt with already. Start again.',
    changed: 'The archive has changed meanwhile. Choose the article again.',
    notEditor:
      'Only members with the permission Manage Server, or with an editor’s role, may change the archive.',
    notHere:
      'The archive can’t be changed from here. Ask the one who runs me which server its editors are in.',
    notYours: 'Only the one who started this can decide it.',
    fileOrUrl: 'Give me a file or an address: one of the two.',
    noFetching: 'I am not set up to fetch web pages. Save the page, and send me the file.',
    tooLarge: (megabytes) => `This is too large: I take files up to ${megabytes} MB.`,
    notFetched: (why) => `This could not be fetched: ${why}`,
    known: (title) => `This is in the archive already: “${title}”.`,
    unreadable: (why) => `No article can be read in this: ${why}`,
    faults: {
      'one-file': (what) => `The archive is a single file (${what}): nothing can be added to it or removed.`,
      unwritable: (what) => `The archive’s folder can’t be written (${what}). Tell the one who runs me.`,
      linked: (what) => `${what} is only linked into the archive, and not mine to remove.`,
      gone: (what) => `${what} is gone already.`,
      several: (what) =>
        `${what} holds other articles as well, so I can’t take it away. Tell the one who runs me which of them should go.`,
    },
    refused: {
      empty: 'There is nothing in it.',
      program: 'This is a program, not an article.',
      picture: 'This is a picture, not an article. I can’t read what is written in pictures.',
      recording: 'This is a recording, not an article.',
      archive: 'This is an archive of files. Send me the files one by one.',
      unknown:
        'This is no kind of file that I read. I read web pages, PDF, EPUB, Word (.docx), OpenDocument, RTF, text, Markdown, mail, feeds and JSON Lines.',
      slow: 'Reading this takes too long: I have stopped.',
      memory: 'Reading this takes too much memory: I have stopped.',
      busy: 'I am reading other files just now: try again in a minute.',
    },
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
