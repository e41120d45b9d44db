import { expect, test } from 'vitest';
import { renderSpans, spansOf } from '../../../src/cli/verbs/sentences.ts';

test('what an article states about itself is shown with where it says so, the date that does not count too', () => {
  const shown = renderSpans(
    spansOf({
      id: 'a',
      path: 'a.html',
      text: 'Text.',
      title: 'A',
      published: '2020-01-27',
      encoding: 'utf-8',
      otherDates: [{ published: '2019-05-03', origin: 'url' }],
      origin: { title: 'opening words', published: 'JSON-LD' },
    }),
  );
  expect(shown.split('\n')).toEqual([
    'a  A',
    '  published: 2020-01-27 (JSON-LD)',
    '  published: 2019-05-03 (url)',
    '¶ 1  0–5',
    '  1  0–5  Text.',
  ]);
});
