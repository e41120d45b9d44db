import { expect, test } from 'vitest';
import { asTyped, keywordsOf, lowerCased } from '../../../tools/eval/as-typed.ts';
import { byParagraph, joined, type Shaped } from '../../../tools/eval/shapes.ts';
import { articleOf } from '../../articles.ts';

const ARTICLES = [
  articleOf('Rain fell on Homs.\n\nSnow fell on Hama.', 0),
  articleOf('Hail fell on Idlib.', 1),
  articleOf('Fog lay on Daraa.', 2),
];
const SHAPED: Shaped = {
  articles: ARTICLES,
  questions: [
    question('Where did snow fall?', 0, 'Hama'),
    question('Where did hail fall?', 1, 'Idlib'),
    question('Where did fog lie?', 2, 'Daraa'),
    { kind: 'ask', text: 'Where did sleet fall?', expected: [] },
  ],
};

function question(text: string, article: number, answer: string) {
  const { id, text: own } = ARTICLES[article]!;
  const start = own.indexOf(answer);
  return { kind: 'ask' as const, text, expected: [{ article: id, start, end: start + answer.length }] };
}

/** The words that each question expects, in the articles that it is asked of. */
function answersIn({ articles, questions }: Shaped): string[] {
  return questions.flatMap(({ expected }) =>
    expected.flatMap((one) => {
      if (!('start' in one)) return [];
      return articles.find(({ id }) => id === one.article)!.text.slice(one.start, one.end);
    }),
  );
}

test('each paragraph becomes an article, and questions find their answers there', () => {
  const shaped = byParagraph(SHAPED);
  expect(shaped.articles).toHaveLength(4);
  expect(answersIn(shaped)).toEqual(['Hama', 'Idlib', 'Daraa']);
  expect(shaped.questions).toHaveLength(4);
});

test('articles are joined to long ones, and questions find their answers there', () => {
  const shaped = joined(SHAPED, 2);
  expect(shaped.articles.map(({ text }) => text.length)).toEqual([59, 17]);
  expect(answersIn(shaped)).toEqual(['Hama', 'Idlib', 'Daraa']);
});

test('questions are asked as members type them, too', () => {
  expect(lowerCased('Who rules Chad?')).toBe('who rules chad');
  expect(keywordsOf('Who rules Chad?')).toBe('rules chad');
  expect(keywordsOf('Who is it?')).toBe('Who is it?');
  const typed = [0, 1, 2, 3, 4, 5].map((i) => asTyped('Who rules Chad?', i));
  expect(new Set(typed)).toEqual(new Set(['Who rules Chad?', 'who rules chad', 'rules chad']));
});
