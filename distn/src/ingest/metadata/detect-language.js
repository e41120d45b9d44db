import { codeOf, languageOf } from '../../text/languages/language.js';
import { fold } from '../../text/tokens/fold.js';
import { STOP_WORDS } from '../../text/tokens/stop-words.js';
/** UTF-16 units that are looked at: 1,000 tell as much as whole articles. */
const SAMPLE_LENGTH = 1_000;
/** With fewer letters the result would be a guess. */
const MIN_LETTERS = 40;
/**
 * Share of English function words from which a text is English without more ado: all but 3 of 1,284 texts of news have it,
 * our articles in other languages have .06 at most (docs/languages.md).
 */
const MIN_ENGLISH_SHARE = 0.2;
/** A language that is written in Latin letters is believed where this share of the words are its function words. */
const MIN_OWN_SHARE = 0.05;
/** Of languages whose function words we don't have: signs that English lacks, by letter. */
const MIN_FOREIGN_SHARE = 0.01;
let loading;
/** Adds the detected language to an article that doesn't state one; unchanged where the text leaves doubt. */
export async function withLanguage(article) {
    if (article.language !== undefined)
        return article;
    const language = await detectLanguage(article.text);
    if (language === undefined)
        return article;
    return { ...article, language, origin: { ...article.origin, language: 'detected' } };
}
/**
 * Detects the language of a text (BCP 47); `undefined` where it is too short or a table of names and figures: such a text
 * is read as English. English shows in its function words, without loading anything; others are detected by `eld` (its
 * smallest data set, 0.13 s to load), and accepted where function words or letters of the text confirm it.
 */
export async function detectLanguage(text) {
    const sample = text.slice(0, SAMPLE_LENGTH);
    const words = sample.match(/\p{L}+/gu) ?? [];
    const letters = words.reduce((sum, { length }) => sum + length, 0);
    if (letters < MIN_LETTERS)
        return undefined;
    const lower = words.map((word) => word.toLowerCase());
    if (shareIn(lower, STOP_WORDS) >= MIN_ENGLISH_SHARE)
        return 'en';
    loading ??= load();
    const code = codeOf((await loading)(sample));
    if (code === undefined || code === 'en')
        return code;
    const foreign = sample.match(/[^\P{L}A-Za-z]/gu)?.length ?? 0;
    if (foreign > letters / 2)
        return code;
    const own = languageOf(code)?.functionWords;
    if (own?.size)
        return shareIn(words.map(fold), own) >= MIN_OWN_SHARE ? code : undefined;
    return foreign >= letters * MIN_FOREIGN_SHARE ? code : undefined;
}
async function load() {
    const { eld } = await import('eld/extrasmall');
    return (text) => {
        const found = eld.detect(text);
        return found.isReliable() ? found.language : undefined;
    };
}
function shareIn(words, list) {
    return words.filter((word) => list.has(word)).length / Math.max(1, words.length);
}
