import type { Translation } from './messages.ts';

export const esES: Translation = {
  locale: 'es-ES',
  commands: {
    who: { name: 'quién', description: 'Una persona, un grupo: quién es y qué ha hecho' },
    what: { name: 'qué', description: 'Una cosa, un organismo, un suceso: qué es y qué se dice de ello' },
    where: {
      name: 'dónde',
      description: 'Un lugar, o dónde pasó algo: ciudades, países, frentes',
    },
    when: {
      name: 'cuándo',
      description: 'Un día, un mes o un año: cuándo pasó algo o empieza',
    },
    why: {
      name: 'por-qué',
      description: 'Una razón: para qué pasó algo, o qué lo causó',
    },
    'how-many': {
      name: 'cuántos',
      description: 'Un número: cuántas personas, cuánto dinero, cuántas veces',
    },
    ask: { name: 'preguntar', description: 'Cualquier pregunta entera, con tus propias palabras' },
    quote: { name: 'cita', description: '¿En qué parte del archivo aparecen estas palabras exactas?' },
    articles: {
      name: 'artículos',
      description: 'Recorrer los artículos: los más recientes primero, por medio, por mes',
    },
    article: { name: 'artículo', description: 'Leer un artículo, página por página' },
    archive: { name: 'archivo', description: 'Acerca del archivo' },
    'archive status': {
      name: 'estado',
      description: 'Cuántos artículos hay, de cuándo, de quién y qué no se ha podido leer',
    },
    'archive add': {
      name: 'añadir',
      description: 'Añadir un artículo: un archivo o una página web (para editores)',
    },
    'archive remove': { name: 'quitar', description: 'Quitar un artículo del archivo (para editores)' },
    help: { name: 'ayuda', description: 'Lo que puedo hacer' },
    findSources: 'Buscar fuentes',
  },
  options: {
    name: { name: 'nombre', description: 'Un nombre, escrito como sea, o una pregunta completa' },
    about: { name: 'tema', description: 'Un nombre, una expresión o una pregunta completa' },
    question: { name: 'pregunta', description: 'Tu pregunta, tal como se la harías a una persona' },
    words: { name: 'palabras', description: 'Las palabras exactas, letra por letra' },
    publisher: { name: 'medio', description: 'Solo artículos de este medio' },
    from: {
      name: 'desde',
      description: 'Publicado u ocurrido desde este día: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    to: {
      name: 'hasta',
      description: 'Publicado u ocurrido hasta este día: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    private: { name: 'privado', description: 'Mostrarme la respuesta solo a mí' },
    id: { name: 'artículo', description: 'Título o ID del artículo' },
    articlesAbout: { name: 'tema', description: 'Solo artículos en los que aparece este nombre' },
    file: {
      name: 'fichero',
      description: 'Página web, PDF, EPUB, Word, OpenDocument, RTF, texto, correo o fuente RSS',
    },
    url: { name: 'dirección', description: 'Dirección de una página web: https://…' },
  },
  headings: {
    person: (name) => `¿Quién es ${name}?`,
    place: (name) => `¿Dónde está ${name}?`,
    who: (name) => `${name}: ¿quién?`,
    where: (name) => `${name}: ¿dónde?`,
    when: (name) => `${name}: ¿cuándo?`,
    why: (name) => `${name}: ¿por qué?`,
    'how-many': (name) => `${name}: ¿cuántos?`,
  },
  quoteHeading: (words) => `¿Dónde aparecen las palabras «${words}»?`,
  sourcesHeading: 'Lo que dice el archivo sobre este mensaje',
  buttons: {
    around: 'Mostrar alrededor de …',
    newest: 'Más recientes primero',
    best: 'Mejores primero',
    reading: 'En orden de lectura',
    share: 'Compartir aquí',
    read: 'Leer el artículo',
    more: 'Ver más',
    back: 'Volver',
    source: 'Fuente',
    delete: 'Eliminar',
    add: 'Añadir',
    remove: 'Quitar',
    cancel: 'Cancelar',
  },
  answer: {
    untitled: (opening) => `sin título, «${opening}»`,
    undated: 'sin fecha',
    paragraph: (number) => `párr.\u00a0${number}`,
    page: (number) => `pág.\u00a0${number}`,
    sharedBy: (person) => `Compartido por ${person}`,
    passage: 'ir al pasaje',
    readAs: (typed, readAs) => `${typed}: leído como ${readAs}`,
    dateRead: (expression, date) => `«${expression}» leído como ${date}`,
    differ: (claims) => `Las fuentes difieren: ${claims}.`,
    alsoIn: (articles) =>
      articles === 1 ? 'también en 1 artículo más' : `también en ${articles} artículos más`,
    tooLong: 'Esta frase es demasiado larga para un mensaje. Está en el artículo que se indica más abajo.',
    shown: (from, to, found) =>
      found === 1
        ? '1 frase'
        : from === to
          ? `Frase ${from} de ${found}`
          : `Frases ${from}-${to} de ${found}`,
    searched: (articles) => (articles === 1 ? '1 artículo consultado' : `${articles} artículos consultados`),
    seconds: (seconds) => `${seconds} s`,
  },
  unsure: 'Puede que el archivo no responda a esto. Lo más cercano:',
  greeting: {
    title: '¡Hola!',
    text: 'Pregúntame por un nombre, o haz una pregunta entera con tus propias palabras.',
  },
  followUp: 'No recuerdo la pregunta anterior: haz la pregunta entera.',
  notFound: {
    title: 'El archivo no responde a esto.',
    noWord: (text) => `En «${text}» no hay ninguna palabra que pueda buscar.`,
    notMentioned: (names) => `Ningún artículo habla de ${names}.`,
    noneKnown: 'Ninguna de estas palabras aparece en ningún artículo.',
    notTogether: (words) => `Estas palabras nunca aparecen juntas en una misma frase: ${words}.`,
    noClearAnswer: (words, together) => `${together} con ${words}, pero ninguna respuesta clara.`,
    noSuchWords: 'Estas palabras exactas no aparecen en ningún artículo.',
    noSources: 'Ninguna frase del archivo habla de lo que dice este mensaje.',
    nearest: 'Nombres más parecidos del archivo:',
    sentences: (count) => (count === 1 ? '1 frase' : `${count} frases`),
    filtered: 'La búsqueda se limitó al medio y las fechas que elegiste.',
  },
  context: {
    title: 'En contexto',
    changed:
      'El archivo ha cambiado desde esta respuesta: la frase ya no está donde estaba. Vuelve a preguntar.',
    before: 'antes',
    after: 'después',
  },
  articles: {
    open: 'Abrir un artículo …',
    byPublisher: 'Por medio …',
    byMonth: 'Por mes …',
    all: 'Todos',
    title: 'Artículos, los más recientes primero',
    about: (name) => `Artículos en los que aparece ${name}`,
    none: 'No hay ninguno.',
    sentences: (count) => (count === 1 ? '1 frase' : `${count} frases`),
    names: 'Nombres más mencionados',
    opening: 'Comienzo',
    id: 'ID',
    alike: { same: 'El mismo texto', nearly: 'Casi el mismo texto', version: 'Otra versión' },
    unknown: (id) => `No hay ningún artículo «${id}». Elige uno de la lista que se abre mientras escribes.`,
    page: (page, pages) => `Página ${page} de ${pages}`,
  },
  status: {
    title: 'El archivo',
    articles: 'Artículos',
    repeated: (count) => `${count} de ellos iguales a otro, palabra por palabra`,
    sentences: 'Frases',
    names: 'Nombres',
    dates: 'Fechas',
    undated: (count) => `${count} sin fecha`,
    publishers: 'Medios',
    languages: 'Idiomas',
    problems: 'Problemas',
    noProblems: 'ninguno: se ha podido leer todo',
    problemsForAdmins: (count) =>
      count === 1 ? '1 (visible para los administradores)' : `${count} (visibles para los administradores)`,
    read: 'Lectura',
    more: (count) => `… y ${count} más`,
  },
  help: {
    title: 'Ibid responde con un archivo de artículos, palabra por palabra',
    intro:
      'Cada frase que muestro está, tal cual, en un artículo. Yo no escribo nada. Cuando el archivo no dice nada, te lo digo. Cuando no lo tengo claro, te muestro lo más cercano solo a ti.',
    examples: 'Prueba una de estas:',
    outro:
      'Encuentro los nombres se escriban como se escriban. En cualquier mensaje: clic derecho (o mantén pulsado), Aplicaciones, Buscar fuentes. Debajo de una respuesta, «Mostrar alrededor de …» abre una frase en su párrafo, y desde ahí el artículo entero.',
  },
  editing: {
    addTitle: '¿Añadir esto al archivo?',
    removeTitle: '¿Quitar esto del archivo?',
    holdsSeveral: (articles) => `Este fichero contiene ${articles} artículos. El primero:`,
    alreadyThere: (articles) =>
      articles === 1 ? '1 de ellos ya está en el archivo.' : `${articles} de ellos ya están en el archivo.`,
    added: (path) => `Añadido como ${path}.`,
    answersSoon: 'Dentro de unos segundos se encontrará al preguntar.',
    answersLater: 'Se encontrará al preguntar cuando me reinicien.',
    removed: (path) => `Quitado del archivo: ${path}. El fichero lo conserva quien me administra.`,
    cancelled: 'No se ha cambiado nada.',
    expired: 'Esto ha esperado demasiado o ya está resuelto. Empieza de nuevo.',
    changed: 'El archivo ha cambiado mientras tanto. Vuelve a elegir el artículo.',
    notEditor:
      'Solo pueden cambiar el archivo los miembros con permiso para gestionar el servidor o con un rol de edición.',
    notHere:
      'Desde aquí no se puede cambiar el archivo. Pregunta a quien me administra en qué servidor se puede.',
    notYours: 'Solo puede decidirlo quien lo empezó.',
    fileOrUrl: 'Dame un fichero o una dirección: una de las dos cosas.',
    noFetching: 'No estoy configurado para descargar páginas web. Guarda la página y envíame el fichero.',
    tooLarge: (megabytes) => `Es demasiado grande: acepto ficheros de hasta ${megabytes} MB.`,
    notFetched: (why) => `No se ha podido descargar: ${why}`,
    known: (title) => `Esto ya está en el archivo: «${title}».`,
    unreadable: (why) => `No se puede leer ningún artículo en esto: ${why}`,
    faults: {
      'one-file': (what) => `El archivo es un solo fichero (${what}): no se le puede añadir ni quitar nada.`,
      unwritable: (what) =>
        `No se puede escribir en la carpeta del archivo (${what}). Díselo a quien me administra.`,
      linked: (what) => `${what} solo está enlazado al archivo: no me corresponde quitarlo.`,
      gone: (what) => `${what} ya no está.`,
      several: (what) =>
        `${what} contiene también otros artículos, así que no puedo quitarlo. Dile a quien me administra cuál debe irse.`,
    },
    rejected: {
      empty: 'No contiene nada.',
      program: 'Esto es un programa, no un artículo.',
      picture: 'Esto es una imagen, no un artículo. No sé leer lo que pone en las imágenes.',
      recording: 'Esto es una grabación, no un artículo.',
      archive: 'Esto es un paquete de ficheros. Envíame los ficheros uno a uno.',
      unknown:
        'No leo este tipo de fichero. Leo páginas web, PDF, EPUB, Word (.docx), OpenDocument, RTF, texto, Markdown, correo, fuentes RSS y JSON Lines.',
      slow: 'Leerlo lleva demasiado tiempo: lo he dejado.',
      memory: 'Leerlo necesita demasiada memoria: lo he dejado.',
      busy: 'Ahora estoy leyendo otros ficheros: inténtalo dentro de un minuto.',
    },
  },
  errors: {
    unexpected: (id) =>
      `Algo ha fallado por mi parte. Si vuelve a pasar, dale este número a quien me administra: ${id}`,
    slowDown: (seconds) =>
      `Un momento: vuelve a preguntar dentro de ${seconds === 1 ? '1 segundo' : `${seconds} segundos`}.`,
    busy: 'Hay muchas preguntas a la vez: vuelve a preguntar dentro de unos segundos.',
    stopping: 'Me estoy reiniciando: vuelve a preguntar dentro de un minuto.',
    unavailable: 'El archivo no está disponible en este momento: vuelve a preguntar dentro de un minuto.',
    badDate: (typed) =>
      `«${typed}» no es una fecha que sepa leer. Escribe 2020-01-27, 27 January 2020, 2020-01 o 2020.`,
    fromAfterTo: 'El primer día es posterior al último: no puede haber ningún artículo entre los dos.',
    unknownPublisher: (typed, publishers) =>
      `En el archivo no hay ningún medio «${typed}». Hay estos: ${publishers}.`,
    notYours: 'Solo quien preguntó o un moderador puede eliminar esta respuesta.',
    stale: 'El archivo ha cambiado desde esta respuesta, y sus páginas también. Vuelve a preguntar.',
    expired: 'Este botón es de una versión anterior de mí. Vuelve a preguntar.',
  },
};
