import { expect, test } from 'vitest';
import { isWithoutVowels, latinOf, romanisationsOf } from '../../../src/text/names/latin.ts';
import { fold } from '../../../src/text/tokens/fold.ts';

const waysOf = (name: string) => romanisationsOf(fold(name));

test('a name in its usual romanisation, first of several', () => {
  for (const [name, latin] of [
    ['Алеппо', 'aleppo'],
    ['Дамаск', 'damask'],
    ['Ερντογάν', 'erdogan'],
    ['Θεσσαλονίκη', 'thessaloniki'],
    ['Κουρμάντζι', 'kurmanji'],
    ['Τζόνσον', 'jonson'],
    ['بغداد', 'bghdad'],
    ['ڤيينا', 'vyyna'],
  ] as const) {
    expect(latinOf(fold(name))).toBe(latin);
    expect(waysOf(name)[0]).toBe(latin);
  }
});

test('what is Latin stays as it is', () => {
  expect(waysOf('Çiyayê')).toEqual(['ciyaye']);
});

test('letters that stand for several sounds', () => {
  expect(waysOf('Гама')).toEqual(['gama', 'hama']);
  expect(waysOf('Хасвани')).toContain('haswani');
  expect(waysOf('Уилсон')).toContain('wilson');
  expect(waysOf('Джабле')).toEqual(['dzhable', 'djable']);
  expect(waysOf('Χομς')).toContain('homs');
  expect(waysOf('Μουσάμπ')).toContain('mushab');
  expect(waysOf('باريس')).toContain('parys');
  expect(waysOf('جورج')).toContain('gwrg');
});

test('the Arabic article is left out as well, and a last ه is an a', () => {
  expect(waysOf('الرقة')).toEqual(expect.arrayContaining(['alrqh', 'rqh', 'rqa']));
  expect(waysOf('ال')).toEqual(['al']);
});

test('two Arabic letters are not the sound that two Latin ones write', () => {
  expect(waysOf('زهراء')).toContain('zahra');
});

test('a word of any letters has few of them', () => {
  expect(waysOf('вгжцхйе'.repeat(8)).length).toBeLessThanOrEqual(16);
  expect(waysOf('βχστσυ'.repeat(8)).length).toBeLessThanOrEqual(16);
});

test('Arabic, Hebrew and Syriac leave vowels out', () => {
  expect(['حلب', 'חלב', 'ܚܠܒ'].map(isWithoutVowels)).toEqual([true, true, true]);
  expect(['Алеппо', 'Χαλέπι', 'Aleppo'].map(isWithoutVowels)).toEqual([false, false, false]);
});
