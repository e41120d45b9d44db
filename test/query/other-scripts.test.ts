import { expect, test } from 'vitest';
import { archiveOf } from '../articles.ts';

/** The first sentence that an archive of these texts answers a name with. */
async function answerTo(typed: string, ...texts: string[]): Promise<string | undefined> {
  const archive = await archiveOf(...texts);
  return (await archive.ask('who', typed)).citations[0]?.quote;
}

const RUSSIAN = [
  'Вчера в Москве министр встретился с Джорджем Хасвани. Переговоры шли весь день.',
  'Жители покинули Джисрин. Город Идлиб обстреляли ночью, сообщили местные власти.',
];
const ARABIC = ['التقى الوزير جورج حسواني في العاصمة يوم الأحد.', 'غادر السكان مدينة الرقة بعد القصف.'];
const GREEK = [
  'Ο υπουργός συνάντησε χθες τον Τζορτζ Χασουάνι στην πρωτεύουσα.',
  'Οι κάτοικοι εγκατέλειψαν την πόλη Ιντλίμπ μετά τον βομβαρδισμό.',
];

test('a Latin name in an archive in Cyrillic', async () => {
  expect(await answerTo('Haswani', ...RUSSIAN)).toContain('Хасвани');
  expect(await answerTo('Jisrin', ...RUSSIAN)).toContain('Джисрин');
  expect(await answerTo('Idlib', ...RUSSIAN)).toContain('Идлиб');
});

test('a Latin name in an archive in Arabic', async () => {
  expect(await answerTo('Haswani', ...ARABIC)).toContain('حسواني');
  expect(await answerTo('George', ...ARABIC)).toContain('جورج');
  expect(await answerTo('Raqqa', ...ARABIC)).toContain('الرقة');
});

test('a Latin name in an archive in Greek', async () => {
  expect(await answerTo('Haswani', ...GREEK)).toContain('Χασουάνι');
  expect(await answerTo('Idlib', ...GREEK)).toContain('Ιντλίμπ');
});

test('names that such an archive doesn’t have are not answered', async () => {
  for (const absent of ['Pickett', 'Stackhouse', 'Blankenship', 'Osborne', 'qualify']) {
    for (const texts of [RUSSIAN, ARABIC, GREEK]) expect(await answerTo(absent, ...texts)).toBeUndefined();
  }
});

test('names in other scripts that a Latin archive has, and such that it doesn’t', async () => {
  const texts = ['They met George Haswani.', 'He left Raqqa.', 'They shelled Idlib.'];
  for (const typed of ['Хасвани', 'حسواني', 'Χασουάνι'])
    expect(await answerTo(typed, ...texts)).toContain('Haswani');
  for (const typed of ['Эр-Ракка', 'الرقة', 'Ράκκα'])
    expect(await answerTo(typed, ...texts)).toContain('Raqqa');
  for (const typed of ['Стокгольм', 'بيكيت', 'Πίκετ'])
    expect(await answerTo(typed, ...texts)).toBeUndefined();
});
