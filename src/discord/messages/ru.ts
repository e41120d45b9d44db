import type { Messages } from './messages.ts';

const rules = new Intl.PluralRules('ru');

function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

const sentences = (count: number) => plural(count, 'предложение', 'предложения', 'предложений');

export const ru: Messages = {
  locale: 'ru',
  commands: {
    who: { name: 'кто', description: 'Кто это? Предложения из архива, где об этом сказано, слово в слово' },
    what: { name: 'что', description: 'Что это? Предложения из архива, где об этом сказано, слово в слово' },
    where: { name: 'где', description: 'Где это? Предложения из архива, где об этом сказано, слово в слово' },
    when: {
      name: 'когда',
      description: 'Когда это было? Предложения из архива, где об этом сказано, слово в слово',
    },
    why: {
      name: 'почему',
      description: 'Почему так вышло? Предложения из архива, где об этом сказано, слово в слово',
    },
    'how-many': {
      name: 'сколько',
      description: 'Сколько? Предложения из архива, где об этом сказано, слово в слово',
    },
    ask: { name: 'спросить', description: 'Задать архиву вопрос целиком' },
    quote: { name: 'цитата', description: 'Где в архиве встречаются именно эти слова?' },
    articles: { name: 'статьи', description: 'Статьи архива, сначала новые' },
    article: { name: 'статья', description: 'Что архив знает об одной статье' },
    archive: { name: 'архив', description: 'Об архиве' },
    status: {
      name: 'состояние',
      description: 'Сколько статей в архиве, за какое время, из каких изданий и что не удалось прочитать',
    },
    help: { name: 'помощь', description: 'Что я умею' },
    findSources: 'Найти источники',
  },
  options: {
    name: { name: 'имя', description: 'Имя или название в любом написании либо вопрос целиком' },
    about: { name: 'тема', description: 'Имя, словосочетание или вопрос целиком' },
    question: { name: 'вопрос', description: 'Ваш вопрос — так, как вы задали бы его человеку' },
    words: { name: 'слова', description: 'Точные слова, символ в символ' },
    publisher: { name: 'издание', description: 'Только статьи этого издания' },
    from: {
      name: 'с',
      description: 'Опубликовано или произошло с этого дня: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    to: {
      name: 'по',
      description: 'Опубликовано или произошло по этот день: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    private: { name: 'приватно', description: 'Показать ответ только мне' },
    id: { name: 'статья', description: 'Заголовок или ID статьи' },
    articlesAbout: { name: 'тема', description: 'Только статьи, где упоминается это имя или название' },
  },
  headings: {
    who: (name) => `Кто это: ${name}?`,
    what: (name) => `Что такое ${name}?`,
    where: (name) => `Где это: ${name}?`,
    when: (name) => `Когда: ${name}?`,
    why: (name) => `Почему: ${name}?`,
    'how-many': (name) => `Сколько: ${name}?`,
    ask: (name) => name,
  },
  quoteHeading: (words) => `Где встречаются слова «${words}»?`,
  sourcesHeading: 'Что в архиве сказано по поводу этого сообщения',
  buttons: {
    context: (citation) => `Контекст [${citation}]`,
    more: 'Ещё',
    back: 'Назад',
    source: 'Источник',
    delete: 'Удалить',
  },
  answer: {
    untitled: (opening) => `без заголовка, «${opening}»`,
    undated: 'без даты',
    paragraph: (number) => `абз. ${number}`,
    page: (number) => `с. ${number}`,
    passage: 'к этому месту',
    readAs: (typed, readAs) => `${typed}: прочитано как ${readAs}`,
    dateRead: (expression, date) => `«${expression}» прочитано как ${date}`,
    differ: (claims) => `Источники расходятся: ${claims}.`,
    alsoIn: (articles) => `есть ещё в ${plural(articles, 'статье', 'статьях', 'статьях')}`,
    tooLong: 'Это предложение слишком длинное для сообщения. Оно находится в статье, указанной ниже.',
    shown: (from, to, found) =>
      found === 1
        ? '1 предложение'
        : from === to
          ? `Предложение ${from} из ${found}`
          : `Предложения ${from}–${to} из ${found}`,
    searched: (articles) => `Поиск по ${plural(articles, 'статье', 'статьям', 'статьям')}`,
    seconds: (seconds) => `${seconds} с`,
  },
  notFound: {
    title: 'В архиве нет ответа на это.',
    noWord: (text) => `В «${text}» нет ни одного слова, которое можно искать.`,
    notMentioned: (names) => `Ни в одной статье не упоминается: ${names}.`,
    noneKnown: 'Ни одно из этих слов не встречается в статьях.',
    notTogether: (words) => `Эти слова ни разу не стоят вместе в одном предложении: ${words}.`,
    noClearAnswer: (words, together) => `${together}, где есть ${words}, но ясного ответа нет.`,
    noSuchWords: 'Именно этих слов нет ни в одной статье.',
    noSources: 'Ни в одном предложении архива не говорится о том, о чём это сообщение.',
    nearest: 'Самые похожие имена и названия в архиве:',
    sentences,
    filtered: 'Поиск ограничен выбранным изданием и датами.',
  },
  context: {
    title: 'В контексте',
    changed: 'После этого ответа архив изменился: предложение уже не на прежнем месте. Спросите ещё раз.',
    before: 'до',
  },
  articles: {
    title: 'Статьи, сначала новые',
    about: (name) => `Статьи, где упоминается ${name}`,
    none: 'Таких нет.',
    sentences,
    names: 'Чаще всего упоминаются',
    opening: 'Начало',
    id: 'ID',
    unknown: (id) => `Статьи «${id}» нет. Выберите статью из списка, который открывается при вводе.`,
    page: (page, pages) => `Страница ${page} из ${pages}`,
  },
  status: {
    title: 'Архив',
    articles: 'Статьи',
    sentences: 'Предложения',
    names: 'Имена и названия',
    dates: 'Даты',
    undated: (count) => `${count} без даты`,
    publishers: 'Издания',
    languages: 'Языки',
    problems: 'Проблемы',
    noProblems: 'нет: все файлы удалось прочитать',
    problemsForAdmins: (count) => `${count} (видно администраторам)`,
    read: 'Прочитано',
    more: (count) => `… и ещё ${count}`,
  },
  help: {
    title: 'Ibid отвечает по архиву статей, слово в слово',
    intro:
      'Каждое предложение, которое я показываю, есть в статье — точно в таком виде. Сам я ничего не пишу. Если в архиве ничего нет, я так и скажу.',
    outro:
      'Имена и названия находятся в любом написании. На любом сообщении: правый клик (или долгое нажатие), «Приложения», «Найти источники». Кнопки под ответом показывают предложение в его абзаце и другие предложения.',
  },
  errors: {
    unexpected: (id) =>
      `У меня что-то пошло не так. Если это повторится, сообщите этот номер тому, кто за меня отвечает: ${id}`,
    slowDown: (seconds) =>
      `Минутку: спросите ещё раз через ${plural(seconds, 'секунду', 'секунды', 'секунд')}.`,
    busy: 'Слишком много вопросов сразу: спросите ещё раз через несколько секунд.',
    stopping: 'Я перезапускаюсь: спросите ещё раз через минуту.',
    badDate: (typed) =>
      `Не могу прочитать «${typed}» как дату. Напишите 2020-01-27, 27 January 2020, 2020-01 или 2020.`,
    fromAfterTo: 'Первый день позже последнего: между ними не может быть ни одной статьи.',
    unknownPublisher: (typed, publishers) => `В архиве нет издания «${typed}». Есть: ${publishers}.`,
    notYours: 'Удалить этот ответ может только тот, кто спросил, или модератор.',
    stale: 'После этого ответа архив изменился, а с ним и страницы ответа. Спросите ещё раз.',
    expired: 'Эта кнопка осталась от моей прежней версии. Спросите ещё раз.',
  },
};
