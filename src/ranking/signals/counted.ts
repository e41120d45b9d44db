import { kindOfNoun } from '../../text/names/kinds-of-nouns.ts';
import { tollsIn } from '../../text/numbers/tolls.ts';
import { stem } from '../../text/tokens/words.ts';
import type { Analysis } from '../analysis.ts';
import { wordAt } from '../answer-spans.ts';
import type { Signal } from '../signal.ts';

/** Words between a number and what it counts: "12 of the wounded civilians". */
const FARTHEST = 4;

const PEOPLE = stem('people');
/** Words that a toll is counted in without naming people: "left 12 dead", "claimed 12 lives", "killed 12". */
const TOLL = /^(?:dead|lives|killed|died|deaths|fatalities|casualties|victims|civilians|others|worshippers)$/;

/** What "how many …" asks to be counted stands right behind a number; the news counts the dead where nothing is said ("how many Ghouta"). */
export const counted: Signal = {
  name: 'counted',
  value: ({ analysis, answers }, { question }) => {
    if (question.expects !== 'number') return 0;
    const { focus, isKeywordQuery, concepts } = question;
    const named = concepts.some(({ name, alternatives }) => name && alternatives[0]?.[0] === focus);
    if (isKeywordQuery && (named || focus === undefined)) return tollsIn(analysis.text).length > 0 ? 1 : 0;
    if (focus === undefined) return 0;
    const own = analysis.positions.get(focus) ?? [];
    const nouns = focus === PEOPLE ? [...own, ...peopleIn(analysis.words)] : own;
    const behind = answers.some((span) => {
      const at = wordAt(analysis, span);
      return nouns.some((noun) => noun >= at && noun - at <= FARTHEST);
    });
    return behind ? 1 : 0;
  },
};

function peopleIn(words: Analysis['words']): number[] {
  return words.flatMap(({ folded }, i) => (TOLL.test(folded) || kindOfNoun(folded) === 'person' ? [i] : []));
}
