import file from './weights.json' with { type: 'json' };

/**
 * The weight of each signal in a sentence's score, as `ibid train` wrote it, with the figures it had then in the same
 * file. Tried and left out, because the folds were no better with them: absolute BM25, place in the article, length of
 * the sentence, share of new words, tightest window of the matched words, matches in the very form typed (`wording`
 * says more), beginnings of words in common, idf within the article, longest run of words in common.
 */
export const WEIGHTS: Readonly<Record<string, number>> = file.weights;

/**
 * These speak on names alone, which hardly a question of any set asks: their weights are set by hand, so that they
 * outweigh how often a sentence repeats the name.
 */
export const SET_BY_HAND: Readonly<Record<string, number>> = { definition: 3, placed: 3 };
