import { expect, test } from 'vitest';
import { confidenceOf, type Grounds } from '../../src/ranking/confidence.ts';
import { weighed } from './weighed.ts';

const NEWS =
  'Troops entered Homs on Monday. They met Bashar Assad. Rain fell on the hills of the north. Shops were open in Hama.';

function confidence(question: string): number {
  return confidenceOf(weighed(question, [NEWS]).grounds);
}

/** Asked of the same news, the first question is answered with more confidence than the second. */
function check(more: string, less: string): void {
  expect(confidence(more)).toBeGreaterThan(confidence(less));
}

const SURE: Grounds = { share: 1, coverage: 1, namesMissing: 0, unknown: 0 };

test('confidence is a probability', () => {
  for (const share of [0, 0.5, 1]) {
    for (const coverage of [0, 1]) {
      for (const namesMissing of [0, 1]) {
        for (const unknown of [0, 1]) {
          const value = confidenceOf({ share, coverage, namesMissing, unknown });
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThan(1);
        }
      }
    }
  }
});

test.each([{ share: 0.2 }, { coverage: 0.2 }, { namesMissing: 1 }, { unknown: 1 }])(
  '%j makes it less',
  (grounds) => {
    expect(confidenceOf({ ...SURE, ...grounds })).toBeLessThan(confidenceOf(SURE));
  },
);

test('a missing name makes it less', () => {
  check('When did troops enter Homs?', 'When did troops enter Paris?');
  check('Who met Bashar Assad?', 'Who met Emmanuel Macron?');
});

test('words that the archive lacks make it less', () => {
  check('rain on the hills', 'chromodynamics on the hills');
});

test('of a name alone, a part is not enough', () => {
  check('Bashar Assad', 'Bashar Macron');
});

test('the grounds of a clear answer', () => {
  const { grounds } = weighed('When did troops enter Homs?', [NEWS]);
  expect(grounds).toMatchObject({ coverage: expect.closeTo(1), namesMissing: 0, unknown: expect.closeTo(0) });
  expect(grounds.share).toBeGreaterThan(0.5);
});

test('sentences that hold the same name don’t compete', () => {
  const text = 'They left Homs. Rain fell on Homs. Homs slept.';
  expect(weighed('Homs', [text], 'where').grounds.share).toBeCloseTo(1);
});
