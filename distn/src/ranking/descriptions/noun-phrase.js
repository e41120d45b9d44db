import { kindOfNoun } from '../../text/names/kinds-of-nouns.js';
/** In words: farther on, another phrase has begun. */
const LONGEST = 9;
/**
 * The last noun of the phrase that begins at word `at` of which it is known what it stands for: "agency" in "the state news
 * agency"; `undefined` where there is none.
 */
export function knownNoun(analysis, at) {
    let found;
    for (const i of phraseAt(analysis, at))
        if (isKnown(analysis.words[i].folded))
            found = i;
    return found;
}
/** The term of the phrase's last noun, known or not. */
export function nounOf(analysis, at) {
    const phrase = phraseAt(analysis, at);
    const noun = knownNoun(analysis, at) ?? phrase.at(-1);
    return noun === undefined ? '' : analysis.words[noun].term;
}
/** Whether it stands for a person, a place, a body or a thing. */
export function isKnown(folded) {
    return kindOfNoun(folded) !== undefined || THINGS.has(folded) || THINGS.has(folded.replace(/s$/, ''));
}
/** What substances, weapons and means are called; the kinds of names are in `kinds-of-nouns.ts`. */
const THINGS = new Set(`agent gas chemical substance compound poison toxin drug medicine explosive device container weapon vehicle machine tool
  material mineral metal food drink animal plant illness infection condition method system term name word phrase nickname
  acronym title affiliate offshoot branch wing umbrella`.split(/\s+/));
/** The words of a phrase from `at` on: determiners, then up to a function word or a mark. */
function phraseAt({ words, text }, at) {
    const phrase = [];
    for (let i = at; i < Math.min(words.length, at + LONGEST); i++) {
        const word = words[i];
        if (word.stop && (phrase.length > 0 || !DETERMINERS.has(word.folded)))
            break;
        if (i > at && !/^["“”‘’']?[ -]["“”‘’']?$/.test(text.slice(words[i - 1].end, word.start)))
            break;
        if (!word.stop)
            phrase.push(i);
    }
    return phrase;
}
const DETERMINERS = new Set('a an the one its his her their'.split(' '));
