import { isPlural, kindOfNoun } from '../../text/names/kinds-of-nouns.js';
import { isTitle } from './mentions.js';
import { isKnown, knownNoun, nounOf } from './noun-phrase.js';
/**
 * What stands behind a name and says what it is: "SANA, the state news agency", "Rami Abdulrahman, who heads …", "sarin is a
 * nerve agent", "the PYD militia", "better known as the White Helmets".
 */
export function whatSaid(analysis, mention) {
    const { words, text } = analysis;
    const last = Math.max(mention.last, mention.to);
    const end = words[last - 1].end;
    const found = behind(analysis, mention, text.slice(end, end + LOOKED_AT)) ??
        kindBehind(analysis, last) ??
        aliased(analysis, mention, text.slice(end, end + LOOKED_AT));
    // "Nusra Front" where Nusra was asked for, but "Assad Regime", too, for Assad.
    return found && mention.to > mention.last ? { ...found, value: found.value * LONGER_NAME } : found;
}
const LONGER_NAME = 0.7;
/** In UTF-16 units. */
const LOOKED_AT = 60;
const IS = /^["”’]? (?:is|was|remains) (?:also )?(?:an?|one of|the) /u;
const ARE = /^["”’]? (?:are|were) (?!(?:\p{L}+(?:ed|ing|en)|not|now|in|on|at|to|no|still|also|under|among|from|hit)\b)\p{Ll}/u;
const WHO = /^,? (?:who|which) (?:is|was|are|heads?|headed|leads?|led|runs?|ran|founded|commands?|commanded|chairs?|serves? as|served as|monitors?|tracks?|operates?|controls?) /u;
const APPOSITION = /^["”’]?(?:, | [–—-] |,? \()(?:an?|the|one of) /u;
const LOOSE_APPOSITION = /^ (?:an?|the|one of) /u;
const OWNED = /^(?:, | [–—-] | )\p{Lu}[\p{L}-]+(?:['’]s|s['’]?) /u;
const BEHIND_MARK = /^["”’]?(?:, | [–—-] |,? \()\p{Ll}/u;
const OFFICE = /^,? (?:\p{L}+ ){1,4}(?:of|for|at|in) /u;
const PLAIN = 1;
const APPOSED = 0.95;
/** Without a comma another phrase may begin there. */
const APPOSED_LOOSELY = 0.85;
/** "Fighting in Aleppo is a …": said of another. */
const OF_ANOTHER = 0.3;
function behind(analysis, mention, after) {
    const { words } = analysis;
    const last = Math.max(mention.last, mention.to);
    const said = (value, at) => ({ value, key: nounOf(analysis, at) });
    const plural = isPlural(words[last - 1].folded);
    if (IS.test(after) || (ARE.test(after) && plural))
        return said(isGoverned(analysis, mention.from) ? OF_ANOTHER : PLAIN, last + 1);
    if (WHO.test(after))
        return said(APPOSED, last + 2);
    const noun = knownNoun(analysis, last);
    const owned = OWNED.test(after) ? knownNoun(analysis, last + 1) : undefined;
    if (APPOSITION.test(after))
        return said(noun === undefined ? APPOSED_LOOSELY : APPOSED, last);
    if (owned !== undefined)
        return said(APPOSED_LOOSELY, last + 1);
    if (noun === undefined)
        return undefined;
    const singular = !isPlural(words[noun].folded);
    if (LOOSE_APPOSITION.test(after))
        return said(APPOSED_LOOSELY, last);
    if (BEHIND_MARK.test(after) && singular !== plural)
        return said(APPOSED_LOOSELY, last);
    return singular && isTitle(words[noun]) && OFFICE.test(after) ? said(APPOSED, last) : undefined;
}
/** Whether the name is the object of a preposition: "in Aleppo", "supporters of the group". */
function isGoverned({ words }, from) {
    const at = words[from - 1]?.folded === 'the' ? from - 2 : from - 1;
    return PREPOSITIONS.has(words[at]?.folded ?? '');
}
const PREPOSITIONS = new Set('of in on at by for from to into with against near over under around across between among via'.split(' '));
const KIND = 0.3;
/** "sarin nerve gas", "the PYD militia", "SANA news agency"; not "PYD fighters", "PYD spokesman". */
function kindBehind({ words, text }, last) {
    for (let i = last; i < Math.min(words.length, last + 3); i++) {
        const { folded, capital, stop, start, term } = words[i];
        if (stop || capital || text.slice(words[i - 1].end, start) !== ' ')
            return undefined;
        if (isKnown(folded))
            return isPlural(folded) || kindOfNoun(folded) === 'person' ? undefined : { value: KIND, key: term };
    }
    return undefined;
}
const ALIAS = 0.6;
const KNOWN_AS = /(?:known|referred to|called|dubbed|named)(?: (?:as|simply))?(?: the)? ["“‘]?$/u;
/** "better known as the White Helmets", "Jabhat al-Nusra (Nusra Front)", "formerly the Nusra Front". */
function aliased({ words, text }, { from, to, last }, after) {
    const { start } = words[from];
    const before = text.slice(Math.max(0, start - LOOKED_AT), start);
    if (KNOWN_AS.test(before) || /^,? (?:also |formerly |previously |better )?(?:known|called) /u.test(after))
        return { value: ALIAS, key: 'alias' };
    const bracketed = before.endsWith('(') && after.startsWith(')') && to === last;
    return bracketed || after.startsWith(' (') ? { value: BRACKETED, key: 'bracket' } : undefined;
}
const BRACKETED = 0.3;
