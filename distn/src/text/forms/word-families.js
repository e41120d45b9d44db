import file from './word-families.json' with { type: 'json' };
/**
 * The stem of an uninflected word that Porter's rules would make one with words of another meaning: general, generation and
 * generous, each with its own derivations; `undefined` for all other words. `word-families.json` names its source.
 */
export function familyStemOf(uninflected) {
    return STEMS.get(uninflected);
}
const STEMS = new Map(file.families.flatMap((family) => {
    const words = family.split(' ');
    const stem = words.reduce((shortest, word) => (word.length < shortest.length ? word : shortest));
    return words.map((word) => [word, stem]);
}));
