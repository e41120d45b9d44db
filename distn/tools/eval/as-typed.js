import { wordsOf } from '../../src/text/tokens/words.js';
/** Of each dozen questions nine are asked as they are, two in lower case without a mark, one as its content words alone. */
export function asTyped(text, i) {
    if (i % 6 === 2)
        return lowerCased(text);
    return i % 12 === 5 ? keywordsOf(text) : text;
}
/** "Who rules Chad?" -> "who rules chad". */
export function lowerCased(text) {
    return text.toLowerCase().replace(/[?.!\s]+$/, '');
}
/** "Who rules Chad?" -> "rules chad"; as it is where it has no content words. */
export function keywordsOf(text) {
    const words = wordsOf(text).filter(({ stop }) => !stop);
    return words.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ') || text;
}
