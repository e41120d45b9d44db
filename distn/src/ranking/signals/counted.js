import { kindOfNoun } from '../../text/names/kinds-of-nouns.js';
import { stem } from '../../text/tokens/words.js';
import { wordAt } from '../answer-spans.js';
/** Words between a number and what it counts: "12 of the wounded civilians". */
const FARTHEST = 4;
const PEOPLE = stem('people');
/** Words that a toll is counted in without naming people: "left 12 dead", "claimed 12 lives", "killed 12". */
const TOLL = /^(?:dead|lives|killed|died|deaths|fatalities|casualties|victims|civilians|others|worshippers)$/;
/** What "how many …" asks to be counted stands right behind a number. */
export const counted = {
    name: 'counted',
    value: ({ analysis, answers }, { question }) => {
        if (question.expects !== 'number' || question.focus === undefined)
            return 0;
        const own = analysis.positions.get(question.focus) ?? [];
        const nouns = question.focus === PEOPLE ? [...own, ...peopleIn(analysis.words)] : own;
        const behind = answers.some((span) => {
            const at = wordAt(analysis, span);
            return nouns.some((noun) => noun >= at && noun - at <= FARTHEST);
        });
        return behind ? 1 : 0;
    },
};
function peopleIn(words) {
    return words.flatMap(({ folded }, i) => (TOLL.test(folded) || kindOfNoun(folded) === 'person' ? [i] : []));
}
