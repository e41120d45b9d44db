import { isName, keyOf } from '../index/lexicon/lexicon.js';
import { kindOfNoun } from '../text/names/kinds-of-nouns.js';
import { APOSTROPHES } from '../text/tokens/fold.js';
import { isAuxiliary } from './question-words.js';
/** Longer lists of words are sentences without their ends. */
const LONGEST = 8;
const LONGEST_THING = 4;
/**
 * A name or a phrase alone ("SANA"), and a question that says no more ("Who is SANA?", "Where is Idlib?", "What does SANA
 * stand for?"); else `undefined`.
 */
export function keywordsOf(typed) {
    const { words, text, sentence, type, kind } = typed;
    const asksForName = kind === 'who' || kind === 'what' || kind === 'where';
    const about = aboutOf(typed);
    if (type.at < 0 && type.kind === kind) {
        const asks = /[?؟]/.test(text) || words.some(({ folded }) => isAuxiliary(folded));
        const alone = !asks && words.length <= LONGEST && (kind !== 'why' || allNames(words, typed));
        return alone ? { named: asksForName ? about : undefined } : undefined;
    }
    const named = type.kind === 'who' || type.kind === 'what' || type.kind === 'where';
    if (!named || sentence.first > 0 || sentence.last < words.length || !about)
        return undefined;
    return type.isDefinition || (statesNothing(typed, about) && isThing(typed, about))
        ? { named: about }
        : undefined;
}
/** From the first to the last word that is searched for. */
function aboutOf({ words, type, sentence }) {
    const searched = words.flatMap(({ stop }, i) => (stop || type.asking.has(i - sentence.first) ? [] : [i]));
    if (searched.length === 0)
        return undefined;
    // What was typed alone is meant whole; an article that is written onto a name is a part of it.
    let first = searched[0];
    const belongs = (i) => words[i]?.stop &&
        (type.at < 0 || words[i + 1].bound || words[i].folded === 'al' || words[i].folded === 'el');
    while (first > 0 && belongs(first - 1) && !type.asking.has(first - 1 - sentence.first))
        first -= 1;
    return { first, last: type.at < 0 ? lastOf(words, type, sentence) : searched.at(-1) + 1 };
}
function lastOf(words, { asking }, { first }) {
    let last = words.length;
    while (last > 0 && asking.has(last - 1 - first))
        last -= 1;
    return last;
}
/** Between the question word and what it is about stand "is" and "the" alone, and nothing behind it. */
function statesNothing({ words, type, sentence, foreign }, about) {
    const at = sentence.first + type.at;
    const around = words.filter((_, i) => (i < about.first || i >= about.last) && i !== at);
    const asking = (word) => type.asking.has(words.indexOf(word) - sentence.first);
    if (foreign)
        return around.every((word) => word.stop || asking(word));
    return (at < about.first &&
        around.some(({ folded }) => COPULA.test(folded)) &&
        around.every((word) => COPULA.test(word.folded) || DETERMINER.test(word.folded) || asking(word)));
}
const COPULA = /^(?:is|are|was|were)$/;
const DETERMINER = /^(?:the|an?)$/;
const PARTICIPLE = /(?:ed|ing)$|^(?:born|held|made|built|won|shot|hit|sent)$/;
const POSSESSIVE = new RegExp(`^[${APOSTROPHES}]s\\s`, 'iu');
/** A name, or for "what is" a thing of a few words; not "the mayor of Homs", "Assad's wife", "Assad married". */
function isThing({ words, text, type, lexicon }, { first, last }) {
    const inside = words.slice(first, last);
    if (lexicon.name(keyOf(inside)) !== undefined)
        return true;
    if (inside.some(({ end }, i) => i < inside.length - 1 && POSSESSIVE.test(text.slice(end))))
        return false;
    const isNamed = (word) => {
        const entry = lexicon.term(word.term);
        const unknown = entry === undefined && kindOfNoun(word.folded) === undefined;
        return word.capital || unknown || isName(entry) || (word.stop && word !== inside[0]);
    };
    if (inside.some((word) => !word.capital && PARTICIPLE.test(word.folded)))
        return false;
    if (type.kind === 'what') {
        const isPhrase = inside.length <= LONGEST_THING && inside.every(({ stop }) => !stop);
        return type.focus === undefined && (isPhrase || inside.every(isNamed));
    }
    if (!inside.every(isNamed))
        return false;
    return inside.some((word) => word.capital || kindOfNoun(word.folded) === undefined) && !isRole(inside);
}
/** "The Prime Minister", "the president": who holds the office is asked, not what it is. */
function isRole(inside) {
    return kindOfNoun(inside.at(-1).folded) === 'person';
}
function allNames(words, { lexicon }) {
    return words.every((word) => word.stop || word.capital || isName(lexicon.term(word.term)));
}
