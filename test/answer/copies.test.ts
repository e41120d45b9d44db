import { expect, test } from 'vitest';
import { ask } from './asked.ts';

/** Asked for the troops, the sentences of the articles make these citations, each with its copies: `a b,c`. */
function check(articles: readonly string[], expected: string): void {
  const { citations } = ask('who', 'troops', articles, { limit: 9 });
  const shown = citations.map(({ articleId, copies }) =>
    [articleId, ...copies.map((copy) => copy.articleId)].join(','),
  );
  expect(shown.join(' ')).toBe(expected);
}

const AGENCY =
  'Syrian government troops entered the strategic town of Ma’asaran in southern Idlib on Monday.';

test('the same sentence of several articles is one citation', () => {
  check([AGENCY, AGENCY, AGENCY], 'a,b,c');
});

test('so is one that differs by a word', () => {
  check([AGENCY, AGENCY.replace('strategic', 'key')], 'a,b');
});

test('another sentence is a citation of its own', () => {
  check([AGENCY, 'Government troops of Syria left the hills of Homs after a night of rain.'], 'a b');
});

test('short sentences are alike by chance', () => {
  check(['The troops left.', 'The troops left.'], 'a b');
});

test('another figure is another statement', () => {
  const killed =
    'Government troops killed 12 militants near the town of Ma’asaran in southern Idlib province.';
  check([killed, killed.replace('12', '21')], 'a b');
  check([killed.replace('12', 'twelve'), killed.replace('12', 'seventeen')], 'a b');
});

test('so is another day', () => {
  check([AGENCY, AGENCY.replace('Monday', 'Tuesday')], 'a b');
});

test('a copy says where it stands', () => {
  const [first] = ask('who', 'troops', [AGENCY, `Rain fell.\n\n${AGENCY}`]).citations;
  expect(first!.copies).toEqual([
    {
      articleId: 'b',
      path: 'b.txt',
      title: expect.any(String),
      untitled: true,
      paragraph: 2,
      start: 12,
      end: 12 + AGENCY.length,
    },
  ]);
});

test('copies count once', () => {
  expect(ask('who', 'troops', [AGENCY, AGENCY], { limit: 1 }).found).toBe(1);
});
