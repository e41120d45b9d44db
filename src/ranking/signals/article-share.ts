import type { Signal } from '../signal.ts';

/** Share of the 20 best hits that stand in the same article. */
export const articleShare: Signal = {
  name: 'article-share',
  value: ({ sentence }, { shares }) => shares.get(sentence.document) ?? 0,
};
