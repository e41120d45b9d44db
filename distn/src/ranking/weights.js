import file from './weights.json' with { type: 'json' };
/**
 * The weight of each signal in a sentence's score, as `ibid train` wrote it, with the figures it had then in the same
 * file. What each is worth, and what was tried and left out: docs/ranking.md.
 */
export const WEIGHTS = file.weights;
/**
 * Set by hand. `definition` and `placed` speak on names alone, which hardly a question of any set asks: they outweigh how
 * often a sentence repeats the name. Page furniture stands in no set either: `furniture` outweighs all the others together.
 */
export const SET_BY_HAND = {
    definition: 6,
    placed: 6,
    furniture: -20,
    'furniture-beside': -1,
};
