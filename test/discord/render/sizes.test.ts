import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits, shortened } from '../../../src/discord/render/sizes.ts';
import { limits } from '../loopback/limits/limits.ts';

const x = (length: number) => 'x'.repeat(length);

/** What Discord says of texts in one message. */
const refused = (texts: readonly string[]) =>
  limits.message({
    components: texts.map((content) => ({ type: ComponentType.TextDisplay, content })),
    flags: MessageFlags.IsComponentsV2,
  });

describe('what fits a message', () => {
  test.each<[string, string[]]>([
    ['nothing', []],
    ['the longest text', [x(4_000)]],
    ['4,000 characters in all texts', [x(1_000), x(2_000), x(1_000)]],
    ['4,000 two-byte letters', ['я'.repeat(4_000)]],
  ])('%s does', (_, texts) => {
    expect(fits(texts, 0)).toBe(true);
    expect(refused(texts)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['a longer text', [x(4_001)]],
    ['one character more, wherever it stands', [x(2_000), x(1), x(2_000)]],
    ['4,000 three-byte letters', ['汉'.repeat(4_000)]],
  ])('%s does not', (_, texts) => {
    expect(fits(texts, 0)).toBe(false);
    expect(refused(texts)).not.toEqual([]);
  });

  test('room can be kept', () => {
    expect([0, 1].map((spare) => fits([x(4_000)], spare))).toEqual([true, false]);
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
