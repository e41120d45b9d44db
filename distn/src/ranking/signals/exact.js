/** Share of the question's idf that stands in the sentence as it was typed, not in another form of the word. */
export const exact = {
    name: 'exact',
    value: ({ analysis }, { concepts, weights }) => concepts.reduce((sum, { typed }, i) => sum + (analysis.wording.has(typed) ? weights[i] : 0), 0),
};
