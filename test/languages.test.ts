import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildArchive, openArchive } from '../src/archive/open-archive.ts';
import { readCorpus } from '../src/ingest/read-corpus.ts';
import type { QuestionKind } from '../src/model/query.ts';
import { packageRoot } from '../src/package.ts';
import { articleOf } from './articles.ts';

const FIXTURES = join(packageRoot(), 'test', 'fixtures', 'languages');
const archive = await openArchive({ corpus: FIXTURES });
const { articles } = await readCorpus(FIXTURES);
const texts = new Map(articles.map(({ id, text }) => [id, text]));

/** Asked so, a sentence with these words is among the first three, and every citation is a slice of its article. */
async function check(kind: QuestionKind, question: string, words: string): Promise<void> {
  const { status, citations } = await archive.ask(kind, question);
  expect(status).toBe('found');
  expect(citations.map(({ quote }) => quote).join('\n')).toContain(words);
  for (const { quote, articleId, start, end } of citations) {
    expect(quote).toBe(texts.get(articleId)!.slice(start, end));
  }
}

test('each article has its language, as told from its text', async () => {
  const listed = await Promise.all([...texts.keys()].map((id) => archive.article(id)));
  const languages = listed.map((one) => [one?.article.language, one?.article.origin.language]);
  expect(languages).toEqual(
    ['ar', 'ar', 'de', 'es', 'fa', 'fr', 'ru', 'uk'].map((language) => [language, 'detected']),
  );
  expect((await archive.status()).languages).toContainEqual({ name: 'ar', articles: 2 });
});

describe('Arabic', async () => {
  test.each(['دمشق', 'دِمَشْق', 'دمشـق'])('%s, with and without vowels', async (name) =>
    check('where', name, 'دمشق'),
  );
  test.each(['أحمد', 'احمد', 'إحمد'])('%s, forms of alef', async (name) => check('who', name, 'أحمد علي'));
  test.each(['السد العالي', 'السد العالى', 'سد عالي'])('%s, forms of ya, the article', (name) =>
    check('when', name, 'سنة 1971'),
  );
  test.each(['ابن بطوطة', 'ابن بطوطه', 'إبن بطوطة'])('%s, forms of ta', (name) =>
    check('who', name, 'الرحّالة ابن بطوطة'),
  );
  test('a word with what is written as one with it', async () => {
    await check('where', 'النيل الأزرق', 'بالنيل الأزرق');
    await check('where', 'سوريا', 'وتقع سورية');
  });
  test('a question', () => check('ask', 'متى افتتحت مكتبة الإسكندرية؟', 'سنة 2002'));
  test('digits of either kind', () => check('ask', '1979', 'عام ١٩٧٩'));
});

describe('Persian', async () => {
  test.each(['شاه عباس', 'شاه عبّاس'])('%s', async (name) => check('who', name, 'شاه عباس یکم'));
  test.each(['یونسکو', 'يونسكو'])('%s, Persian and Arabic letters', async (name) =>
    check('who', name, 'یونسکو'),
  );
  test.each(['عالی‌قاپو', 'عالیقاپو'])('%s, with and without the joiner', (name) =>
    check('where', name, 'کاخ عالی‌قاپو'),
  );
  test('a question', () => check('ask', 'دماوند کجاست؟', 'کوه دماوند'));
});

describe('Russian and Ukrainian', () => {
  test.each(['Королёв', 'Королев', 'королёв'])('%s, ё and е', async (name) =>
    check('who', name, 'Королёв Сергей'),
  );
  test.each(['Москва', 'Москвы'])('%s, cases', async (name) => check('where', name, 'родился в Москве'));
  test('questions', async () => {
    await check('ask', 'Когда родился Пушкин?', '6 июня 1799 г.');
    await check('ask', 'Де стоїть пам’ятник Шевченку?', 'у м. Харкові');
  });
  test.each(['Ґонґадзе', 'Гонгадзе'])('%s', async (name) => check('who', name, 'Георгій Ґонґадзе'));
  test.each(["Пам'ятник", 'Памʼятник'])('%s', async (name) => check('where', name, 'Пам’ятник'));
});

test('Spanish, French, German', async () => {
  await check('ask', '¿Quién construyó el Patio de los Leones?', 'Mohamed V');
  await check('ask', 'Où est l’horloge ?', 'l’horloge astronomique');
  await check('ask', 'Wann wurde die Frauenkirche geweiht?', '30. Oktober 2005');
  await check('where', 'Brücke', 'Die Brücken wurden');
});

test('a word of a script without capitals is suggested, and is near to what is misspelt', async () => {
  expect((await archive.suggest('دمش', 5)).map(({ name }) => name)).toContain('دمشق');
  expect((await archive.suggest('جامع', 5)).map(({ name }) => name)).toContain('الجامع');
  const { status, nearest } = await archive.ask('where', 'اصفجان');
  const near = status === 'found' ? [] : nearest.map(({ name }) => name);
  expect(status === 'found' || near.includes('اصفهان')).toBe(true);
});

test('a name is found in articles of every language, though their stems of it differ', async () => {
  const mixed = await buildArchive([
    articleOf('The plan was made in Paris.', 0, { language: 'en' }),
    articleOf('Les plans de la ville sont à Paris.', 1, { language: 'fr' }),
  ]);
  const { citations } = await mixed.ask('where', 'Paris');
  const found = citations.map(({ articleId }) => articleId);
  expect(found.sort()).toEqual(['a', 'b']);
});

test('in an archive of English articles other languages have no say', async () => {
  const english = await archiveWith('The coup in Wer was led by Qui.');
  expect((await english.ask('ask', 'Wer')).citations[0]?.articleId).toBe('a');
});

function archiveWith(text: string) {
  return buildArchive([articleOf(text, 0, { language: 'en' })]);
}
