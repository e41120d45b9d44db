/**
 * The weight of each signal in a sentence's score. Fitted with a listwise softmax loss (l2 1e-3) on half of the
 * questions of squad-a and qamr-news-dev together: P@1 / MRR@10 by four folds of articles .737/.810 and .657/.731,
 * fitted on one set and asked of the other .709/.785 and .643/.720 (the three levels alone: .672/.758 and .574/.658).
 * Tried and left out, because the folds were no better with them: absolute BM25, place in the article, length of the
 * sentence, share of new words, tightest window of the matched words, matches in the very form typed (`wording` says
 * more), beginnings of words in common, idf within the article, longest run of words in common.
 * `definition` and `placed` speak on names alone, which hardly a question of either set asks: set by hand, so that they
 * outweigh how often a sentence repeats the name.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'bm25-sentence': 0.91,
  'bm25-paragraph': 1.12,
  'bm25-article': 0.64,
  coverage: 0.28,
  'coverage-relative': 1.63,
  'coverage-with-neighbours': 1.29,
  'coverage-with-before': 1.84,
  'coverage-of-paragraph': 0.96,
  'rarest-missing': -0.77,
  'names-in-sentence': -1,
  'names-in-paragraph': 3.46,
  phrase: 0.59,
  focus: 0.67,
  'answer-present': 1.07,
  'answer-near': 0.57,
  'reason-given': 0.38,
  'article-share': 0.82,
  wording: 2.92,
  'word-pairs': 1.29,
  'word-triples': 1.19,
  counted: 1.05,
  definition: 3,
  placed: 3,
};
