import { fold } from '../tokens/fold.js';
import { ASKING_WORDS, FUNCTION_WORDS, QUESTION_WORDS } from './function-words.js';
import { stemmerOf } from './stemmers.js';
/**
 * The language code of a tag (BCP 47, HTML, Open Graph) without script and region: "es" for "es_MX" and "spa". `undefined`
 * where the tag is absent or malformed.
 */
export function codeOf(tag) {
    if (tag === undefined)
        return undefined;
    const [first = ''] = tag.toLowerCase().split(/[-_]/, 1);
    if (!/^[a-z]{2,3}$/.test(first))
        return undefined;
    const [code] = Intl.getCanonicalLocales(first);
    // Both written forms of Norwegian share one stemmer.
    return code === 'nb' || code === 'nn' ? 'no' : code;
}
/** The language of a tag; `undefined` for English, and where the tag is absent or malformed: read as English. */
export function languageOf(tag) {
    if (tag === undefined)
        return undefined;
    if (byTag.has(tag))
        return byTag.get(tag);
    const code = codeOf(tag);
    const language = code === undefined || code === 'en' ? undefined : languageOfCode(code);
    // Tags come from files, so the cache is bounded.
    if (byTag.size >= MAX_CACHED_TAGS)
        byTag.clear();
    byTag.set(tag, language);
    return language;
}
const byTag = new Map();
const byCode = new Map();
const MAX_CACHED_TAGS = 500;
function languageOfCode(code) {
    let language = byCode.get(code);
    if (!language) {
        language = made(code);
        byCode.set(code, language);
    }
    return language;
}
function made(code) {
    const elision = ELISIONS[code];
    return {
        code,
        stem: stemmerOf(code),
        ...functionWordsOf(code),
        ...(elision && { elision }),
        variantsOf: code === 'ar' ? arabicVariantsOf : () => [],
    };
}
const functionWords = new Map();
/** What tells a language by a few of its words; its stemmer isn't loaded for it. */
export function functionWordsOf(code) {
    let words = functionWords.get(code);
    if (!words) {
        const asks = Object.entries(QUESTION_WORDS[code] ?? {});
        words = {
            functionWords: new Set(foldedIn(FUNCTION_WORDS[code] ?? '')),
            questionWords: new Map(asks.flatMap(([kind, list]) => foldedIn(list).map((word) => [word, kind]))),
            askingWords: new Set(foldedIn(ASKING_WORDS[code] ?? '')),
        };
        functionWords.set(code, words);
    }
    return words;
}
/** Codes of the languages whose function words are known, beside English. */
export const KNOWN_LANGUAGES = Object.keys(FUNCTION_WORDS);
function foldedIn(words) {
    return words
        .split(/\s+/)
        .map(fold)
        .filter((word) => word !== '');
}
const ELISIONS = {
    fr: /^(?:[ldjnmtsc]|qu|jusqu|lorsqu|puisqu)['’ʼ]/i,
    it: /^(?:[ld]|un|dell|nell|sull|all|dall|quell|quest|coll)['’ʼ]/i,
};
/** Prepositions and conjunctions of one letter, written as one with the word, and two of them in a row. */
const ARABIC_PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول'];
/**
 * "بدمشق" for "دمشق" and, where the question has the prefix, the other way round; "سوريا" for "سورية". A question has
 * few words and looks these up: a text's words are never cut so, for "بلد" is no "لد".
 */
function arabicVariantsOf(folded) {
    const variants = ARABIC_PREFIXES.map((prefix) => prefix + folded);
    if (/^[وفبلك]..../.test(folded))
        variants.push(folded.slice(1));
    if (/...ا$/.test(folded))
        variants.push(`${folded.slice(0, -1)}ه`);
    if (/...ه$/.test(folded))
        variants.push(`${folded.slice(0, -1)}ا`);
    return variants;
}
