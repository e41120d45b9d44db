import { expect, test } from 'vitest';
import { detectLanguage, withLanguage } from '../../../src/ingest/metadata/detect-language.ts';
import { articleOf } from '../../articles.ts';

const SPANISH = 'La ciudad de Granada está en el sur de España y tiene unos doscientos mil habitantes.';

/** Told to be in this language, or in none. */
async function check(text: string, language: string | undefined): Promise<void> {
  expect(await detectLanguage(text)).toBe(language);
}

test('a sentence is enough', async () => {
  await check(SPANISH, 'es');
  await check('The town was taken on Monday by the army and its allies, officials said.', 'en');
  await check('تقع مدينة حلب في شمال البلاد وهي من أقدم المدن في العالم.', 'ar');
  await check('شهر شیراز در جنوب ایران است و باغ‌های زیبایی دارد که مشهورند.', 'fa');
  await check('Город стоит на берегу реки, и в нём живёт много людей.', 'ru');
  await check('Місто стоїть на березі річки, і в ньому живе багато людей.', 'uk');
});

test('what is too short, or names and figures only, has no language', async () => {
  await check('Madrid', undefined);
  await check('', undefined);
  await check(
    'Shr 12 cts vs 15 cts Net 1,234,567 vs 2,345,678 Revs 12.3 mln vs 10.1 mln Avg shrs 1.2 mln',
    undefined,
  );
  await check(
    'Mohammed al-Jolani, Jamil Hassan, Suheil Hassan, Bashar Assad, Recep Tayyip Erdogan',
    undefined,
  );
});

test('English with foreign names stays English', () =>
  check('Gómez and Müller met al-Hassan in São Paulo, where they spoke of the treaty for an hour.', 'en'));

test('what an article states is left alone, and what is told is marked', async () => {
  const stated = articleOf(SPANISH, 0, { language: 'ca' });
  expect(await withLanguage(stated)).toBe(stated);
  expect(await withLanguage(articleOf(SPANISH))).toMatchObject({
    language: 'es',
    origin: { title: 'opening words', language: 'detected' },
  });
});
