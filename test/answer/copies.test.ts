import { expect, test } from 'vitest';
import { ask } from './asked.ts';

/** Asked for the troops, the sentences of the articles make these citations, each with its copies: `a b,c`. */
async function check(articles: readonly string[], expected: string): Promise<void> {
  const { citations } = await ask('who', 'troops', articles, { limit: 9 });
  const shown = citations.map(({ articleId, copies }) =>
    [articleId, ...copies.map((copy) => copy.articleId)].join(','),
  );
  expect(shown.join(' ')).toBe(expected);
}

const AGENCY =
  'Syrian government troops entered the strategic town of Ma’asaran in southern Idlib on Monday.';

test('the same sentence of several articles is one citation', async () => {
  await check([AGENCY, AGENCY, AGENCY], 'a,b,c');
});

test('so is one that differs by a word', async () => {
  await check([AGENCY, AGENCY.replace('strategic', 'key')], 'a,b');
});

test('another sentence is a citation of its own', async () => {
  await check([AGENCY, 'Government troops of Syria left the hills of Homs after a night of rain.'], 'a b');
});

test('short sentences are alike by chance', async () => {
  await check(['The troops left.', 'The troops left.'], 'a b');
});

test('another figure is another statement', async () => {
  const killed =
    'Government troops killed 12 militants near the town of Ma’asaran in southern Idlib province.';
  await check([killed, killed.replace('12', '21')], 'a b');
  await check([killed.replace('12', 'twelve'), killed.replace('12', 'seventeen')], 'a b');
});

test('so is another day', async () => {
  await check([AGENCY, AGENCY.replace('Monday', 'Tuesday')], 'a b');
});

test('a copy says where it stands', async () => {
  const [first] = (await ask('who', 'troops', [AGENCY, `Rain fell.\n\n${AGENCY}`])).citations;
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

test('copies count once', async () => {
  expect((await ask('who', 'troops', [AGENCY, AGENCY], { limit: 1 })).found).toBe(1);
});
