import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, sameArticles } from '../../src/corpus/same-articles.ts';
import type { Article } from '../../src/model.ts';
import { articleOf } from '../articles.ts';

const AGENCY = `A flood struck the town of Tarmila on Monday and killed 12 people, the Oskel Water Board said. The water
rose by four metres within an hour because the dam at Vellin had been opened. Rescuers were looking for others in the
streets by the river, where the market had been under way. The mayor asked people to stay at home, and schools are
closed until further notice. Trains to Port Brevin stop in Marsk.`;

const OTHER = `The stone bridge reopened after two years of repairs. Engineers used stone of the old quarry, and nobody
had believed that it would last, said a baker whose shop stands beside it. Its toll will pay for the works.`;

function check(
  articles: readonly (string | Partial<Article>)[],
  groups: readonly (readonly number[])[],
): void {
  const made = articles.map((one, place) => {
    const more = typeof one === 'string' ? { text: one } : one;
    return articleOf(more.text ?? AGENCY, place, more);
  });
  expect(sameArticles(made)).toEqual(groups);
}

test('the same words are the same article, however they are set', () =>
  check([AGENCY, OTHER, AGENCY.replaceAll('\n', ' ').toUpperCase()], [[0, 2]]));

test('agency copy with another word or another ending is the same article', () => {
  check([AGENCY, AGENCY.replace('struck', 'hit')], [[0, 1]]);
  check([AGENCY, OTHER, `${AGENCY} The Red Lantern Society sent tents.`], [[0, 2]]);
});

test('another figure makes it another article', () => check([AGENCY, AGENCY.replace('12', '21')], []));

test('half of an article is not the article', () =>
  check([AGENCY, AGENCY.slice(0, AGENCY.length / 2), `${AGENCY} ${OTHER}`], []));

test('short texts are the same only under the same title', () => {
  const text = 'The market was closed.';
  check(
    [
      { text, title: 'Monday' },
      { text, title: 'Tuesday' },
      { text, title: 'monday' },
    ],
    [[0, 2]],
  );
});

test('texts without a word are nothing to compare', () => check(['…', '…', '———'], []));

test('an update under its address is the same article', () => {
  const url = 'https://www.harbour.example/flood?utm_source=feed#top';
  const update = AGENCY.split('. ').slice(0, -2).join('. ');
  check(
    [
      { text: AGENCY, url },
      { text: update, url: 'http://harbour.example/flood/' },
    ],
    [[0, 1]],
  );
  check([{ text: AGENCY, url }, { text: update }], []);
});

test('articles that share an address by mistake stay apart', () => {
  const url = 'https://harbour.example/';
  check(
    [
      { text: AGENCY, url },
      { text: OTHER, url },
    ],
    [],
  );
});

test('what is alike by a third one is one group', () =>
  check(
    [AGENCY, OTHER, AGENCY.replace('struck', 'hit'), AGENCY.replace('stay at home', 'leave')],
    [[0, 2, 3]],
  ));

test.each([
  ['https://www.harbour.example/a/', 'harbour.example/a'],
  ['http://m.harbour.example:80/a?utm_source=x&id=1&fbclid=2#part', 'harbour.example/a?id=1'],
  ['https://harbour.example/a?b=2&a=1', 'harbour.example/a?a=1&b=2'],
  ['https://harbour.example/a/amp', 'harbour.example/a'],
  ['https://harbour.example:8443/', 'harbour.example:8443'],
  ['not an address', undefined],
])('%s is %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

/** Runs of three words that two texts share, of all that they have. */
function likeness(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => {
    const words = text.split(' ');
    return new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')));
  }) as [Set<string>, Set<string>];
  const shared = [...one].filter((run) => other.has(run)).length;
  return shared / (one.size + other.size - shared);
}

test('pairs are found as an exact comparison of all pairs finds them', () => {
  const word = fc.stringMatching(/^[a-z]{3,6}$/);
  const base = fc.array(word, { minLength: 60, maxLength: 120 });
  const changes = fc.array(fc.tuple(fc.nat(119), word), { maxLength: 12 });
  fc.assert(
    fc.property(base, changes, (words, edits) => {
      const edited = [...words];
      for (const [at, other] of edits) if (at < edited.length) edited[at] = other;
      const [a, b] = [words.join(' '), edited.join(' ')];
      const alike = likeness(a, b);
      // Between .8 and .9 one pair in hundreds isn't met; the bound itself is exact.
      fc.pre(alike < 0.8 || alike > 0.9);
      check([a, b], alike > 0.9 ? [[0, 1]] : []);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('thousands of texts of one template are not all compared with each other', { timeout: 30_000 }, () => {
  const bulletins = Array.from({ length: 5_000 }, (_, i) =>
    articleOf(`${AGENCY} The gauge of Vellin showed ${i} centimetres at noon.`, 0, { id: `${i}` }),
  );
  const began = performance.now();
  expect(sameArticles(bulletins)).toEqual([]);
  // 0.4 s on two cores; all pairs would take minutes.
  expect(performance.now() - began).toBeLessThan(15_000);
});
