import { SPEECH_VERBS } from '../sentences/abbreviations.js';
import { gazetteerKinds } from './gazetteer.js';
import { isPlural, kindOfNoun } from './kinds-of-nouns.js';
/** Votes for a name's type by the words around it in its sentence: "Mr", "town of", "X province", "X said". */
export function voteByContext(votes, words, run, text) {
    voteBefore(votes, words, run.first, text);
    voteAfter(votes, words, run, text);
}
export const HONORIFICS = new Set('mr mrs ms miss dr prof sir lady lord dame'.split(' '));
/** How much a preposition makes a place of the name behind it. */
const PLACE_PREPOSITIONS = new Map([
    ['in', 1],
    ['near', 1.5],
    ['at', 0.5],
    ['from', 0.4],
    ['to', 0.3],
    ['into', 0.7],
    ['across', 1],
    ['throughout', 1],
    ['outside', 1],
    ['inside', 1],
    ['around', 0.7],
    ['toward', 0.7],
    ['towards', 0.7],
]);
const DIRECTIONS = new Set('north south east west northeast northwest southeast southwest outside'.split(' '));
/** "southern Idlib": as good as a preposition. */
const PARTS = new Set('northern southern eastern western central northeastern northwestern southeastern southwestern downtown'.split(' '));
const DETERMINERS = new Set('a an the its his her their our this that'.split(' '));
function voteBefore(votes, words, first, text) {
    const before = words[first - 1];
    if (!before)
        return;
    const gap = text.slice(before.end, words[first].start);
    if (HONORIFICS.has(before.folded) && (gap === '. ' || gap === ' '))
        votes.person += 3;
    if (gap !== ' ')
        return;
    const article = before.folded === 'the';
    const governing = article && isNext(words, first - 1, text) ? words[first - 2] : before;
    // People and places seldom take an article; with "a" a word is a common noun.
    if (article)
        votes.organisation += 0.3;
    if (before.folded === 'a' || before.folded === 'an')
        votes.other += 0.5;
    if (before.folded === 'against')
        votes.organisation += 0.7;
    if (before.folded === 'told')
        votes.organisation += 0.5;
    if (LINKS.has(before.folded) && kindOfCapital(words[first - 2]) === 'organisation')
        votes.organisation += 2;
    if (!governing)
        return;
    votes.place += (PLACE_PREPOSITIONS.get(governing.folded) ?? 0) * (article ? 0.4 : 1);
    voteOf(votes, words, article ? first - 2 : first - 1, text);
    if (article)
        return;
    if (PARTS.has(before.folded))
        votes.place += 1;
    const kind = before.capital ? undefined : kindOfNoun(before.folded);
    // "militants Islamic State" speaks of several.
    if (kind && !isPlural(before.folded))
        votes[kind] += kind === 'place' ? 1 : 2;
}
/** "Observatory for Human Rights": what follows is a part of the name of a body. */
const LINKS = new Set('for of and on'.split(' '));
function kindOfCapital(word) {
    return word?.capital ? kindOfNoun(word.folded) : undefined;
}
/** "the town of X", "north of X", "the president of X": word `of` is at `at`. */
function voteOf(votes, words, at, text) {
    if (words[at]?.folded !== 'of' || !isNext(words, at, text))
        return;
    const governed = words[at - 1];
    if (DIRECTIONS.has(governed.folded))
        votes.place += 2;
    else if (kindOfNoun(governed.folded) === 'place')
        votes.place += 1.5;
    else if (governed.capital)
        return;
    else if (OF_BODIES.has(governed.folded))
        votes.organisation += 1;
    else if (kindOfNoun(governed.folded) === 'person')
        votes.place += 0.5;
}
function voteAfter(votes, words, run, text) {
    const next = words[run.last];
    if (!next)
        return;
    const gap = text.slice(words[run.last - 1].end, next.start);
    if (gap === ' ')
        voteByNext(votes, words, run.last, text);
    else if (gap === ', ')
        voteByApposition(votes, words, run.last, text);
    else if (gap === '-' && next.folded === 'based')
        votes.place += 1.5;
    else if (gap === '-' && OF_ACTORS.has(next.folded))
        votes.organisation += 0.7;
    else if (gap.length === 3 && gap.endsWith('s '))
        voteByOwned(votes, next);
}
/** "Kurdish-led", "rebel-held". */
const OF_ACTORS = new Set('held led backed controlled affiliated linked run aligned'.split(' '));
/** What people do in the news, and bodies less. */
const OF_PERSONS = new Set(`who whose born won scored married resigned retired died played wrote finished stated explained argued argues believes thinks
  claimed hopes joked pleaded`.split(/\s+/));
