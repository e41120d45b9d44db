import { wordAt } from '../answer-spans.js';
/** Words after which nearness has halved. */
const HALF = 3;
/** How near what has the form of an answer stands to a word of the question: 1 beside it, half of that three words on. */
export const answerNear = {
    name: 'answer-near',
    value: ({ answers, analysis, positions }) => {
        const places = positions.flat();
        if (answers.length === 0 || places.length === 0)
            return 0;
        const distances = answers.map((answer) => {
            const at = wordAt(analysis, answer);
            return places.reduce((least, place) => Math.min(least, Math.abs(place - at)), Number.POSITIVE_INFINITY);
        });
        return 1 / (1 + Math.min(...distances) / HALF);
    },
};
