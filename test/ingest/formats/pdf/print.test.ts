import { expect, test } from 'vitest';
import { pageOf } from './newspaper-pdf.ts';
import { problemsOf, textOf } from './pages.ts';

const printed = (text: string, matrix: string, more = '') =>
  `BT /F1 11 Tf ${more} ${matrix} Tm (${text}) Tj ET`;
const LINES = [
  'The minister of public works resigned in the evening,',
  'after an inquiry into the dam had ended.',
];
const lines = (at: (place: number) => string) =>
  LINES.map((line, place) => printed(line, at(place))).join('\n');
const WHOLE = LINES.join(' ');

test.each([90, 180, 270])('a page that is turned by %i degrees is read', async (degrees) => {
  expect(
    await textOf(
      pageOf(
        lines((place) => `1 0 0 1 60 ${700 - 14 * place}`),
        `/Rotate ${degrees}`,
      ),
    ),
  ).toBe(WHOLE);
});

test('text that is drawn upwards, downwards or upside down is read', async () => {
  for (const at of [
    (place: number) => `0 1 -1 0 ${100 + 14 * place} 60`,
    (place: number) => `0 -1 1 0 ${400 - 14 * place} 900`,
    (place: number) => `-1 0 0 -1 700 ${300 + 14 * place}`,
  ])
    expect(await textOf(pageOf(lines(at)))).toBe(WHOLE);
});

test('what runs up the margin is no part of the text', async () => {
  const stamp = printed('PHOTO BY A. WRITER', '0 1 -1 0 20 300');
  expect(await textOf(pageOf(`${lines((place) => `1 0 0 1 60 ${700 - 14 * place}`)}\n${stamp}`))).toBe(WHOLE);
});

test('text that is printed twice is read once', async () => {
  for (const offset of [0.4, 1.5]) {
    const twice = [0, offset]
      .map((by) => lines((place) => `1 0 0 1 ${60 + by} ${700 - 14 * place}`))
      .join('\n');
    expect(await textOf(pageOf(twice))).toBe(WHOLE);
  }
});

test('letters set apart are words, initials of a name are not', async () => {
  expect(await textOf(pageOf(printed('FERRY RUNS AGAIN', '1 0 0 1 60 700', '8 Tc')))).toBe(
    'FERRY RUNS AGAIN',
  );
  expect(await textOf(pageOf(printed('FERRY RUNS AGAIN', '1 0 0 1 60 700', '4 Tc')))).toBe(
    'FERRY RUNS AGAIN',
  );
  expect(await textOf(pageOf(printed('J R R Tolkien wrote it', '1 0 0 1 60 700')))).toBe(
    'J R R Tolkien wrote it',
  );
});

test('an initial may be a word of its own', async () => {
  const page = (initial: string, first: string, x = 94) =>
    pageOf(
      `BT /F1 40 Tf 1 0 0 1 60 672 Tm (${initial}) Tj ET\n${printed(first, `1 0 0 1 ${x} 700`)}\n${printed('since Saturday, said the company on', `1 0 0 1 ${x} 686`)}\n${printed('the radio.', `1 0 0 1 ${x} 672`)}`,
    );
  expect(await textOf(page('A', 'new ferry runs to the island of Ven'))).toMatch(
    /^A new ferry runs .* radio\.$/u,
  );
  expect(await textOf(page('A', 'nother ferry runs to the island of Ven'))).toMatch(
    /^Another ferry runs .* radio\.$/u,
  );
  expect(await textOf(page('I', 'ran sends ferries to the island of Ven', 76))).toMatch(
    /^Iran sends .* radio\.$/u,
  );
});

/** A font whose first 31 glyphs have numbers for names. */
const NUMBERS = Array.from({ length: 31 }, (_, place) => place + 1);
const NUMBERED = `<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Custom/FirstChar 1/LastChar 31/Widths[${NUMBERS.map(() => 500).join(' ')}]/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Custom/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/MissingWidth 500>>/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1 ${NUMBERS.map((one) => `/g${one}`).join(' ')}]>>>>`;

test('a font without Unicode is said, and none of its numbers are shown', async () => {
  const pdf = pageOf(printed('\x13\x12\x03\x14\x18!"\x12\x15\x11#\x05', '1 0 0 1 60 700'), '', NUMBERED);
  expect(await problemsOf(pdf)).toEqual([
    'error a.pdf no text: its fonts don’t say which letters they show (no Unicode), so Ibid can’t read it',
  ]);
});

test('figures without Unicode are never silently missing', async () => {
  const pdf = pageOf(
    printed('The ferry took on \x15\x13 passengers on the day before', '1 0 0 1 60 700'),
    '',
    NUMBERED,
  );
  expect(await textOf(pdf)).toBe('The ferry took on \ufffd\ufffd passengers on the day before');
  expect(await problemsOf(pdf)).toEqual([
    expect.stringMatching(/^warning a\.pdf unknown letters on page 1 /u),
  ]);
});
