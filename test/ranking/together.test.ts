import { expect, test } from 'vitest';
import { weighed } from './weighed.ts';

/** Of each sentence, an article of its own, the words that stand for the question's: `{ 'Ann Brenk left.': ['Ann', 'Brenk'] }`. */
async function check(question: string, held: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const { evidence } = await weighed(question, Object.keys(held));
  const found = [...evidence.values()].map(({ analysis: { text, words }, positions }) => {
    const wordAt = (at: number) => text.slice(words[at]!.start, words[at]!.end);
    return [text, positions.flat().map(wordAt)];
  });
  expect(Object.fromEntries(found)).toEqual(held);
}

test('the words of one name stand together, in either order', async () => {
  await check('What did Ann Brenk say?', {
    'Ann Brenk left.': ['Ann', 'Brenk'],
    'Brenk, Ann (mason)': ['Ann', 'Brenk'],
    'Ann met the troops of the far town of Varby, where old Brenk slept.': ['Ann'],
  });
});

test('where the rarest word stands twice, the others are looked for where more of them stand', async () => {
  await check('What did Ann Marie Brenk say?', {
    'Ann Marie Brenk left.': ['Ann', 'Marie', 'Brenk'],
    'Ann left.': ['Ann'],
    'Marie left.': ['Marie'],
    'Brenk was far from the quiet old town, said the mayor, and Ann Marie Brenk stayed.': [
      'Ann',
      'Marie',
      'Brenk',
      'Brenk',
    ],
  });
});

test('a name that is a common word as well needs its capital letter', async () => {
  await check('Where did Said Brenk go?', {
    'Said Brenk went home.': ['Said', 'Brenk', 'went'],
    'Brenk said so.': ['Brenk'],
    'The doctor said so, they said, he said.': [],
  });
});

test('a name with a function word in it is not the family name of another', async () => {
  await check('When did Al Gore speak?', {
    'Al Gore spoke.': ['Gore', 'spoke'],
    'Vice President Gore spoke.': ['Gore', 'spoke'],
    'Lesley Gore spoke.': ['spoke'],
  });
});

test('a name is not the end of a longer one that opens with a kind of place', async () => {
  await check('When did Hamra fall?', {
    'Hamra fell.': ['Hamra', 'fell'],
    'Kafr Hamra fell.': ['fell'],
    'Kafr al-Hamra fell.': ['fell'],
  });
  await check('When did Kafr Hamra fall?', { 'Kafr Hamra fell.': ['Kafr', 'Hamra', 'fell'] });
});
