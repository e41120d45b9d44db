import type { Messages } from './messages.ts';

const rules = new Intl.PluralRules('fr');

function plural(count: number, one: string, other: string): string {
  return `${count} ${rules.select(count) === 'one' ? one : other}`;
}

export const fr: Messages = {
  locale: 'fr',
  commands: {
    who: {
      name: 'qui',
      description: 'Qui est-ce\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    what: {
      name: 'quoi',
      description: 'Qu’est-ce que c’est\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    where: {
      name: 'où',
      description: 'Où est-ce\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    when: {
      name: 'quand',
      description: 'C’était quand\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    why: {
      name: 'pourquoi',
      description: 'Pourquoi\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    'how-many': {
      name: 'combien',
      description: 'Combien\u00a0? Les phrases des archives qui le disent, mot pour mot',
    },
    ask: { name: 'demander', description: 'Poser une question complète aux archives' },
    quote: { name: 'citation', description: 'Où ces mots exacts se trouvent-ils dans les archives\u00a0?' },
    articles: { name: 'articles', description: 'Les articles des archives, du plus récent au plus ancien' },
    article: { name: 'article', description: 'Ce que les archives savent d’un article' },
    archive: { name: 'archives', description: 'À propos des archives' },
    status: {
      name: 'état',
      description: 'Combien d’articles, de quand, de qui, et ce qui n’a pas pu être lu',
    },
    help: { name: 'aide', description: 'Ce que je sais faire' },
    findSources: 'Trouver des sources',
  },
  options: {
    name: { name: 'nom', description: 'Un nom, quelle que soit son orthographe, ou une question complète' },
    about: { name: 'sujet', description: 'Un nom, une expression ou une question complète' },
    question: { name: 'question', description: 'Ta question, comme tu la poserais à quelqu’un' },
    words: { name: 'mots', description: 'Les mots exacts, au caractère près' },
    publisher: { name: 'média', description: 'Seulement les articles de ce média' },
    from: {
      name: 'du',
      description: 'Publié ou arrivé à partir de ce jour\u00a0: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    to: {
      name: 'au',
      description: 'Publié ou arrivé jusqu’à ce jour\u00a0: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    private: { name: 'privé', description: 'Ne montrer la réponse qu’à moi' },
    id: { name: 'article', description: 'Titre ou identifiant de l’article' },
    articlesAbout: { name: 'sujet', description: 'Seulement les articles qui mentionnent ce nom' },
  },
  headings: {
    who: (name) => `Qui est ${name}\u00a0?`,
    what: (name) => `${name}, qu’est-ce que c’est\u00a0?`,
    where: (name) => `Où est ${name}\u00a0?`,
    when: (name) => `${name}\u00a0: quand\u00a0?`,
    why: (name) => `${name}\u00a0: pourquoi\u00a0?`,
    'how-many': (name) => `${name}\u00a0: combien\u00a0?`,
    ask: (name) => name,
  },
  quoteHeading: (words) => `Où se trouvent les mots «\u00a0${words}\u00a0»\u00a0?`,
  sourcesHeading: 'Ce que les archives disent au sujet de ce message',
  buttons: {
    context: (citation) => `Contexte de [${citation}]`,
    more: 'Voir plus',
    back: 'Retour',
    source: 'Source',
    delete: 'Supprimer',
  },
  answer: {
    untitled: (opening) => `sans titre, «\u00a0${opening}\u00a0»`,
    undated: 'sans date',
    paragraph: (number) => `§\u00a0${number}`,
    page: (number) => `p.\u00a0${number}`,
    passage: 'voir le passage',
    readAs: (typed, readAs) => `${typed}\u00a0: lu comme ${readAs}`,
    dateRead: (expression, date) => `«\u00a0${expression}\u00a0» lu comme ${date}`,
    differ: (claims) => `Les sources divergent\u00a0: ${claims}.`,
    alsoIn: (articles) => `aussi dans ${plural(articles, 'autre article', 'autres articles')}`,
    tooLong:
      'Cette phrase est trop longue pour un message. Elle se trouve dans l’article indiqué ci-dessous.',
    shown: (from, to, found) =>
      found === 1
        ? '1 phrase'
        : from === to
          ? `Phrase ${from} sur ${found}`
          : `Phrases ${from} à ${to} sur ${found}`,
    searched: (articles) => plural(articles, 'article parcouru', 'articles parcourus'),
    seconds: (seconds) => `${seconds}\u00a0s`,
  },
  notFound: {
    title: 'Les archives ne répondent pas à cette question.',
    noWord: (text) => `«\u00a0${text}\u00a0» ne contient aucun mot que je puisse chercher.`,
    notMentioned: (names) => `Aucun article ne mentionne ${names}.`,
    noneKnown: 'Aucun de ces mots ne figure dans un article.',
    notTogether: (words) => `Ces mots ne figurent jamais ensemble dans une phrase\u00a0: ${words}.`,
    noClearAnswer: (words, together) => `${together} avec ${words}, mais pas de réponse claire.`,
    noSuchWords: 'Ces mots exacts ne figurent dans aucun article.',
    noSources: 'Aucune phrase des archives ne parle de ce que dit ce message.',
    nearest: 'Noms les plus proches dans les archives\u00a0:',
    sentences: (count) => plural(count, 'phrase', 'phrases'),
    filtered: 'La recherche s’est limitée au média et aux dates choisis.',
  },
  context: {
    title: 'Dans son contexte',
    changed:
      'Les archives ont changé depuis cette réponse\u00a0: la phrase n’est plus au même endroit. Pose à nouveau ta question.',
    before: 'avant',
  },
  articles: {
    title: 'Articles, du plus récent au plus ancien',
    about: (name) => `Articles qui mentionnent ${name}`,
    none: 'Il n’y en a pas.',
    sentences: (count) => plural(count, 'phrase', 'phrases'),
    names: 'Noms les plus mentionnés',
    opening: 'Début',
    id: 'Identifiant',
    unknown: (id) =>
      `Il n’y a pas d’article «\u00a0${id}\u00a0». Choisis-en un dans la liste qui s’ouvre pendant que tu écris.`,
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
  status: {
    title: 'Les archives',
    articles: 'Articles',
    sentences: 'Phrases',
    names: 'Noms',
    dates: 'Dates',
    undated: (count) => `${count} sans date`,
    publishers: 'Médias',
    languages: 'Langues',
    problems: 'Problèmes',
    noProblems: 'aucun\u00a0: tous les fichiers ont pu être lus',
    problemsForAdmins: (count) => `${plural(count, '(visible', '(visibles')} par les admins)`,
    read: 'Lecture',
    more: (count) => `… et ${count} de plus`,
  },
  help: {
    title: 'Ibid répond à partir d’archives d’articles, mot pour mot',
    intro:
      'Chaque phrase que je montre figure telle quelle dans un article. Je n’écris rien moi-même. Quand les archives ne disent rien, je le dis.',
    outro:
      'Les noms sont retrouvés quelle que soit leur orthographe. Sur n’importe quel message\u00a0: clic droit (ou appui long), Applications, Trouver des sources. Les boutons sous une réponse montrent la phrase dans son paragraphe et d’autres phrases.',
  },
  errors: {
    unexpected: (id) =>
      `Quelque chose s’est mal passé de mon côté. Si cela se reproduit, donne ce numéro à la personne qui me gère\u00a0: ${id}`,
    slowDown: (seconds) =>
      `Un instant\u00a0: repose ta question dans ${plural(seconds, 'seconde', 'secondes')}.`,
    busy: 'Beaucoup de questions à la fois\u00a0: repose la tienne dans quelques secondes.',
    stopping: 'Je redémarre\u00a0: repose ta question dans une minute.',
    badDate: (typed) =>
      `«\u00a0${typed}\u00a0» n’est pas une date que je sais lire. Écris 2020-01-27, 27 January 2020, 2020-01 ou 2020.`,
    fromAfterTo:
      'Le premier jour vient après le dernier\u00a0: il ne peut y avoir aucun article entre les deux.',
    unknownPublisher: (typed, publishers) =>
      `Il n’y a pas de média «\u00a0${typed}\u00a0» dans les archives. Il y a\u00a0: ${publishers}.`,
    notYours: 'Seule la personne qui a posé la question ou la modération peut supprimer cette réponse.',
    stale: 'Les archives ont changé depuis cette réponse, et ses pages aussi. Pose à nouveau ta question.',
    expired: 'Ce bouton vient d’une ancienne version de moi. Pose à nouveau ta question.',
  },
};
