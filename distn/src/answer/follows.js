import { answerSpans } from '../ranking/answer-spans.js';
/**
 * Whether the sentence after holds what is asked and the one that is cited lacks: a name or a word of the question, or something
 * that has the form of the answer.
 */
export function answersAfter({ inSentence, inAfter, answers }, { question, terms }, analyses) {
    return (next) => inAfter.some((held, i) => held && !inSentence[i]) ||
        (answers.length === 0 && answerSpans(question.expects, analyses.of(next), terms).length > 0);
}
