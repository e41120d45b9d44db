import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/text/file-name.ts';

test.each([
  ['The quarry of Sollen closes', 'the-quarry-of-sollen-closes'],
  ['Ma’asaran: “liberated”?', 'ma-asaran-liberated'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\x.exe', 'c-windows-x-exe'],
  ['.hidden', 'hidden'],
  ['Взят Идлиб', 'взят-идлиб'],
  ['تحرير معرة النعمان', 'تحرير-معرة-النعمان'],
  ['Cafe\u0301', 'caf\u00e9'],
  ['a\u202e\u0000\u2066b', 'a-b'],
  ['CON', 'article-con'],
  ['com1', 'article-com1'],
  ['COM²', 'article-com²'],
  ['Con artists', 'con-artists'],
  ['…', 'article'],
  ['', 'article'],
])('%j becomes %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test('what has no letters is called by the fallback, and what Windows reserves begins with it', () => {
  expect(fileNameOf('…', 'unknown')).toBe('unknown');
  expect(fileNameOf('Con', 'unknown')).toBe('unknown-con');
});

test('a long title is cut after a whole word, a long word after a whole character', () => {
  expect(fileNameOf('word '.repeat(100))).toBe(Array(24).fill('word').join('-'));
  expect(fileNameOf('abcdefg '.repeat(100))).toBe(Array(15).fill('abcdefg').join('-'));
  expect(fileNameOf('汉'.repeat(100))).toBe('汉'.repeat(40));
});

const PIECES = [
  ...'aÉ9汉م/\\.- _\t\n\0',
  'e\u0301',
  '\u0301',
  '👩‍👧',
  '\ud800',
  '\u202e',
  '\ufb01',
  'İ',
  '𝔸',
];

test('any title becomes a name of letters, digits and hyphens, short, in NFC, that is its own name', () => {
  const title = fc.array(fc.constantFrom(...PIECES), { maxLength: 200 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(title, (text) => {
      const name = fileNameOf(text);
      expect(name).toMatch(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|-(?!-|$))*$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(140);
      expect(name).toBe(name.normalize('NFC'));
      expect(fileNameOf(name)).toBe(name);
    }),
    { numRuns: 100 },
  );
});
