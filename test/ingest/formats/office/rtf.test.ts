import { expect, test } from 'vitest';
import { rtfText } from '../../../../src/ingest/formats/office/rtf.ts';

const textOf = (rtf: string) => rtfText(Buffer.from(rtf, 'latin1')).text;
const bytes = (...codes: number[]) => codes.map((code) => `\\'${code.toString(16)}`).join('');

test.each([
  [204, bytes(0xcf, 0xe0, 0xf0, 0xee, 0xec), 'Паром'],
  [238, `P${bytes(0xf8)}${bytes(0xed)}voz`, 'Přívoz'],
  [162, `${bytes(0xdd)}lk`, 'İlk'],
  [77, `caf${bytes(0x8e)}`, 'café'],
  [128, `${bytes(0x83)}t${bytes(0x83, 0x46)}`, 'フェ'],
])('letters are in the character set of their font, here %i', (charset, letters, words) => {
  const fonts = `{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset${charset} Other;}}`;
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}\\f1 ${letters}\\f0  caf\\'e9\\par}`;
  expect(textOf(rtf)).toBe(`${words} café`);
});

test('a document of a Macintosh is in its own character set', () => {
  expect(textOf(String.raw`{\rtf1\mac The caf\'8e\'d5s owner.}`)).toBe('The café’s owner.');
});

test('a footnote comes last, not in the middle of its sentence', () => {
  const rtf = String.raw`{\rtf1 The ferry runs again{\super\chftn}{\footnote\chftn  Said the company.} since Saturday.\par Next.}`;
  expect(textOf(rtf)).toBe('The ferry runs again since Saturday.\n\nNext.\n\nSaid the company.');
});

test('what is written twice for older readers is read once, hidden words not at all', () => {
  const rtf = String.raw`{\rtf1{\info{\upr{\author J. Roth}{\*\ud{\author J. R\u246?th}}}}{\*\generator X}A \*\cs7 ferry{\v  secret} runs.}`;
  const { text, properties } = rtfText(Buffer.from(rtf));
  expect(text).toBe('A ferry runs.');
  expect(properties.author).toBe('J. Röth');
});
