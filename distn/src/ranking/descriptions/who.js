import { isPlural, kindOfNoun } from '../../text/names/kinds-of-nouns.js';
import { isPeople } from '../../text/names/name-shapes.js';
import { isTitle } from './mentions.js';
/**
 * What stands in front of a name and says who or what it is: "the Syrian president Bashar al-Assad", "US Secretary of State
 * John Kerry", "the head of the Observatory, Rami Abdel Rahman", "the Lebanese Shiite group Hezbollah".
 */
export function whoSaid(analysis, mention) {
    if (isPartOfAnother(analysis, mention))
        return undefined;
    const { words } = analysis;
    // Given names that weren't asked for stand between.
    for (let at = mention.first; at >= mention.from; at--) {
        const found = titleBefore(analysis, at);
        if (found) {
            const whole = at < mention.first ? 1 : FAMILY_NAME_ALONE;
            const apart = isOwned(analysis, found.first) ? OF_ANOTHER : 1;
            return { key: found.key, value: found.value * (mention.last - mention.first > 1 ? 1 : whole) * apart };
        }
        if (at > 0 && (isPeople(words[at - 1]) || kindOfNoun(words[at - 1].folded)))
            break;
    }
    return undefined;
}
const QUALIFIED = 0.85;
/** "President Assad": of what, is left out. */
const BARE = 0.45;
const FAMILY_NAME_ALONE = 0.9;
/** "The father of President Assad": the sentence is about another. */
const OF_ANOTHER = 0.3;
/** The title or the kind that ends right before word `at`. */
function titleBefore(analysis, at) {
    const { words } = analysis;
    const head = headBefore(analysis, at);
    if (head === undefined)
        return undefined;
    let first = head;
    let qualified = head < at - 1;
    while (first > 0 && at - first < LONGEST_TITLE && isNext(analysis, first)) {
        const word = words[first - 1];
        if (word.stop)
            break;
        if (word.capital || isPeople(word) || kindOfNoun(word.folded))
            qualified = true;
        first -= 1;
    }
    return { first, key: words[head].term, value: qualified ? QUALIFIED : BARE };
}
/** In words: "Russian deputy foreign minister". */
const LONGEST_TITLE = 7;
/** The noun of a title before word `at`: "President", "Secretary" of State, "head" of the Observatory. */
function headBefore(analysis, at) {
    const { words, text } = analysis;
    if (at === 0)
        return undefined;
    const gap = text.slice(words[at - 1].end, words[at].start);
    if (gap === ' ' || gap === '. ' || gap === ' "') {
        if (isKind(analysis, at - 1))
            return at - 1;
    }
    else if (gap !== ', ')
        return undefined;
    for (let i = at - 1; i > 0 && i >= at - LONGEST_TITLE - 3; i--) {
        const word = words[i];
        if (OF.has(word.folded) && isTitle(words[i - 1]))
            return gap === ', ' || i < at - 1 ? i - 1 : undefined;
        if (!word.capital && !word.stop && !kindOfNoun(word.folded))
            return undefined;
        if (!isNext(analysis, i))
            return undefined;
    }
    return undefined;
}
const OF = new Set(['of', 'for']);
/** A person's title, or in lower case the kind of a body or place: "group", "agency", "road". */
function isKind({ words }, at) {
    const word = words[at];
    if (isTitle(word))
        return true;
    const kind = kindOfNoun(word.folded);
    return !word.capital && !isPlural(word.folded) && kind !== undefined && kind !== 'person';
}
/** "the father of …", "supporters of …". */
function isOwned({ words }, first) {
    let at = first - 1;
    while (at > 0 && DETERMINERS.has(words[at].folded))
        at -= 1;
    return words[at]?.folded === 'of' && kindOfNoun(words[at - 1]?.folded ?? '') !== undefined;
}
const DETERMINERS = new Set(['the', 'a', 'an', 'former', 'then']);
/** "Assad Regime", "Bashar Assad Hafez Assad", "PYD spokesman": not what was asked for. */
function isPartOfAnother({ words }, { last, to }) {
    const next = words[last];
    return to > last || (next !== undefined && isTitle(next) && !next.capital);
}
/** Whether nothing but a blank or a hyphen stands before word `at`. */
export function isNext({ words, text }, at) {
    const before = words[at - 1];
    return before !== undefined && /^[ -]$/.test(text.slice(before.end, words[at].start));
}
