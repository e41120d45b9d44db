/** The question's rarest idea stands neither in the paragraph nor in the title: the sentence speaks of another thing. */
export const rarestMissing = {
    name: 'rarest-missing',
    value: ({ inParagraph, inTitle }, { weights }) => {
        const rarest = weights.indexOf(Math.max(...weights));
        return rarest >= 0 && !inParagraph[rarest] && !inTitle[rarest] ? 1 : 0;
    },
};
