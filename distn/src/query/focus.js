import { kindOfNoun } from '../text/names/kinds-of-nouns.js';
import { APOSTROPHES } from '../text/tokens/fold.js';
/** Words looked at for the noun that is asked for. */
const LONGEST_PHRASE = 5;
const COPULA = /^(?:is|are|was|were)$/;
const DETERMINER = /^(?:the|its|their|his|her|an?|your|our)$/;
const POSSESSIVE = new RegExp(`^[${APOSTROPHES}]s?\\s`, 'iu');
/**
 * The noun that names the answer, in the phrase that opens at `start`: "what sort of friction" -> friction; "what is the
 * name of the president" -> president; "what is stronger" -> none.
 */
export function focusOf(words, text, start, { counted = false, copula = false }) {
    let at = start;
    const stated = copula && COPULA.test(words[at]?.folded ?? '');
    if (stated)
        at += 1;
    let definite = false;
    let nouns = [];
    for (const word of words.slice(at, at + LONGEST_PHRASE)) {
        if (DETERMINER.test(word.folded) && nouns.length === 0)
            definite = true;
        else if (word.folded === 'of' && SORTS.has(nouns.at(-1) ?? ''))
            nouns = [];
        else if (word.stop)
            break;
        else if (POSSESSIVE.test(text.slice(word.end)))
            [nouns, definite] = [[], true];
        else
            nouns.push(word.folded);
    }
    // "what group holds Idlib": where one of them is known to name an answer, the others are the verb and its object.
    const known = nouns.findLast((noun) => ownType(noun)) ?? nouns.find((noun) => typeOfNoun(noun));
    if (stated)
        return definite ? known : undefined;
    const plural = counted ? nouns.find((noun) => noun.endsWith('s')) : undefined;
    return known ?? plural ?? nouns.at(-1);
}
const SORTS = new Set('kind kinds type types sort sorts form forms name names'.split(' '));
const BY_NOUN = new Map(Object.entries({
    date: 'date day month decade century season period era year',
    place: `place country countries city cities town state states region area location province county village
      continent island river district neighborhood neighbourhood street building capital nation where`,
    person: `person people president king queen leader author actor actress singer minister company organization
      organisation group team player scientist architect general emperor bishop philosopher man woman agency party
      network university school`,
    age: 'age',
    time: 'time',
    percent: 'percentage percent',
    money: 'price cost salary budget',
    distance: 'distance height length width depth',
    number: 'number amount population size rate temperature score total toll casualties fatalities',
    reason: 'reason cause motive purpose',
}).flatMap(([type, nouns]) => nouns.split(/\s+/).map((noun) => [noun, type])));
/** Nouns that `kindOfNoun` has as places, and that are asked for as something else: "What position did he hold?". */
const NO_PLACES = new Set('position positions field fields ground grounds quarter falls site land'.split(' '));
/** The form of answer that a noun names: place for "capital", number for "population"; `undefined` for most. */
export function typeOfNoun(noun) {
    const own = ownType(noun);
    if (own)
        return own;
    const kind = kindOfNoun(noun);
    return kind === 'person' || (kind === 'place' && !NO_PLACES.has(noun)) ? kind : undefined;
}
function ownType(noun) {
    return BY_NOUN.get(noun) ?? BY_NOUN.get(noun.replace(/ies$/, 'y')) ?? BY_NOUN.get(noun.replace(/s$/, ''));
}
