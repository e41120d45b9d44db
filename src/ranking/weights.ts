import file from './weights.json' with { type: 'json' };

/**
 * What models say counts, beside the others, which stay as they are: chosen on questions about articles that our model was not trained on
 * (docs/meaning.md). Learned by likelihood, as the others are, the cross-encoder counts a third of it, and gives two thirds of the gain.
 */
const OF_MODELS: Readonly<Record<string, number>> = {
  'cross-encoder': 8,
  'cross-encoder-of-wording': -3,
  'bi-encoder': 2,
};

/**
 * The weight of each signal in a sentence's score, as `ibid train` wrote it, with the figures it had then in the same
 * file. What each is worth, and what was tried and left out: docs/ranking.md.
 */
export const WEIGHTS: Readonly<Record<string, number>> = { ...file.weights, ...OF_MODELS };

/**
 * Set by hand, the others are learned beside them. `definition` and `placed` speak on names alone, which hardly a question of any set
 * asks: they outweigh how often a sentence repeats the name. Page furniture stands in no set either: `furniture` outweighs all
 * the others together. What an answer's form says is rare in the sets, too; and likelihood, by which weights are learned, gives
 * `rarity`, `proximity` and `answer-near` less than the order of the first sentences does (docs/measurements.md).
 */
export const SET_BY_HAND: Readonly<Record<string, number>> = {
  definition: 8,
  placed: 8,
  furniture: -20,
  'furniture-beside': -1,
  'answer-present': 3.2,
  'answer-named': 0.8,
  contradicts: -1,
  counted: 0.8,
  'answer-near': 0.6,
  rarity: 2,
  proximity: 1.6,
};
