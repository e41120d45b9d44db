import type { Translation } from './messages.ts';

export const de: Translation = {
  locale: 'de',
  commands: {
    who: { name: 'wer', description: 'Eine Person, eine Gruppe: wer sie ist und was sie getan hat' },
    what: {
      name: 'was',
      description: 'Eine Sache, eine Organisation, ein Ereignis: was es ist, was darüber gesagt wird',
    },
    where: { name: 'wo', description: 'Ein Ort, oder wo etwas geschah: Städte, Länder, Fronten' },
    when: { name: 'wann', description: 'Tag, Monat oder Jahr: wann etwas geschah oder beginnt' },
    why: {
      name: 'warum',
      description: 'Ein Grund: wozu oder wodurch etwas geschah',
    },
    'how-many': {
      name: 'wie-viele',
      description: 'Eine Zahl: wie viele Menschen, wie viel Geld, wie oft',
    },
    ask: { name: 'fragen', description: 'Jede ganze Frage, in deinen eigenen Worten' },
    quote: { name: 'zitat', description: 'Wo im Archiv steht genau dieser Wortlaut?' },
    articles: {
      name: 'artikelliste',
      description: 'In den Artikeln blättern: neueste zuerst, nach Herausgeber, nach Monat',
    },
    article: { name: 'artikel', description: 'Einen Artikel lesen, Seite für Seite' },
    archive: { name: 'archiv', description: 'Über das Archiv' },
    'archive status': {
      name: 'status',
      description: 'Wie viele Artikel es gibt, von wann, von wem, und was nicht gelesen werden konnte',
    },
    'archive add': {
      name: 'hinzufügen',
      description: 'Einen Artikel hinzufügen: eine Datei oder eine Webseite (für Redakteure)',
    },
    'archive remove': {
      name: 'entfernen',
      description: 'Einen Artikel aus dem Archiv nehmen (für Redakteure)',
    },
    help: { name: 'hilfe', description: 'Was ich kann' },
    findSources: 'Quellen finden',
  },
  options: {
    name: { name: 'name', description: 'Ein Name, egal wie geschrieben, oder eine ganze Frage' },
    about: { name: 'thema', description: 'Ein Name, ein Stichwort oder eine ganze Frage' },
    question: { name: 'frage', description: 'Deine Frage, so wie du sie einem Menschen stellen würdest' },
    words: { name: 'wortlaut', description: 'Der genaue Wortlaut, Zeichen für Zeichen' },
    publisher: { name: 'herausgeber', description: 'Nur Artikel dieses Herausgebers' },
    from: {
      name: 'von',
      description: 'Ab diesem Tag erschienen oder geschehen: 2020-01-27, 27. Januar 2020, 2020-01, 2020',
    },
    to: {
      name: 'bis',
      description: 'Bis zu diesem Tag erschienen oder geschehen: 2020-01-27, 27. Januar 2020, 2020-01, 2020',
    },
    private: { name: 'privat', description: 'Die Antwort nur mir zeigen' },
    id: { name: 'artikel', description: 'Titel oder ID des Artikels' },
    articlesAbout: { name: 'thema', description: 'Nur Artikel, in denen dieser Name vorkommt' },
    file: {
      name: 'datei',
      description: 'Webseite, PDF, EPUB, Word, OpenDocument, RTF, Text, E-Mail oder Feed',
    },
    url: { name: 'adresse', description: 'Adresse einer Webseite: https://…' },
  },
  headings: {
    person: (name) => `Wer ist ${name}?`,
    place: (name) => `Wo ist ${name}?`,
    who: (name) => `${name}: wer?`,
    where: (name) => `${name}: wo?`,
    when: (name) => `${name}: wann?`,
    why: (name) => `${name}: warum?`,
    'how-many': (name) => `${name}: wie viele?`,
  },
  quoteHeading: (words) => `Wo stehen die Worte „${words}“?`,
  sourcesHeading: 'Was das Archiv zu dieser Nachricht sagt',
  buttons: {
    around: 'Umgebung zeigen …',
    newest: 'Neueste zuerst',
    best: 'Beste zuerst',
    reading: 'In Lesereihenfolge',
    share: 'Hier teilen',
    read: 'Artikel lesen',
    more: 'Mehr',
    back: 'Zurück',
    source: 'Quelle',
    delete: 'Löschen',
    add: 'Hinzufügen',
    remove: 'Entfernen',
    cancel: 'Abbrechen',
  },
  answer: {
    untitled: (opening) => `ohne Titel, „${opening}“`,
    undated: 'ohne Datum',
    paragraph: (number) => `Abs.\u00a0${number}`,
    page: (number) => `S.\u00a0${number}`,
    sharedBy: (person) => `Geteilt von ${person}`,
    readAs: (typed, readAs) => `${typed}: gelesen als ${readAs}`,
    dateRead: (expression, date) => `„${expression}“ gelesen als ${date}`,
    differ: (claims) => `Die Quellen sagen Verschiedenes: ${claims}.`,
    alsoIn: (articles) =>
      articles === 1 ? 'auch in 1 anderen Artikel' : `auch in ${articles} anderen Artikeln`,
    tooLong: 'Dieser Satz ist zu lang für eine Nachricht. Er steht im unten genannten Artikel.',
    searched: (articles) => `${articles} Artikel durchsucht`,
    seconds: (seconds) => `${seconds} s`,
  },
  unsure: 'Darauf hat das Archiv vielleicht keine Antwort. Am nächsten kommt:',
  greeting: {
    title: 'Hallo!',
    text: 'Frag mich nach einem Namen, oder stell eine ganze Frage in deinen eigenen Worten.',
  },
  followUp: 'An die Frage davor erinnere ich mich nicht: Stell sie als ganze Frage.',
  notFound: {
    title: 'Darauf hat das Archiv keine Antwort.',
    noWord: (text) => `In „${text}“ ist kein Wort, nach dem ich suchen kann.`,
    notMentioned: (names) => `Kein Artikel erwähnt ${names}.`,
    noneKnown: 'Keines dieser Wörter kommt in einem Artikel vor.',
    notTogether: (words) => `Diese Wörter stehen nie zusammen in einem Satz: ${words}.`,
    noClearAnswer: (words, together) => `${together} mit ${words}, aber keine klare Antwort.`,
    noSuchWords: 'Genau dieser Wortlaut steht in keinem Artikel.',
    noSources: 'Kein Satz im Archiv handelt von dem, was in dieser Nachricht steht.',
    nearest: 'Ähnliche Namen im Archiv:',
    sentences: (count) => (count === 1 ? '1 Satz' : `${count} Sätze`),
    filtered: 'Gesucht wurde nur beim gewählten Herausgeber und im gewählten Zeitraum.',
  },
  context: {
    title: 'Im Zusammenhang',
    changed:
      'Das Archiv hat sich seit dieser Antwort geändert: Der Satz steht nicht mehr da, wo er stand. Frag noch einmal.',
    before: 'davor',
    after: 'danach',
  },
  articles: {
    open: 'Artikel öffnen …',
    byPublisher: 'Nach Herausgeber …',
    byMonth: 'Nach Monat …',
    all: 'Alle',
    title: 'Artikel, neueste zuerst',
    about: (name) => `Artikel, in denen ${name} vorkommt`,
    none: 'Es gibt keine.',
    sentences: (count) => (count === 1 ? '1 Satz' : `${count} Sätze`),
    names: 'Am häufigsten erwähnt',
    opening: 'Anfang',
    id: 'ID',
    alike: { same: 'Derselbe Text', nearly: 'Fast derselbe Text', version: 'Andere Fassung' },
    unknown: (id) => `Es gibt keinen Artikel „${id}“. Wähle einen aus der Liste, die beim Tippen aufgeht.`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
  },
  status: {
    title: 'Das Archiv',
    articles: 'Artikel',
    repeated: (count) => `${count} davon Wort für Wort gleich mit einem anderen`,
    sentences: 'Sätze',
    names: 'Namen',
    dates: 'Zeitraum',
    undated: (count) => `${count} ohne Datum`,
    publishers: 'Herausgeber',
    languages: 'Sprachen',
    problems: 'Probleme',
    noProblems: 'keine: Jede Datei konnte gelesen werden',
    problemsForAdmins: (count) => `${count} (für Admins sichtbar)`,
    read: 'Eingelesen',
    more: (count) => `… und noch ${count}`,
  },
  help: {
    title: 'Ibid antwortet aus einem Archiv von Artikeln, Wort für Wort',
    intro:
      'Jeder Satz, den ich zeige, steht genau so in einem Artikel. Ich schreibe nichts selbst. Wenn das Archiv nichts dazu sagt, sage ich das. Bin ich nicht sicher, zeige ich nur dir, was am nächsten kommt.',
    examples: 'Probier eine davon:',
    outro:
      'Namen werden gefunden, egal wie sie geschrieben sind. Bei jeder Nachricht geht: Rechtsklick (oder gedrückt halten), Apps, Quellen finden. „Umgebung zeigen …“ unter einer Antwort öffnet einen Satz in seinem Absatz, und von dort den ganzen Artikel.',
  },
  editing: {
    addTitle: 'Das ins Archiv aufnehmen?',
    removeTitle: 'Das aus dem Archiv nehmen?',
    holdsSeveral: (articles) => `In dieser Datei sind ${articles} Artikel. Der erste:`,
    alreadyThere: (articles) =>
      articles === 1 ? '1 davon ist schon im Archiv.' : `${articles} davon sind schon im Archiv.`,
    added: (path) => `Aufgenommen als ${path}.`,
    answersSoon: 'In ein paar Sekunden wird er bei Fragen gefunden.',
    answersLater: 'Bei Fragen wird er gefunden, sobald ich neu gestartet bin.',
    removed: (path) =>
      `Aus dem Archiv genommen: ${path}. Die Datei bleibt bei der Person, die mich betreibt.`,
    cancelled: 'Es wurde nichts geändert.',
    expired: 'Das hat zu lange gewartet oder ist schon erledigt. Fang noch einmal an.',
    changed: 'Das Archiv hat sich inzwischen geändert. Wähle den Artikel noch einmal aus.',
    notEditor:
      'Das Archiv ändern dürfen nur Mitglieder, die den Server verwalten dürfen oder eine Redaktionsrolle haben.',
    notHere:
      'Von hier aus lässt sich das Archiv nicht ändern. Frag die Person, die mich betreibt, auf welchem Server das geht.',
    notYours: 'Das kann nur entscheiden, wer damit angefangen hat.',
    fileOrUrl: 'Gib mir eine Datei oder eine Adresse: eines von beiden.',
    noFetching:
      'Ich bin nicht dafür eingerichtet, Webseiten zu holen. Speichere die Seite und schick mir die Datei.',
    tooLarge: (megabytes) => `Das ist zu groß: Ich nehme Dateien bis ${megabytes} MB.`,
    notFetched: (why) => `Das konnte nicht geholt werden: ${why}`,
    known: (title) => `Das ist schon im Archiv: „${title}“.`,
    unreadable: (why) => `Darin lässt sich kein Artikel lesen: ${why}`,
    faults: {
      'one-file': (what) =>
        `Das Archiv ist eine einzige Datei (${what}): Hinzufügen und Entfernen geht da nicht.`,
      unwritable: (what) =>
        `In den Ordner des Archivs lässt sich nicht schreiben (${what}). Sag es der Person, die mich betreibt.`,
      linked: (what) => `${what} ist nur ins Archiv verlinkt. Das darf ich nicht entfernen.`,
      gone: (what) => `${what} ist schon weg.`,
      several: (what) =>
        `In ${what} stehen noch andere Artikel, deshalb kann ich die Datei nicht wegnehmen. Sag der Person, die mich betreibt, welcher wegsoll.`,
    },
    rejected: {
      empty: 'Da ist nichts drin.',
      program: 'Das ist ein Programm, kein Artikel.',
      picture: 'Das ist ein Bild, kein Artikel. Was auf Bildern steht, kann ich nicht lesen.',
      recording: 'Das ist eine Aufnahme, kein Artikel.',
      archive: 'Das ist ein Archiv aus Dateien. Schick mir die Dateien einzeln.',
      unknown:
        'Solche Dateien lese ich nicht. Ich lese Webseiten, PDF, EPUB, Word (.docx), OpenDocument, RTF, Text, Markdown, E-Mails, Feeds und JSON Lines.',
      slow: 'Das zu lesen dauert zu lange: Ich habe aufgehört.',
      memory: 'Das zu lesen braucht zu viel Speicher: Ich habe aufgehört.',
      busy: 'Ich lese gerade andere Dateien: Versuch es in einer Minute noch einmal.',
    },
  },
  errors: {
    unexpected: (id) =>
      `Bei mir ist etwas schiefgegangen. Wenn es noch einmal passiert, nenn der Person, die mich betreibt, diese Nummer: ${id}`,
    slowDown: (seconds) =>
      `Einen Moment: Frag in ${seconds === 1 ? '1 Sekunde' : `${seconds} Sekunden`} noch einmal.`,
    busy: 'Gerade kommen viele Fragen auf einmal: Frag bitte in ein paar Sekunden noch einmal.',
    stopping: 'Ich werde gerade neu gestartet: Frag bitte in einer Minute noch einmal.',
    unavailable: 'Das Archiv ist gerade nicht erreichbar: Frag bitte in einer Minute noch einmal.',
    badDate: (typed) =>
      `„${typed}“ ist kein Datum, das ich lesen kann. Schreib 2020-01-27, 27. Januar 2020, 2020-01 oder 2020.`,
    fromAfterTo: 'Der erste Tag liegt nach dem letzten: Dazwischen kann kein Artikel sein.',
    unknownPublisher: (typed, publishers) =>
      `Im Archiv gibt es keinen Herausgeber „${typed}“. Es gibt: ${publishers}.`,
    notYours: 'Diese Antwort kann nur löschen, wer gefragt hat oder moderiert.',
    stale: 'Das Archiv hat sich seit dieser Antwort geändert und damit auch ihre Seiten. Frag noch einmal.',
    expired: 'Dieser Button stammt von einer älteren Version von mir. Frag noch einmal.',
    outside:
      'Hier antworte ich nicht: Die Person, die mich betreibt, hat die Server ausgewählt, auf denen ich antworte.',
    reading: (percent) =>
      `Ich lese das Archiv noch: ${percent}\u00a0%. Frag bitte in ein paar Minuten noch einmal.`,
    empty:
      'Das Archiv ist leer: Es gibt noch nichts, woraus ich antworten kann. Sag es der Person, die mich betreibt.',
  },
};
