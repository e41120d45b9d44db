const YEAR = /^(?:1\d|20)\d\d$/;
/** The question names a year, and the sentence others only: it tells of another time. */
export const contradicts = {
    name: 'contradicts',
    value: ({ analysis, inSentence }, { concepts }) => {
        const asked = concepts.flatMap(({ typed }, i) => (YEAR.test(typed) ? [i] : []));
        if (asked.length === 0 || asked.some((i) => inSentence[i]))
            return 0;
        return analysis.words.some(({ folded }) => YEAR.test(folded)) ? 1 : 0;
    },
};
