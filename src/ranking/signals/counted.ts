import { wordAt } from '../answer-spans.ts';
import type { Signal } from '../signal.ts';

/** Words between a number and what it counts: "12 of the wounded civilians". */
const FARTHEST = 4;

/** What "how many …" asks to be counted stands right behind a number. */
export const counted: Signal = {
  name: 'counted',
  value: ({ analysis, answers }, { question }) => {
    if (question.expects !== 'number' || question.focus === undefined) return 0;
    const nouns = analysis.positions.get(question.focus) ?? [];
    const behind = answers.some((span) => {
      const at = wordAt(analysis, span);
      return nouns.some((noun) => noun >= at && noun - at <= FARTHEST);
    });
    return behind ? 1 : 0;
  },
};
