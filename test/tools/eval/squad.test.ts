import { expect, test } from 'vitest';
import { readQuestions } from '../../../tools/eval/questions.ts';

const SQUAD = JSON.stringify({
  version: 'v2.0',
  data: [
    {
      title: 'Oil_crisis',
      paragraphs: [
        {
          context: 'It began in 1973.',
          qas: [{ id: '1', question: 'When?', answers: [{ text: '1973', answer_start: 12 }] }],
        },
        {
          context: '𝒜 Prices rose. It ended.',
          qas: [
            {
              id: '2',
              question: 'What rose?',
              is_impossible: false,
              answers: [{ text: 'Prices', answer_start: 2 }],
            },
            { id: '3', question: 'Who?', is_impossible: true, answers: [], plausible_answers: [] },
          ],
        },
      ],
    },
    { title: 'Oil_crisis', paragraphs: [{ context: 'Another.', qas: [] }] },
  ],
});

test('articles are made from the file, and offsets shifted to them', () => {
  const { articles, questions } = readQuestions(SQUAD, 'dev.json', true);
  expect(articles?.map(({ id, title }) => [id, title])).toEqual([
    ['Oil_crisis', 'Oil crisis'],
    ['Oil_crisis (2)', 'Oil crisis'],
  ]);
  const answers = questions.map(({ expected }) =>
    expected.map((one) => ('start' in one ? articles?.[0]?.text.slice(one.start, one.end) : one)),
  );
  expect(answers).toEqual([['1973'], ['Prices'], []]);
});

test('asked of another archive, an answer is a quotation', () => {
  const { articles, questions } = readQuestions(SQUAD, 'dev.json', false);
  expect(articles).toBeUndefined();
  expect(questions[0]?.expected).toEqual([{ article: 'Oil_crisis', quote: '1973' }]);
});

test('a broken file is told where it breaks', () => {
  expect(() => readQuestions('{"data": [{"title": "a"}]}', 'dev.json', true)).toThrow(
    'dev.json: data.0.paragraphs',
  );
});
