import type { Translation } from './messages.ts';

const rules = new Intl.PluralRules('fr');

function plural(count: number, one: string, other: string): string {
  return `${count} ${rules.select(count) === 'one' ? one : other}`;
}

export const fr: Translation = {
  locale: 'fr',
  commands: {
    who: {
      name: 'qui',
      description: 'Une personne, un groupe\u00a0: qui c’est et ce qu’ils ont fait',
    },
    what: {
      name: 'quoi',
      description: 'Une chose, un organisme, un événement\u00a0: ce que c’est, ce qu’on en dit',
    },
    where: {
      name: 'où',
      description: 'Un lieu, ou l’endroit d’un événement\u00a0: villes, pays, fronts',
    },
    when: {
      name: 'quand',
      description: 'Un jour, un mois, une année\u00a0: quand cela s’est passé ou commence',
    },
    why: {
      name: 'pourquoi',
      description: 'Une raison\u00a0: dans quel but ou à cause de quoi',
    },
    'how-many': {
      name: 'combien',
      description: 'Un nombre\u00a0: combien de personnes, combien d’argent, combien de fois',
    },
    ask: { name: 'demander', description: 'N’importe quelle question entière, avec tes propres mots' },
    quote: { name: 'citation', description: 'Où ces mots exacts se trouvent-ils dans les archives\u00a0?' },
    articles: {
      name: 'articles',
      description: 'Parcourir les articles\u00a0: du plus récent au plus ancien, par média, par mois',
    },
    article: { name: 'article', description: 'Lire un article, page par page' },
    archive: { name: 'archives', description: 'À propos des archives' },
    'archive status': {
      name: 'état',
      description: 'Combien d’articles, de quand, de qui, et ce qui n’a pas pu être lu',
    },
    'archive add': {
      name: 'ajouter',
      description: 'Ajouter un article\u00a0: un fichier ou une page web (pour la rédaction)',
    },
    'archive remove': { name: 'retirer', description: 'Retirer un article des archives (pour la rédaction)' },
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
      description: 'Publié ou arrivé à partir de ce jour\u00a0: 2020-01-27, 27 janvier 2020, 2020-01, 2020',
    },
    to: {
      name: 'au',
      description: 'Publié ou arrivé jusqu’à ce jour\u00a0: 2020-01-27, 27 janvier 2020, 2020-01, 2020',
    },
    private: { name: 'privé', description: 'Ne montrer la réponse qu’à moi' },
    id: { name: 'article', description: 'Titre ou identifiant de l’article' },
    articlesAbout: { name: 'sujet', description: 'Seulement les articles qui mentionnent ce nom' },
    file: {
      name: 'fichier',
      description: 'Page web, PDF, EPUB, Word, OpenDocument, RTF, texte, courriel ou flux',
    },
    url: { name: 'adresse', description: 'Adresse d’une page web\u00a0: https://…' },
  },
  headings: {
    person: (name) => `Qui est ${name}\u00a0?`,
    place: (name) => `Où est ${name}\u00a0?`,
    who: (name) => `${name}\u00a0: qui\u00a0?`,
    where: (name) => `${name}\u00a0: où\u00a0?`,
    when: (name) => `${name}\u00a0: quand\u00a0?`,
    why: (name) => `${name}\u00a0: pourquoi\u00a0?`,
    'how-many': (name) => `${name}\u00a0: combien\u00a0?`,
  },
  quoteHeading: (words) => `Où se trouvent les mots «\u00a0${words}\u00a0»\u00a0?`,
  sourcesHeading: 'Ce que les archives disent au sujet de ce message',
  buttons: {
    around: 'Montrer autour de …',
    newest: 'Plus récentes d’abord',
    best: 'Meilleures d’abord',
    reading: 'Dans l’ordre du texte',
    share: 'Partager ici',
    read: 'Lire l’article',
    more: 'Voir plus',
    back: 'Retour',
    source: 'Source',
    delete: 'Supprimer',
    add: 'Ajouter',
    remove: 'Retirer',
    cancel: 'Annuler',
  },
  answer: {
    untitled: (opening) => `sans titre, «\u00a0${opening}\u00a0»`,
    undated: 'sans date',
    paragraph: (number) => `§\u00a0${number}`,
    page: (number) => `p.\u00a0${number}`,
    sharedBy: (person) => `Partagé par ${person}`,
    readAs: (typed, readAs) => `${typed}\u00a0: lu comme ${readAs}`,
    dateRead: (expression, date) => `«\u00a0${expression}\u00a0» lu comme ${date}`,
    differ: (claims) => `Les sources divergent\u00a0: ${claims}.`,
    alsoIn: (articles) => `aussi dans ${plural(articles, 'autre article', 'autres articles')}`,
    tooLong:
      'Cette phrase est trop longue pour un message. Elle se trouve dans l’article indiqué ci-dessous.',
    searched: (articles) => plural(articles, 'article parcouru', 'articles parcourus'),
    seconds: (seconds) => `${seconds}\u00a0s`,
  },
  unsure: 'Les archives ne répondent peut-être pas à cette question. Le plus proche\u00a0:',
  greeting: {
    title: 'Bonjour\u00a0!',
    text: 'Demande-moi un nom, ou pose une question entière avec tes propres mots.',
  },
  followUp: 'Je ne me souviens pas de la question précédente\u00a0: pose la question en entier.',
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
    after: 'après',
  },
  articles: {
    open: 'Ouvrir un article …',
    byPublisher: 'Par média …',
    byMonth: 'Par mois …',
    all: 'Tous',
    title: 'Articles, du plus récent au plus ancien',
    about: (name) => `Articles qui mentionnent ${name}`,
    none: 'Il n’y en a pas.',
    sentences: (count) => plural(count, 'phrase', 'phrases'),
    names: 'Noms les plus mentionnés',
    opening: 'Début',
    id: 'Identifiant',
    alike: { same: 'Le même texte', nearly: 'Presque le même texte', version: 'Autre version' },
    unknown: (id) =>
      `Il n’y a pas d’article «\u00a0${id}\u00a0». Choisis-en un dans la liste qui s’ouvre pendant que tu écris.`,
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
  status: {
    title: 'Les archives',
    articles: 'Articles',
    repeated: (count) => `dont ${count} identiques à un autre, mot pour mot`,
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
      'Chaque phrase que je montre figure telle quelle dans un article. Je n’écris rien moi-même. Quand les archives ne disent rien, je le dis. Quand je ne suis pas sûr, je montre ce qui s’en approche le plus, à toi seul.',
    examples: 'Essaie l’une de celles-ci\u00a0:',
    outro:
      'Les noms sont retrouvés quelle que soit leur orthographe. Sur n’importe quel message\u00a0: clic droit (ou appui long), Applications, Trouver des sources. Sous une réponse, «\u00a0Montrer autour de …\u00a0» ouvre une phrase dans son paragraphe, et de là tout l’article.',
  },
  editing: {
    addTitle: 'Ajouter ceci aux archives\u00a0?',
    removeTitle: 'Retirer ceci des archives\u00a0?',
    holdsSeveral: (articles) => `Ce fichier contient ${articles} articles. Le premier\u00a0:`,
    alreadyThere: (articles) =>
      plural(articles, 'd’entre eux est déjà dans les archives.', 'd’entre eux sont déjà dans les archives.'),
    added: (path) => `Ajouté sous le nom ${path}.`,
    answersSoon: 'Il sera trouvé dans quelques secondes.',
    answersLater: 'Il sera trouvé quand j’aurai redémarré.',
    removed: (path) => `Retiré des archives\u00a0: ${path}. Le fichier reste chez la personne qui me gère.`,
    cancelled: 'Rien n’a été modifié.',
    expired: 'Cette demande a trop attendu, ou elle est déjà réglée. Recommence.',
    changed: 'Les archives ont changé entre-temps. Choisis à nouveau l’article.',
    notEditor:
      'Seuls les membres qui ont la permission de gérer le serveur ou un rôle de rédaction peuvent modifier les archives.',
    notHere:
      'Les archives ne peuvent pas être modifiées d’ici. Demande à la personne qui me gère sur quel serveur c’est possible.',
    notYours: 'Seule la personne qui a commencé peut en décider.',
    fileOrUrl: 'Donne-moi un fichier ou une adresse\u00a0: l’un des deux.',
    noFetching:
      'Je ne suis pas configuré pour aller chercher des pages web. Enregistre la page et envoie-moi le fichier.',
    tooLarge: (megabytes) => `C’est trop gros\u00a0: je prends des fichiers jusqu’à ${megabytes} Mo.`,
    notFetched: (why) => `Impossible d’aller le chercher\u00a0: ${why}`,
    known: (title) => `C’est déjà dans les archives\u00a0: «\u00a0${title}\u00a0».`,
    unreadable: (why) => `Aucun article ne peut y être lu\u00a0: ${why}`,
    faults: {
      'one-file': (what) =>
        `Les archives sont un seul fichier (${what})\u00a0: on ne peut rien y ajouter ni en retirer.`,
      unwritable: (what) =>
        `Le dossier des archives n’est pas accessible en écriture (${what}). Dis-le à la personne qui me gère.`,
      linked: (what) => `${what} est seulement lié aux archives\u00a0: je n’ai pas à le retirer.`,
      gone: (what) => `${what} n’est déjà plus là.`,
      several: (what) =>
        `${what} contient aussi d’autres articles, je ne peux donc pas le retirer. Dis à la personne qui me gère lequel doit partir.`,
    },
    rejected: {
      empty: 'Il n’y a rien dedans.',
      program: 'C’est un programme, pas un article.',
      picture: 'C’est une image, pas un article. Je ne sais pas lire ce qui est écrit sur les images.',
      recording: 'C’est un enregistrement, pas un article.',
      archive: 'C’est une archive de fichiers. Envoie-moi les fichiers un par un.',
      unknown:
        'Je ne lis pas ce type de fichier. Je lis les pages web, PDF, EPUB, Word (.docx), OpenDocument, RTF, le texte, Markdown, les courriels, les flux et JSON Lines.',
      slow: 'La lecture prend trop de temps\u00a0: j’ai arrêté.',
      memory: 'La lecture prend trop de mémoire\u00a0: j’ai arrêté.',
      busy: 'Je lis d’autres fichiers en ce moment\u00a0: réessaie dans une minute.',
    },
  },
  errors: {
    unexpected: (id) =>
      `Quelque chose s’est mal passé de mon côté. Si cela se reproduit, donne ce numéro à la personne qui me gère\u00a0: ${id}`,
    slowDown: (seconds) =>
      `Un instant\u00a0: repose ta question dans ${plural(seconds, 'seconde', 'secondes')}.`,
    busy: 'Beaucoup de questions à la fois\u00a0: repose la tienne dans quelques secondes.',
    stopping: 'Je redémarre\u00a0: repose ta question dans une minute.',
    unavailable:
      'Les archives ne sont pas accessibles pour le moment\u00a0: repose ta question dans une minute.',
    badDate: (typed) =>
      `«\u00a0${typed}\u00a0» n’est pas une date que je sais lire. Écris 2020-01-27, 27 janvier 2020, 2020-01 ou 2020.`,
    fromAfterTo:
      'Le premier jour vient après le dernier\u00a0: il ne peut y avoir aucun article entre les deux.',
    unknownPublisher: (typed, publishers) =>
      `Il n’y a pas de média «\u00a0${typed}\u00a0» dans les archives. Il y a\u00a0: ${publishers}.`,
    notYours: 'Seule la personne qui a posé la question ou la modération peut supprimer cette réponse.',
    stale: 'Les archives ont changé depuis cette réponse, et ses pages aussi. Pose à nouveau ta question.',
    expired: 'Ce bouton vient d’une ancienne version de moi. Pose à nouveau ta question.',
    outside: 'Je ne réponds pas ici\u00a0: la personne qui me gère a choisi les serveurs où je réponds.',
    reading: (percent) =>
      `Je lis encore les archives\u00a0: ${percent}\u00a0%. Repose ta question dans quelques minutes.`,
    empty:
      'Les archives sont vides\u00a0: je n’ai encore rien pour répondre. Dis-le à la personne qui me gère.',
  },
};
