import type { Messages } from './messages.ts';

const rules = new Intl.PluralRules('uk');

function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const sentences = (count: number) => plural(count, 'речення', 'речення', 'речень');

export const uk: Messages = {
  locale: 'uk',
  commands: {
    who: { name: 'хто', description: 'Хто це? Речення з архіву, де про це сказано, слово в слово' },
    what: { name: 'що', description: 'Що це? Речення з архіву, де про це сказано, слово в слово' },
    where: { name: 'де', description: 'Де це? Речення з архіву, де про це сказано, слово в слово' },
    when: { name: 'коли', description: 'Коли це було? Речення з архіву, де про це сказано, слово в слово' },
    why: {
      name: 'чому',
      description: 'Чому так сталося? Речення з архіву, де про це сказано, слово в слово',
    },
    'how-many': {
      name: 'скільки',
      description: 'Скільки? Речення з архіву, де про це сказано, слово в слово',
    },
    ask: { name: 'запитати', description: 'Поставити архіву ціле запитання' },
    quote: { name: 'цитата', description: 'Де в архіві трапляються саме ці слова?' },
    articles: { name: 'статті', description: 'Статті архіву, спочатку нові' },
    article: { name: 'стаття', description: 'Що архів знає про одну статтю' },
    archive: { name: 'архів', description: 'Про архів' },
    status: {
      name: 'стан',
      description: 'Скільки статей в архіві, за який час, з яких видань і що не вдалося прочитати',
    },
    help: { name: 'допомога', description: 'Що я вмію' },
    findSources: 'Знайти джерела',
  },
  options: {
    name: { name: 'назва', description: 'Ім’я чи назва в будь-якому написанні або ціле запитання' },
    about: { name: 'тема', description: 'Ім’я, словосполучення або ціле запитання' },
    question: { name: 'запитання', description: 'Ваше запитання — так, як ви поставили б його людині' },
    words: { name: 'слова', description: 'Точні слова, символ у символ' },
    publisher: { name: 'видання', description: 'Лише статті цього видання' },
    from: {
      name: 'від',
      description: 'Опубліковано або сталося від цього дня: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    to: {
      name: 'до',
      description:
        'Опубліковано або сталося до цього дня включно: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    private: { name: 'приватно', description: 'Показати відповідь лише мені' },
    id: { name: 'стаття', description: 'Заголовок або ID статті' },
    articlesAbout: { name: 'тема', description: 'Лише статті, де згадується це ім’я чи назва' },
  },
  headings: {
    who: (name) => `Хто це: ${name}?`,
    what: (name) => `Що таке ${name}?`,
    where: (name) => `Де це: ${name}?`,
    when: (name) => `Коли: ${name}?`,
    why: (name) => `Чому: ${name}?`,
    'how-many': (name) => `Скільки: ${name}?`,
    ask: (name) => name,
  },
  quoteHeading: (words) => `Де трапляються слова «${words}»?`,
  sourcesHeading: 'Що в архіві сказано з приводу цього повідомлення',
  buttons: {
    context: (citation) => `Контекст [${citation}]`,
    more: 'Ще',
    back: 'Назад',
    source: 'Джерело',
    delete: 'Видалити',
  },
  answer: {
    untitled: (opening) => `без заголовка, «${opening}»`,
    undated: 'без дати',
    paragraph: (number) => `абз. ${number}`,
    page: (number) => `с. ${number}`,
    passage: 'до цього місця',
    readAs: (typed, readAs) => `${typed}: прочитано як ${readAs}`,
    dateRead: (expression, date) => `«${expression}» прочитано як ${date}`,
    differ: (claims) => `Джерела розходяться: ${claims}.`,
    alsoIn: (articles) => `є ще в ${plural(articles, 'статті', 'статтях', 'статтях')}`,
    tooLong: 'Це речення задовге для повідомлення. Воно міститься у статті, зазначеній нижче.',
    shown: (from, to, found) =>
      found === 1
        ? '1 речення'
        : from === to
          ? `Речення ${from} із ${found}`
          : `Речення ${from}–${to} із ${found}`,
    searched: (articles) => `Пошук у ${plural(articles, 'статті', 'статтях', 'статтях')}`,
    seconds: (seconds) => `${seconds} с`,
  },
  notFound: {
    title: 'В архіві немає відповіді на це.',
    noWord: (text) => `У «${text}» немає жодного слова, яке можна шукати.`,
    notMentioned: (names) => `У жодній статті не згадується: ${names}.`,
    noneKnown: 'Жодне з цих слів не трапляється у статтях.',
    notTogether: (words) => `Ці слова жодного разу не стоять разом в одному реченні: ${words}.`,
    noClearAnswer: (words, together) => `${together}, де є ${words}, але чіткої відповіді немає.`,
    noSuchWords: 'Саме цих слів немає в жодній статті.',
    noSources: 'У жодному реченні архіву не йдеться про те, про що це повідомлення.',
    nearest: 'Найподібніші імена та назви в архіві:',
    sentences,
    filtered: 'Пошук обмежено вибраним виданням і датами.',
  },
  context: {
    title: 'У контексті',
    changed: 'Після цієї відповіді архів змінився: речення вже не на тому самому місці. Запитайте ще раз.',
    before: 'до',
  },
  articles: {
    title: 'Статті, спочатку нові',
    about: (name) => `Статті, де згадується ${name}`,
    none: 'Таких немає.',
    sentences,
    names: 'Найчастіше згадуються',
    opening: 'Початок',
    id: 'ID',
    unknown: (id) => `Статті «${id}» немає. Виберіть статтю зі списку, що відкривається під час введення.`,
    page: (page, pages) => `Сторінка ${page} із ${pages}`,
  },
  status: {
    title: 'Архів',
    articles: 'Статті',
    sentences: 'Речення',
    names: 'Імена та назви',
    dates: 'Дати',
    undated: (count) => `${count} без дати`,
    publishers: 'Видання',
    languages: 'Мови',
    problems: 'Проблеми',
    noProblems: 'немає: усі файли вдалося прочитати',
    problemsForAdmins: (count) => `${count} (видно адміністраторам)`,
    read: 'Прочитано',
    more: (count) => `… і ще ${count}`,
  },
  help: {
    title: 'Ibid відповідає за архівом статей, слово в слово',
    intro:
      'Кожне речення, яке я показую, є у статті — точно в такому вигляді. Сам я нічого не пишу. Якщо в архіві нічого немає, я так і скажу.',
    outro:
      'Імена та назви знаходяться в будь-якому написанні. На будь-якому повідомленні: клацніть правою кнопкою (або утримуйте), «Застосунки», «Знайти джерела». Кнопки під відповіддю показують речення в його абзаці та інші речення.',
  },
  errors: {
    unexpected: (id) =>
      `У мене щось пішло не так. Якщо це повториться, повідомте цей номер тому, хто за мене відповідає: ${id}`,
    slowDown: (seconds) =>
      `Хвилинку: запитайте ще раз через ${plural(seconds, 'секунду', 'секунди', 'секунд')}.`,
    busy: 'Забагато запитань одночасно: запитайте ще раз за кілька секунд.',
    stopping: 'Я перезапускаюся: запитайте ще раз за хвилину.',
    badDate: (typed) =>
      `Не можу прочитати «${typed}» як дату. Напишіть 2020-01-27, 27 January 2020, 2020-01 або 2020.`,
    fromAfterTo: 'Перший день пізніший за останній: між ними не може бути жодної статті.',
    unknownPublisher: (typed, publishers) => `В архіві немає видання «${typed}». Є: ${publishers}.`,
    notYours: 'Видалити цю відповідь може лише той, хто запитав, або модератор.',
    stale: 'Після цієї відповіді архів змінився, а з ним і сторінки відповіді. Запитайте ще раз.',
    expired: 'Ця кнопка залишилася від моєї попередньої версії. Запитайте ще раз.',
  },
};
