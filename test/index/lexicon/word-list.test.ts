import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { likeOf, WordList } from '../../../src/index/lexicon/word-list.ts';
import { randomOf } from '../../../tools/bench/random.ts';

test('words come back as they went in', () => {
  const words = ['', 'a', 'über', '', '𐐨𐐩', 'москва'];
  const list = new WordList(words.join('\n'));
  expect(Array.from(words, (_, i) => list.at(i))).toEqual(words);
  expect(list.length).toBe(words.length);
  expect(new WordList(undefined).length).toBe(0);
});

test('what is within the edits may be, and most of what isn’t may not', () => {
  const random = randomOf(3);
  const word = () =>
    Array.from(
      { length: 3 + Math.floor(random() * 6) },
      () => 'abcdefghijkl'[Math.floor(random() * 12)],
    ).join('');
  const words = Array.from({ length: 400 }, word);
  const list = new WordList(words.join('\n'));
  let kept = 0;
  for (const typed of words.slice(0, 100)) {
    for (const edits of [1, 2, 3]) {
      const like = likeOf(typed, edits);
      words.forEach((known, i) => {
        const mayBe = list.mayBe(i, like);
        if (distance(typed, known) <= edits) expect(mayBe, `${typed} ${known}`).toBe(true);
        if (mayBe) kept += 1;
      });
    }
  }
  expect(kept).toBeLessThan(100 * 3 * 400 * 0.25);
});
