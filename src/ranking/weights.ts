/**
 * The weight of each signal in a sentence's score. Fitted with a listwise softmax loss (l2 1e-3) on half of the
 * questions of squad-a and qamr-news-dev together: P@1 / MRR@10 by four folds of articles .720/.797 and .628/.708,
 * fitted on one set and asked of the other .691/.773 and .622/.702 (the three levels alone: .671/.757 and .574/.658).
 * Tried and left out, because the folds were no better with them: absolute BM25, place in the article, length of the
 * sentence, share of new words, tightest window of the matched words.
 * `definition` and `placed` speak on names alone, which hardly a question of either set asks: set by hand, so that they
 * outweigh how often a sentence repeats the name.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'bm25-sentence': 1.45,
  'bm25-paragraph': 0.89,
  'bm25-article': 0.58,
  coverage: 1.24,
  'coverage-with-neighbours': 1.49,
  'coverage-with-before': 2.15,
  'coverage-of-paragraph': 1.2,
  'rarest-missing': -0.83,
  'names-in-sentence': -0.98,
  'names-in-paragraph': 3.32,
  phrase: 1.12,
  focus: 0.52,
  'answer-present': 1.2,
  'answer-near': 0.58,
  'reason-given': 0.37,
  'article-share': 0.84,
  'exact-form': 2.77,
  definition: 3,
  placed: 3,
};
