import type { AnswerType } from '../../model/query.ts';
import type { Evidence } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Something in the sentence has the form of an answer: a date for when, a number for how many, "because" for why. */
export const answerPresent: Signal = {
  name: 'answer-present',
  value: ({ answers }, { question: { expects } }) => {
    if (isNamed(expects) || answers.length === 0) return 0;
    return LOOSE.has(expects) ? LOOSELY : 1;
  },
};

/** Forms that an answer often does without ("when": "after the war"), or that most sentences have. */
const LOOSE: ReadonlySet<AnswerType> = new Set(['date', 'number', 'reason', 'statement']);
const LOOSELY = 0.5;

/** A name could be the answer: 1 where it is known to be of a person or a body for who, of a place for where; else .5. */
export const answerNamed: Signal = {
  name: 'answer-named',
  value: ({ answers }: Evidence, { question: { expects } }) => {
    if (!isNamed(expects) || answers.length === 0) return 0;
    const fits = ({ type }: (typeof answers)[number]) =>
      type === expects || (expects === 'person' && type === 'organisation');
    return answers.some(fits) ? 1 : 0.5;
  },
};

function isNamed(expects: string): boolean {
  return expects === 'person' || expects === 'place';
}
