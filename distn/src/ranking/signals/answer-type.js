/** Something in the sentence has the form of an answer: a date for when, a number for how many, "because" for why. */
export const answerPresent = {
    name: 'answer-present',
    value: ({ answers }, { question }) => (isNamed(question.expects) || answers.length === 0 ? 0 : 1),
};
/** A name could be the answer: 1 where it is known to be of a person or a body for who, of a place for where; else .5. */
export const answerNamed = {
    name: 'answer-named',
    value: ({ answers }, { question: { expects } }) => {
        if (!isNamed(expects) || answers.length === 0)
            return 0;
        const fits = ({ type }) => type === expects || (expects === 'person' && type === 'organisation');
        return answers.some(fits) ? 1 : 0.5;
    },
};
function isNamed(expects) {
    return expects === 'person' || expects === 'place';
}
