/** Share of the 20 best hits that stand in the same article. */
export const articleShare = {
    name: 'article-share',
    value: ({ sentence }, { shares }) => shares.get(sentence.document) ?? 0,
};
