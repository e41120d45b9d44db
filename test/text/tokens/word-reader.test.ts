import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WORD } from '../../../src/text/tokens/word-reader.ts';
import { termsOf, wordsOf } from '../../../src/text/tokens/words.ts';

const PIECES =
  "US U.S. U.S A 1,234.5 12. 1.2.3 a.b X.Y ' ’ - ‐ \u00ad \u200b é É حلب ـ . , ` al AL who WHO 's ’s ʿ “ ” – 😀 \ud800 İ ß x _ 1 20 s ǅ ʰ \u0301".split(
    ' ',
  );
const text = fc.array(fc.constantFrom(' ', ...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

test('plain words are read as the pattern reads them', () => {
  fc.assert(
    fc.property(text, (text) => {
      const matches = [...text.matchAll(new RegExp(WORD))].map((match) => ({
        start: match.index,
        raw: match[0],
      }));
      const read = wordsOf(text);
      // A word of marks alone folds to nothing, and is none.
      const kept = matches.filter(({ start }) => read.some((word) => word.start === start));
      expect(read.map(({ start }) => start)).toEqual(kept.map(({ start }) => start));
      for (const [i, { start, raw }] of kept.entries()) {
        // A possessive is no part of a word, but what makes a decade (20's) is.
        const whole = raw.length <= 3 || /^\d?\d?\d0['’ʼ`´]s$/.test(raw);
        const shown = whole ? raw : raw.replace(/['’ʼ`´]s$/i, '');
        expect(read[i]!.end).toBe(start + shown.length);
      }
      for (const { raw } of matches.filter((match) => !kept.includes(match)))
        expect(wordsOf(raw)).toEqual([]);
    }),
    { numRuns: 300, examples: [["20's"], ["1 20's"]] },
  );
});

test('words that share a place in memory are told apart, when they are new and again', () => {
  // Of 30,000 words, some 6,000 share one of the 65,536 places.
  const text = Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}x`).join(' ');
  expect(termsOf(text).join(' ') === text).toBe(true);
  expect(termsOf(text).join(' ') === text).toBe(true);
});

test('a function word in capitals is a name where the text has small letters, each time it is met', () => {
  expect(termsOf('US troops, US TROOPS and us')).toEqual(['u.s', 'troop', 'u.s', 'troop']);
  expect(termsOf('US TROOPS AND US')).toEqual(['troop']);
});
