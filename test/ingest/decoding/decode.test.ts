import { expect, test } from 'vitest';
import { decode } from '../../../src/ingest/decoding/decode.ts';
import { corpusOf, linesOf } from '../folder.ts';
import { encode } from './encode.ts';

async function check(encoding: string, ...texts: string[]) {
  for (const text of texts) {
    const decoded = await decode(encode(text, encoding));
    expect({ text: decoded.text, encoding: decoded.encoding }).toEqual({ text, encoding });
    expect(decoded.flaw).toMatchObject({ severity: 'warning', reason: `not UTF-8: read as ${encoding}` });
  }
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test('UTF-8 is read with and without its mark', async () => {
  expect(await decode(Buffer.from('Ma’asaran'))).toEqual({ text: 'Ma’asaran', encoding: 'utf-8' });
  expect(await decode(Buffer.from('\ufeffMa’asaran'))).toEqual({ text: 'Ma’asaran', encoding: 'utf-8' });
});

test('UTF-16 is read by its mark, either way round', async () => {
  expect(await decode(utf16('معصران'))).toEqual({ text: 'معصران', encoding: 'utf-16le' });
  expect(await decode(utf16('معصران').swap16())).toEqual({ text: 'معصران', encoding: 'utf-16be' });
});

test('UTF-16 without its second half is read with a mark where it is missing', async () => {
  const { text, flaw } = await decode(Buffer.concat([utf16('one\ntwo'), Buffer.from([0x3d, 0xd8])]));
  expect(text).toBe('one\ntwo\ufffd');
  expect(flaw).toEqual({
    severity: 'warning',
    line: 2,
    reason: 'damaged: bytes that are not UTF-16LE are shown as \ufffd',
  });
});

test('Arabic', () =>
  check(
    'windows-1256',
    'دمشق',
    'وزارة الخارجية، قالت: «لا تعليق» على تقرير BBC وCNN',
    'أعلنت وكالة الأنباء السورية سانا أن وحدات من الجيش حررت بلدة معصران في ريف إدلب الجنوبي يوم الاثنين.',
  ));

test('Russian', async () => {
  const texts = [
    'Привет',
    'Москва, Россия',
    'Сирийская армия освободила город',
    'Агентство «САНА» сообщило 27 января',
  ];
  await check('windows-1251', ...texts);
  await check(
    'koi8-r',
    'Москва, Россия',
    'Сирийская армия освободила город, сообщило агентство в понедельник',
  );
});

test('French', () =>
  check(
    'windows-1252',
    'café',
    'Le président français a déclaré mardi',
    'Les forces ont libéré d’autres régions lors d’une vaste offensive à l’écart des négociations…',
    '« Non », a-t-il répondu à Besançon',
  ));

test('German', () =>
  check('windows-1252', 'Grüße aus München', 'Die Straße in Österreich müsse größer werden.'));

test('English with a curly quote, a foreign name or a currency here and there', () =>
  check(
    'windows-1252',
    'He said “no” to the offer.',
    'It’s over – he said.',
    'Ma’asaran, al-Sawami’a, al-Za’alana',
    'The naïve café owner in Zürich paid €50.',
    'A £5 note',
    'Temperatures reached 40°C',
    'The President visited José Muñoz in Bogotá. '.repeat(50),
    `${'The Syrian army entered the town on Monday, the agency said. '.repeat(500)}It met José there.`,
  ));

test('Polish, Czech, Turkish, Greek and Hebrew', async () => {
  await check(
    'windows-1250',
    'Prezydent Lech Wałęsa powiedział w środę, że „sytuacja jest bardzo poważna” i wymaga działań.',
  );
  await check(
    'iso-8859-2',
    'Vláda České republiky v pondělí oznámila, že příští rok zvýší daně. Ministr řekl, že je rád.',
  );
  await check(
    'windows-1254',
    'Türkiye Cumhurbaşkanı pazartesi günü yaptığı açıklamada, görüşmelerin iyi geçtiğini söyledi.',
  );
  await check('windows-1253', 'Η κυβέρνηση της Ελλάδας ανακοίνωσε τη Δευτέρα νέα μέτρα για την οικονομία.');
  await check('windows-1255', 'ממשלת ישראל הודיעה ביום שני על צעדים חדשים לטובת הכלכלה של המדינה');
});

test('Chinese, Japanese and Korean', async () => {
  await check('gb18030', '中国政府周一宣布新的经济措施，以促进增长。新华社报道说，这是今年的第三次。');
  await check('big5', '中國政府週一宣布新的經濟措施，以促進增長。新華社報導說，這是今年的第三次。');
  await check('shift_jis', '日本政府は月曜日に新しい経済政策を発表した。これは今年で三回目となる。');
  await check('euc-kr', '한국 정부는 월요일에 새로운 경제 정책을 발표했다. 올해 세 번째이다.');
});

test('every character that windows-1252 has and Latin-1 lacks', async () => {
  const text = `${'élan '.repeat(20)}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ`;
  expect((await decode(encode(text, 'windows-1252'))).text).toBe(text);
});

test('UTF-8 that lost a byte is still UTF-8', async () => {
  const whole = Buffer.from('Ma’ar Shourin\nMa’asaran, al-Sawami’a');
  const { text, encoding, flaw } = await decode(whole.subarray(0, -2));
  expect([text, encoding]).toEqual(['Ma’ar Shourin\nMa’asaran, al-Sawami\ufffd', 'utf-8']);
  expect(flaw).toEqual({
    severity: 'warning',
    line: 2,
    reason: 'damaged: bytes that are not UTF-8 are shown as \ufffd',
  });
});

test('a file with NUL bytes is no text', async () => {
  const { articles, problems } = await corpusOf({
    'a.txt': Buffer.from('PK\x03\x04\0\0'),
    'b.txt': Buffer.from('text', 'utf16le'),
    'c.txt': Buffer.from('fffe000041000000', 'hex'),
  });
  expect(articles).toEqual([]);
  expect(linesOf(problems).slice(0, 3)).toEqual([
    'error a.txt looks like a binary file: it holds NUL bytes',
    'error b.txt looks like a binary file: it holds NUL bytes',
    'error c.txt looks like a binary file: it starts like UTF-16 and holds NULs',
  ]);
});

test('the article says how it was read, and a warning where it had to be guessed', async () => {
  const { articles, problems } = await corpusOf({ 'a.txt': encode('one\ntwo\ncafé', 'windows-1252') });
  expect(articles[0]).toMatchObject({ encoding: 'windows-1252', text: 'one\ntwo\ncafé' });
  expect(linesOf(problems)).toEqual(['warning a.txt:3 not UTF-8: read as windows-1252']);
});
