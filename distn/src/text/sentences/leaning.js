/**
 * Whether a sentence refers back to the one before it: it opens with a pronoun or a noun for something named there ("He",
 * "This came after …", "The group", "The capture"), or continues a thought ("But", "Instead").
 */
export function leansBack(sentence) {
    return OPENING.test(sentence.slice(0, MAX_OPENING_LENGTH));
}
/** In UTF-16 units. */
const MAX_OPENING_LENGTH = 40;
const STANDS_FOR = 'He|She|It|They|Him|Them|His|Her|Its|Their|This|That|These|Those|Such|Both|Neither|None|Another|Others|Some of them';
/** Nouns by which news goes on about what it has just named. */
const NOUNS = 'latter|former|same|two|three|pair|group|groups|capture|attack|attacks|assault|blast|explosion|strike|strikes|raid|offensive|operation|battle|clashes|fighting|move|decision|announcement|statement|report|reports|letter|agency|newspaper|company|organi[sz]ation|ministry|incident|accident|victims?|suspects?|man|men|woman|women|town|city|village|agreement|deal|truce|ceasefire|talks|vote|law|plan|project|phrase|term|war|treaty';
const GOES_ON = 'But|And|Yet|So|Then|However|Instead|Also|Therefore|Thus|Nevertheless|Moreover|Otherwise|Meanwhile';
const OPENING = new RegExp(`^["“”'‘’«(\\[]*(?:(?:${STANDS_FOR})\\b(?![-’'])|The (?:${NOUNS})\\b(?! of\\b)|(?:${GOES_ON})(?:,| )\\s*\\p{L})`, 'u');
