import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, marksOf, textSignatureOf } from '../../../src/ingest/duplicates/near-duplicates.ts';
import type { Article, Likeness } from '../../../src/model/article.ts';
import { articleOf } from '../../articles.ts';
import { AGENCY, OTHER } from '../agency.ts';

type Some = string | Partial<Article>;

function made(one: Some): Article {
  return typeof one === 'string' ? articleOf(one) : articleOf(one.text ?? AGENCY, 0, one);
}

/** How two articles are one, whichever comes first; those that are have a mark in common. */
function check(one: Some, other: Some, likeness: Likeness | undefined): void {
  const [a, b] = [made(one), made(other)];
  expect(likenessOf(textSignatureOf(a), textSignatureOf(b))).toBe(likeness);
  expect(likenessOf(textSignatureOf(b), textSignatureOf(a))).toBe(likeness);
  if (likeness) expect(marksOf(a).some((mark) => marksOf(b).includes(mark))).toBe(true);
}

test('the same text is the same article', () => check(AGENCY, AGENCY, 'same'));

test('however it is set, it is nearly the same', () => {
  check(AGENCY, AGENCY.replaceAll('\n', ' ').toUpperCase(), 'nearly');
  check(AGENCY.replace('Tarmila', 'Ta’rmīla'), AGENCY.replace('Tarmila', 'Tarmi\u00adla'), 'nearly');
});

test('agency copy with another word or another ending is nearly the same', () => {
  check(AGENCY, AGENCY.replace('struck', 'hit'), 'nearly');
  check(AGENCY, `${AGENCY} The Red Lantern Society sent tents.`, 'nearly');
});

test('another article is another', () => check(AGENCY, OTHER, undefined));

test('half of an article is not the article', () => {
  check(AGENCY, AGENCY.slice(0, AGENCY.length / 2), undefined);
  check(AGENCY, `${AGENCY} ${OTHER}`, undefined);
});

test('another figure makes it another article', () => {
  check(AGENCY, AGENCY.replace('12', '21'), undefined);
});

test('one figure of many may be corrected on the same day; later it is another bulletin', () => {
  const prices = `${AGENCY} Of 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 wells 11 are dry.`;
  const corrected = prices.replace('11', '13');
  check({ text: prices, published: '2020-01-06' }, { text: corrected, published: '2020-01-07' }, 'nearly');
  check({ text: prices, published: '2020-01-06' }, { text: corrected, published: '2020-01-13' }, undefined);
  check({ text: prices, published: '2020-01-06' }, { text: prices, published: '2020-01-13' }, 'same');
  check(prices, { text: corrected, published: '2020-01-13' }, 'nearly');
});

test('short texts are the same only under one title, which isn’t their opening words', () => {
  const stated = { text: 'The market was closed.', origin: { title: 'field' as const } };
  check({ ...stated, title: 'Monday' }, { ...stated, title: 'monday' }, 'same');
  check(
    { ...stated, title: 'Monday' },
    { ...stated, text: 'The market was closed', title: 'Monday' },
    'nearly',
  );
  check({ ...stated, title: 'Monday' }, { ...stated, title: 'Tuesday' }, undefined);
  check('The market was closed.', 'The market was closed.', undefined);
});

test('texts without a word are nothing to compare', () => {
  check('…', '…', undefined);
  check('', '', undefined);
  expect(marksOf(made(''))).toEqual([]);
});

test('texts of scripts without spaces are compared by their characters', () => {
  const text = '昨日、港町で新しい橋が開通し、市長は住民に感謝の言葉を述べた。工事は二年かかった。';
  check(text, text.replace('昨日、', ''), 'nearly');
  check(text, '静かな村では、朝早くから市場が開かれ、人々は野菜や魚を買い求めていたという。', undefined);
});

test('an update under its address is a version of it', () => {
  const update = AGENCY.split('. ').slice(0, -2).join('. ');
  const url = 'https://www.harbour.example/flood?utm_source=feed#top';
  check({ url }, { text: update, url: 'http://harbour.example/flood/' }, 'version');
  check({}, { text: update }, undefined);
});

test('articles that share an address by mistake stay apart', () => {
  const url = 'https://harbour.example/';
  check({ url }, { text: OTHER, url }, undefined);
});
/** Runs of three words that two texts share, of all that they have. */
function shared(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a, b].map(
    (words) => new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' '))),
  ) as [Set<string>, Set<string>];
  const both = [...one].filter((run) => other.has(run)).length;
  return both / (one.size + other.size - both);
}

test('hashes say what comparing the words says', () => {
  const word = fc.stringMatching(/^[a-z]{3,6}$/);
  const base = fc.array(word, { minLength: 60, maxLength: 120 });
  const changes = fc.array(fc.tuple(fc.nat(119), word), { maxLength: 12 });
  fc.assert(
    fc.property(base, changes, (words, edits) => {
      const edited = [...words];
      for (const [at, other] of edits) if (at < edited.length) edited[at] = other;
      const [a, b] = [words, edited].map((list) => made(list.join(' '))) as [Article, Article];
      const likeness = likenessOf(textSignatureOf(a), textSignatureOf(b));
      expect(likeness !== undefined).toBe(shared(words, edited) >= 0.8);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('of pairs that share .8 of their runs 97 in 100 have a mark in common, of those that share .3 13', () => {
  const meeting = (share: number) => {
    const runs = 1_000;
    const inBoth = Math.round((2 * runs * share) / (1 + share));
    let met = 0;
    for (let pair = 0; pair < 400; pair++) {
      const text = (own: string) =>
        Array.from({ length: runs }, (_, i) => (i < inBoth ? `${pair}x${i}.` : `${own}${pair}x${i}.`)).join(
          ' ',
        );
      const [a, b] = [marksOf(made(text('a'))), marksOf(made(text('b')))];
      if (a.some((mark) => b.includes(mark))) met += 1;
    }
    return met / 400;
  };
  expect(meeting(0.8)).toBeGreaterThan(0.955);
  expect(meeting(0.8)).toBeLessThan(0.99);
  expect(meeting(0.3)).toBeLessThan(0.2);
});

/** Words that are all different: `count` of them from a place of an endless list on. */
const wordsFrom = (place: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `w${'bcdfghjkmn'[i % 10]}${(place + i).toString().replace(/\d/g, (digit) => 'bcdfghjkmn'[Number(digit)]!)}`,
  );

/** Two texts of 102 words, so 100 runs of three, that share their first words. */
const sharing = (first: number) =>
  [1_000, 2_000].map((from) => [...wordsFrom(0, first), ...wordsFrom(from, 102 - first)].join(' ')) as [
    string,
    string,
  ];

test('under one address a text that shares .4 of its runs is a version, one that shares less is another', () => {
  const url = 'https://harbour.example/flood';
  // 58 of 142 runs are .408, 57 of 143 are .399.
  const [[a, b], [c, d]] = [sharing(60), sharing(59)];
  check({ text: a, url }, { text: b, url }, 'version');
  check({ text: c, url }, { text: d, url }, undefined);
});

test('a text of 20 words is the same without a title, one of 19 is not', () => {
  check(wordsFrom(0, 20).join(' '), wordsFrom(0, 20).join(' '), 'same');
  check(wordsFrom(0, 19).join(' '), wordsFrom(0, 19).join(' '), undefined);
});

test('a figure is corrected a day later, not two', () => {
  const prices = `${AGENCY} Of 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 wells 11 are dry.`;
  const corrected = prices.replace('11', '13');
  check({ text: prices, published: '2020-01-06' }, { text: corrected, published: '2020-01-08' }, undefined);
});
