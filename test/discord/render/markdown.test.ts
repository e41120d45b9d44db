import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emphasised,
  escapeMarkdown,
  link,
  oneLine,
  quotation,
  unescapeMarkdown,
} from '../../../src/discord/render/markdown.ts';
import type { Span } from '../../../src/model/article.ts';
import { expectLinear } from '../../growth.ts';
import { nastyText } from './nasty-texts.ts';
import { asShown, readable } from './readable.ts';

const spansOf = (...pairs: [start: number, end: number][]): Span[] =>
  pairs.map(([start, end]) => ({ start, end }));

describe('escaping', () => {
  test('is taken back exactly, but for what nobody can see', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const visible = asShown(text.replaceAll('\t', ''));
        expect(unescapeMarkdown(escapeMarkdown(text.replaceAll('\t', '')))).toBe(visible);
      }),
    );
  });

  test('is taken back exactly from any line of printable text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test('leaves letters of a text as they are read', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const { text: shown, kinds } = readable(escapeMarkdown(text));
        expect(shown).toBe(asShown(text));
        expect([...kinds]).toEqual([]);
      }),
    );
  });

  test.each([
    ['- a', '\\- a'],
    ['  + a\n\t- b', '  \\+ a\n\t\\- b'],
    ['-# a', '\\-\\# a'],
    ['12. a', '12\\. a'],
    ['123456789012. a', '123456789012\\. a'],
    ['a\u0085- b\f1. c', 'a\n\\- b\n1\\. c'],
    ['a - b 1. c', 'a - b 1. c'],
    ['https://evil.example/x_y', 'https\\://evil.example/x\\_y'],
    ['¯\\_(ツ)_/¯', '¯\\\\\\_\\(ツ\\)\\_/¯'],
  ])('of %j is %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  test.each(['\n', ' '])('takes the time that a text of nothing but %j asks for', (blank) => {
    return expectLinear((length) => escapeMarkdown(`${blank.repeat(length)}a`), 50_000);
  });

  test('makes half a surrogate pair what UTF-8 can say', () => {
    expect(escapeMarkdown('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
  });
});

describe('bold', () => {
  test.each<[string, string, Span[]]>([
    ['Ali left.', '**Ali** left.', spansOf([0, 3])],
    ['banana', 'ba**nana**', spansOf([2, 4], [4, 6])],
    ['a\u0007b', '**ab**', spansOf([0, 1], [2, 3])],
    ['a b', 'a b', spansOf([1, 1], [7, 9])],
    ['abc', '**abc**', spansOf([0, 2], [1, 3])],
    ['*a*', '**\\*a**\\*', spansOf([0, 2])],
    ['- a', '**\\- a**', spansOf([0, 3])],
    ['1. a', '**1\\. a**', spansOf([0, 4])],
    ['a\n- b', '**a\n\\- b**', spansOf([0, 5])],
    ['\ufdd0a', '\ufdd0**a**', spansOf([1, 2])],
    ['\u0000a', '**a**', spansOf([0, 2])],
    ['a\u0000b', 'ab', spansOf([1, 2])],
  ])('in %j is %j', (text, markdown, highlights) => {
    expect(emphasised(text, highlights)).toBe(markdown);
  });
});

test('a quotation keeps every line of its sentence in the block', () => {
  for (const mark of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
    expect(quotation(`one${mark}> two${mark}- three`, [])).toBe('> one\n> \\> two\n> \\- three');
  }
});

describe('one line', () => {
  test.each([
    [' a\t\n b ', 'a b'],
    ['a\fb\vc\u0085d\u2028e', 'a b c d e'],
    ['a\u0007b\u200bc', 'ab\u200bc'],
    ['\u202eevil\u202c \u2067x\u2069', 'evil x'],
    ['a\ud800', 'a\ufffd'],
    ['\u0000', ''],
  ])('of %j is %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

test.each([
  'https://a.example/x_(y)_z',
  'https://a.example/(((',
  'https://a.example/?q=\\',
  'https://a.example/?q=\\)#\\',
  "https://a.example/a'b*c_d~e|f",
])('a link leads to %s and nothing else', (url) => {
  const { text, links } = readable(`a ${link('label', url)} b)`);
  expect(text).toBe('a label b)');
  expect(links.map(({ label }) => label)).toEqual(['label']);
  expect(links[0]!.target).toBe(url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C'));
});
