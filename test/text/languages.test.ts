import { describe, expect, test } from 'vitest';
import { codeOf, languageOf } from '../../src/text/languages/language.ts';
import { splitSentences } from '../../src/text/sentences/sentences.ts';
import { termsOf } from '../../src/text/tokens/words.ts';
import { SENTENCES } from './sentences-by-language.ts';

describe.each(Object.entries(SENTENCES))('sentences: %s', (language, texts) => {
  test.each(texts)('%s', (marked) => {
    const text = marked.replaceAll('|', '');
    const sentences = splitSentences(text, undefined, language);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(marked.split(/\| ?/));
  });
});

test('rules of another language do no harm to English', () => {
  const text = 'It ended in 1990 г. The rest est. Nobody knew.';
  expect(splitSentences(text)).toEqual(splitSentences(text, undefined, 'en'));
});

/** All of these are one term in texts of the language. */
function one(language: string, ...words: string[]): void {
  const terms = words.map((word) => termsOf(word, languageOf(language)).join(' '));
  expect(new Set(terms).size, terms.join(', ')).toBe(1);
}

/** No two of these are one term. */
function apart(language: string, ...words: string[]): void {
  const terms = words.map((word) => termsOf(word, languageOf(language)).join(' '));
  expect(new Set(terms).size, terms.join(', ')).toBe(words.length);
}

test('Arabic: vowels, tatweel, forms of alef and ya, the article', () => {
  one('ar', 'دمشق', 'دِمَشْق', 'دمشـق');
  one('ar', 'أحمد', 'احمد', 'إحمد', 'ٱحمد');
  one('ar', 'مصطفى', 'مصطفي', 'مصطفی');
  one('ar', 'مدرسة', 'مدرسه');
  one('ar', 'الجامع', 'جامع', 'والجامع', 'بالجامع', 'للجامع');
  one('ar', 'آب', 'اب');
  apart('ar', 'بلد', 'لد');
  apart('ar', 'والد', 'د');
});

test('Persian: Arabic and Persian letters, the joiner that nobody sees, hamza over he', () => {
  one('fa', 'کیان', 'كيان');
  one('fa', 'عالی‌قاپو', 'عالیقاپو');
  one('fa', 'رودخانهٔ', 'رودخانه', 'رودخانۀ');
  one('fa', '۱۹۷۹', '1979', '١٩٧٩');
});

test('Russian: ё is е, й is a letter, names are found in every case', () => {
  one('ru', 'Королёв', 'Королев');
  one('ru', 'Пётр', 'Петр');
  one('ru', 'Москва', 'Москвы', 'Москве', 'Москву');
  one('ru', 'Байкал', 'Байкала');
  apart('ru', 'война', 'воина');
});

test('Ukrainian: any apostrophe, ґ is г, і and ї are two letters', () => {
  one('uk', "п'ять", 'п’ять', 'пʼять', 'пять');
  one('uk', 'Ґонґадзе', 'Гонгадзе');
  one('uk', 'Шевченко', 'Шевченка', 'Шевченку');
  apart('uk', 'їх', 'іх', 'их');
});

test('stems of Latin scripts know their language, so that they never meet an English word', () => {
  one('es', 'puente', 'puentes');
  one('de', 'Stadt', 'Städte');
  one('fr', 'ponts', 'pont', 'Pont');
  one('pt', 'igreja', 'igrejas');
  expect(termsOf('planes', languageOf('es'))).not.toEqual(termsOf('plan'));
  expect(termsOf('1945 G20', languageOf('es'))).toEqual(termsOf('1945 G20'));
});

test('an article that is written as one with its noun is none of its letters', () => {
  one('fr', 'l’Alhambra', 'Alhambra', "d'Alhambra", 'L’Alhambra');
  one('it', 'dell’Italia', 'Italia');
  apart('fr', 'aujourd’hui', 'hui');
});

test('tags of languages as files have them', () => {
  expect(['en-US', 'es_MX', 'spa', 'zh-Hant', 'nb', 'iw', 'Español', '', undefined].map(codeOf)).toEqual([
    'en',
    'es',
    'es',
    'zh',
    'no',
    'he',
    undefined,
    undefined,
    undefined,
  ]);
});
