import { isStarter } from './join-rules.js';
import { findListItems } from './list-items.js';
import { aroundPageLines } from './page-lines.js';
/**
 * Ends of sentences that Intl.Segmenter misses. Every repetition in a pattern is bounded, so that matching stays
 * linear, and each starts with a rare mark and looks behind from there: all rules together cost 12 ms/MB so, and 110 if
 * they start with a letter.
 */
export const SPLIT_RULES = [
    afterFootnote,
    afterFootnoteNumber,
    afterEllipsis,
    beforeEllipsis,
    beforeDialogueDash,
    betweenGluedSentences,
    beforeCredit,
    beforeWideOpening,
    afterGreekQuestion,
    afterPhotoCredit,
    findListItems,
    aroundPageLines,
];
/** `to pay the rent. ... Unfortunately`: the words left out are the next sentence's. */
function beforeEllipsis(text) {
    return endsOf(text, /[.!?](?<=[\p{L}\p{N}].)["”’)]?(?= (?:\.\.\.|…|\. \. \.|\[(?:\.\.\.|…)\]) ["“‘(]?\p{Lu})/gu);
}
/** `the deified emperors.[1][2] The` */
function afterFootnote(text) {
    return endsOf(text, /[.!?]["”’)]?(?:\[[\d–,-]{1,9}\]){1,6}(?= ["“‘(]?\p{Lu})/gu);
}
/** `in a consultation.11 12 Take`: after a word or a bracket, for `v.2` and `No.1` are none. */
function afterFootnoteNumber(text) {
    return endsOf(text, /[.!?](?<=(?:\p{Ll}{3}|\)).)["”’)]?\d{1,3}(?: \d{1,3}){0,3}(?= ["“‘(]?\p{Lu}\p{Ll})/gu);
}
/** `who talks slowly… And`: the one-character ellipsis ends nothing in Unicode's rules. */
function afterEllipsis(text, words) {
    const found = [];
    for (const match of text.matchAll(/…["”’)]? ["“‘(]?(\p{Lu}[\p{L}'’]{0,14})/gu)) {
        if (isStarter(match[1], words))
            found.push(match.index + match[0].indexOf(' '));
    }
    return found;
}
/** `What do you see? - Posted` */
function beforeDialogueDash(text) {
    return endsOf(text, /[!?]["”’]?(?= [-–—] ?\p{Lu})/gu);
}
/** `of the army.The town`: a space was lost between a word and one that opens sentences. */
function betweenGluedSentences(text, words) {
    const found = [];
    for (const match of text.matchAll(/[.!?](?<=(?:[\p{Ll}’']{3}|\d).)["”’)]?(?=(\p{Lu}[\p{L}'’]{0,14}\.?) )/gu)) {
        const word = match[1];
        if (isStarter(word, words) || words.titles.has(word.toLowerCase()))
            found.push(match.index + match[0].length);
    }
    return found;
}
/** `雨停了。《晚报》`: Unicode's rule SB9 takes an opening mark for a closing one. */
function beforeWideOpening(text) {
    return endsOf(text, /[。！？](?=[《〈「『【（“])/gu);
}
/** `Πού πήγε; Δεν ξέρω.`: a semicolon is the Greek question mark. */
function afterGreekQuestion(text) {
    return endsOf(text, /[;\u037e](?<=[\p{Script=Greek}»].)(?= [«“]?(?=\p{Lu})\p{Script=Greek})/gu);
}
/** `Michael Tien of NPP Image: Nick Moreau.`: a caption without a full stop, and who took the picture. */
function beforeCredit(text) {
    const credits = text.matchAll(/: (?=\p{Lu})(?<=[\p{L}\p{N})”"]( (?:Image|Photo|Photograph|Picture|Credit)): )/gu);
    return Array.from(credits, ({ index, 1: label }) => index - label.length);
}
/** `in the town of Varby (Reuters Photo) Nine people`: a caption without a full stop, and who took the picture. */
function afterPhotoCredit(text) {
    return endsOf(text, /\)(?<=\((?:[^()]{0,60}\b(?:[Pp]hotos?|[Aa]gencies)|Photos?\b[^()]{0,60})\))(?= \p{Lu})/gu);
}
/**
 * Possible ends, which the join rules then decide on: `in Malaysia. 2014 has been`. Unicode's rule SB8 sees the lower case
 * behind the number and goes on.
 */
export function findPossibleEnds(text) {
    return endsOf(text, /[.!?](?<=(?:\p{Ll}{2}|\d{3}|\)).)["”’)]?(?= ["“‘'’(]?[$£€]?\d)/gu);
}
function endsOf(text, pattern) {
    return Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
}