/** Nouns that come behind the name of a body: "the Islamic State group", "a Reuters reporter", "Hezbollah fighters". */
const OF_BODIES = new Set(`group agency movement party newspaper magazine channel militia network coalition company team club website alliance
  brigade brigades faction militants fighters gunmen members member spokesman spokeswoman reporter correspondent news
  commander leader leaders officials positions`.split(/\s+/));
function voteByNext(votes, words, at, text) {
    const { folded, capital } = words[at];
    if (capital)
        return;
    if (SPEECH_VERBS.has(folded)) {
        votes.person += 0.9;
        votes.organisation += 0.7;
    }
    else if (OF_PERSONS.has(folded))
        votes.person += 1;
    else if (folded === 'where')
        votes.place += 1;
    else if (OF_BODIES.has(folded))
        votes.organisation += 1;
    else if (kindOfNoun(folded) === 'place')
        votes.place += 1.5;
    else if (folded === 'is' || folded === 'was')
        voteByNoun(votes, words, at + 1, text);
}
function voteByApposition(votes, words, at, text) {
    const { folded, capital } = words[at];
    if (folded === 'who' || folded === 'whose' || isAge(folded))
        votes.person += 2;
    else if (folded === 'where')
        votes.place += 1.5;
    else if (capital && isLand(folded))
        votes.place += 1;
    else if (DETERMINERS.has(folded))
        voteByNoun(votes, words, at, text);
    else {
        const kind = capital ? undefined : nounPhraseKind(words, at, text);
        // "Smith, spokesman for"; "Homs, fighters said" goes on with another subject.
        if (kind === 'person')
            votes.person += 1;
    }
}
/** "Syria's capital", "Google's founder", "Obama's wife". */
function voteByOwned(votes, owned) {
    const kind = kindOfNoun(owned.folded);
    if (kind === 'place')
        votes.place += 0.7;
    else if (kind === 'person')
        votes.organisation += 0.2;
}
/** "… is a town in", ", the news agency": only a phrase with an article says what something is. */
function voteByNoun(votes, words, at, text) {
    if (!DETERMINERS.has(words[at]?.folded ?? ''))
        return;
    const kind = nounPhraseKind(words, at, text);
    if (kind)
        votes[kind] += 2;
}
/** Farther on, another phrase has begun. */
const MAX_PHRASE_WORDS = 8;
/** The type of the noun phrase at word `at`, by its last known noun ("the Syrian foreign minister"); else `undefined`. */
export function nounPhraseKind(words, at, text) {
    let kind;
    for (let i = at; i < Math.min(words.length, at + MAX_PHRASE_WORDS); i++) {
        const word = words[i];
        if (word.stop && (kind || !DETERMINERS.has(word.folded)))
            break;
        if (i > at && !word.bound && !isNext(words, i, text))
            break;
        kind = kindOfNoun(word.folded) ?? kind;
    }
    return kind;
}
function isNext(words, i, text) {
    const before = words[i - 1];
    return before !== undefined && text.slice(before.end, words[i].start) === ' ';
}
/** "Smith, 45, said". */
function isAge(folded) {
    return /^(?:1[6-9]|[2-9]\d)$/.test(folded);
}
function isLand(folded) {
    const known = gazetteerKinds(folded);
    return known.includes('country') || known.includes('region');
}
