import type { APIEmbed } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits, shortened } from '../../../src/discord/render/sizes.ts';
import { limits } from '../loopback/limits/limits.ts';

const x = (length: number) => 'x'.repeat(length);

describe('what fits a message', () => {
  test.each<[string, APIEmbed[], string]>([
    ['nothing', [], ''],
    ['the longest description', [{ description: x(4_096) }], ''],
    ['the longest content', [], x(2_000)],
    ['6,000 characters in all embeds', [{ description: x(4_000) }, { description: x(2_000) }], x(2_000)],
    ['ten embeds', Array.from({ length: 10 }, () => ({ description: 'x' })), ''],
    ['4,000 two-byte letters', [{ description: 'я'.repeat(4_000) }], ''],
  ])('%s does', (_, embeds, content) => {
    expect(fits(embeds, content)).toBe(true);
    expect(limits.message({ embeds, content })).toEqual([]);
  });

  test.each<[string, APIEmbed[], string]>([
    ['a longer description', [{ description: x(4_097) }], ''],
    ['longer content', [], x(2_001)],
    [
      'one character more, wherever it stands',
      [
        { description: x(4_000), footer: { text: x(500) }, author: { name: x(100) } },
        { title: x(100), fields: [{ name: x(200), value: x(1_000) }], description: x(101) },
      ],
      '',
    ],
    ['eleven embeds', Array.from({ length: 11 }, () => ({ description: 'x' })), ''],
    ['4,000 three-byte letters', [{ description: '汉'.repeat(4_000) }], ''],
    ['bytes in the content', [{ description: '汉'.repeat(2_000) }], '汉'.repeat(1_999)],
  ])('%s does not', (_, embeds, content) => {
    expect(fits(embeds, content)).toBe(false);
  });
});

describe('a shortened name', () => {
  test.each([
    ['Ali', 3, 'Ali'],
    ['Alis', 3, 'Al…'],
    ['a😀b', 3, 'a…'],
    ['a😀bc', 4, 'a😀…'],
    ['', 1, ''],
  ])('%j for %i is %j', (text, length, short) => {
    expect(shortened(text, length)).toBe(short);
  });

  test('is never too long, and never half a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '😀', 'e\u0301'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (name, length) => {
        const short = shortened(name, length);
        expect(short.length).toBeLessThanOrEqual(length);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
