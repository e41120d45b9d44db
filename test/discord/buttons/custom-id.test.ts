import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customId, readCustomId } from '../../../src/discord/buttons/custom-id.ts';
import { fingerprint } from '../../../src/text/fingerprint.ts';

test('a custom id is read back as it was made', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('|', '\\', '\n', 'a', '.'), maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.constantFrom('more', 'name'), fc.array(part, { maxLength: 5 }), (action, parts) => {
      const id = customId(action, ...parts);
      if (id !== undefined) expect(readCustomId(id)).toEqual({ action, parts });
    }),
  );
});

test('numbers are written as they are', () => {
  expect(customId('articles', 3, '')).toBe('articles|3|');
});

test('an id that Discord would refuse is none', () => {
  expect(customId('name', 'x'.repeat(95))).toHaveLength(100);
  expect(customId('name', 'x'.repeat(96))).toBeUndefined();
  expect(customId('name', '|'.repeat(60))).toBeUndefined();
});

test.each(['', '|', '||', '\\', 'more|\\', '\\|', '|more', 'a\u0000b|', 'more||||||||'])(
  'the made-up id %j is read without complaint',
  (id) => {
    const { action, parts } = readCustomId(id);
    expect([action, ...parts].every((part) => typeof part === 'string')).toBe(true);
  },
);

test('a fingerprint is short, needs no escaping, and tells texts apart', () => {
  const texts = Array.from({ length: 2_000 }, (_, n) => `article ${n}`);
  const prints = texts.map((text) => fingerprint(text, 6));
  expect(new Set(prints).size).toBe(texts.length);
  for (const print of prints) expect(print).toMatch(/^[-\w]{6}$/);
  expect(fingerprint('')).toHaveLength(8);
});
