/** BM25 of the paragraph relative to the best candidate's: 1 for the best. */
export const bm25OfParagraph = {
    name: 'bm25-of-paragraph',
    value: ({ hit }, _query, { paragraph }) => hit.levels.paragraph / paragraph,
};
