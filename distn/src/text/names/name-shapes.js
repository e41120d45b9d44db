import { gazetteerKinds } from './gazetteer.js';
import { isAdjective, kindByOpener, kindOfNoun } from './kinds-of-nouns.js';
import { noVotes } from './name-votes.js';
/**
 * Votes for a name's type by its own words: head noun, titles before it, given names, gazetteer. `cased`: whether the text
 * has lower-case letters; without them, capitals make no acronym.
 */
export function shapeOf(words, text, cased = LOWER.test(text)) {
    const votes = noVotes();
    const of = words.findIndex(({ folded }, i) => i > 0 && folded === 'of');
    // "Ministry of Defence" is a ministry, "Idlib Province" a province.
    const head = of > 0 ? words.slice(0, of) : words;
    const noun = head.at(-1).folded;
    const kind = kindOfNoun(noun);
    const titled = head.findLastIndex(isTitle) + 1;
    const people = words.findIndex((word) => !isPeople(word) && !word.stop);
    const first = titled || (people < 0 ? words.length : people);
    const core = of > 0 && titled ? [] : words.slice(first, SETTLEMENTS.has(noun) && of < 0 ? -1 : undefined);
    if (titled > 0 && (kind === undefined || kind === 'person'))
        votes.person += 3;
    else if (people < 0)
        votes.other += 4;
    // "Islamic State" and "State Department" are no places.
    else if (kind && (words.length > 1 || kind !== 'other'))
        votes[kind] += noun === 'state' ? 1 : 3;
    const opened = words.length > 1 ? kindByOpener(words.find((word) => !word.stop)?.folded ?? '') : undefined;
    if (opened)
        votes[opened] += 3;
    voteByGazetteer(votes, core);
    if (core.length > 1)
        voteByParts(votes, core, text);
    if (core.length === words.length && cased && isAcronym(core, text))
        votes.organisation += core.length > 1 ? 1 : 2;
    return { votes, core };
}
const LOWER = /\p{Ll}/u;
/** Nouns that stand behind the name of a place without changing it. */
export const SETTLEMENTS = new Set('province governorate city town village district county region state island islands'.split(' '));
function isTitle({ folded }) {
    return kindOfNoun(folded) === 'person' || TITLES.has(folded);
}
export const TITLES = new Set('gen col lt sgt capt maj adm gov sen rep brig cpl pvt saint st'.split(' '));
export function isPeople({ folded }) {
    const known = gazetteerKinds(folded);
    // The Philippines are a country, whatever one of their people is called.
    return isAdjective(folded) || (known.includes('people') && !known.includes('country'));
}
/** Like all points set by hand, in the steps of `Votes`; what comes of them: docs/names.md. */
const POINTS = {
    country: ['place', 5],
    region: ['place', 3],
    city: ['place', 2.5],
    people: ['other', 4],
    organisation: ['organisation', 3],
    given: ['person', 1],
    family: ['person', 1],
};
function voteByGazetteer(votes, core) {
    for (const known of gazetteerKinds(core.map(({ folded }) => folded).join(' '))) {
        const [type, points] = POINTS[known];
        votes[type] += points;
    }
}
const OF_PEOPLE = new Set('bin ibn bint abu umm ben von van'.split(' '));
function voteByParts(votes, core, text) {
    const [first, last] = [core[0], core.at(-1)];
    const initials = core.some(({ start, end }) => end - start === 1 && /\p{Lu}/u.test(text[start]));
    if (gazetteerKinds(first.folded).includes('given'))
        votes.person += 2.5;
    if (gazetteerKinds(last.folded).includes('family'))
        votes.person += 1.5;
    if (core.some(({ folded }) => OF_PEOPLE.has(folded)))
        votes.person += 2;
    if (initials)
        votes.person += 1.5;
    if (core.length === 2 || core.length === 3)
        votes.person += 0.4;
    if (gazetteerKinds(first.folded).some((known) => known === 'country' || known === 'city'))
        votes.organisation += 0.5;
}
/** HTS, UNHCR. */
function isAcronym(words, text) {
    const { start, end } = words.find((word) => !word.stop) ?? words[0];
    return /^(?:\p{Lu}\.?){2,6}s?$/u.test(text.slice(start, end));
}
