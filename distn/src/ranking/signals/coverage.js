import { shareOf } from '../evidence.js';
/** Share of the question's idf that stands in the sentence or the one before it: pronouns lean on what was just said. */
export const coverageWithBefore = {
    name: 'coverage-with-before',
    value: ({ inSentence, inBefore }, query) => shareOf(query, inSentence, inBefore),
};
/** … in the sentence, the one before it or the one after it. */
export const coverageAround = {
    name: 'coverage-around',
    value: ({ inSentence, inBefore, inAfter }, query) => shareOf(query, inSentence, inBefore, inAfter),
};
/** … in its paragraph or the article's title. */
export const coverageOfParagraph = {
    name: 'coverage-of-paragraph',
    value: ({ inParagraph, inTitle }, query) => shareOf(query, inParagraph, inTitle),
};
