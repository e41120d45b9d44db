/** Share of the question's name words that the sentence's paragraph or title holds. */
export const namesInParagraph = {
    name: 'names-in-paragraph',
    value: ({ inParagraph, inTitle }, { names }) => {
        const held = names.filter((i) => inParagraph[i] || inTitle[i]).length;
        return held / Math.max(1, names.length);
    },
};
