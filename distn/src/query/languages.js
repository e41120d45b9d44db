import { codeOf, functionWordsOf, KNOWN_LANGUAGES, languageOf, } from '../text/languages/language.js';
import { fold } from '../text/tokens/fold.js';
import { STOP_WORDS } from '../text/tokens/stop-words.js';
import { wordsOf } from '../text/tokens/words.js';
import { writtenOut } from './shorthand.js';
export const ONLY_ENGLISH = [undefined];
/** Of so many articles, with how many of them are in each language. */
export function languagesOf(articles, { languages }) {
    const others = languages.flatMap(({ name, articles }) => {
        const language = languageOf(name);
        return language ? [{ language, articles }] : [];
    });
    const english = articles - others.reduce((sum, other) => sum + other.articles, 0);
    return [...others, { language: undefined, articles: english }]
        .sort((a, b) => b.articles - a.articles)
        .map(({ language }) => language);
}
/**
 * A question is too short for a detector: of the archive's languages it is asked in the one that most of its words are
 * function words of, of equals in that of most articles; in another where those and a question word of that leave no
 * doubt. What it asks about may be written of in any: each word stands for its terms in all.
 */
export function readSpoken(text, languages, lexicon, locale) {
    const foreign = foreignLanguage(text, languages, codeOf(locale));
    const read = foreign ? [foreign, ...languages] : languages;
    const readings = read.map((language) => ({ language, words: wordsOf(text, 0, language) }));
    const best = readings.reduce((most, reading) => (stopsIn(reading) > stopsIn(most) ? reading : most));
    const asked = foreign ? readings[0] : best;
    const spoken = { ...asked, words: asked.language ? asked.words : writtenOut(asked.words, text) };
    if (readings.length === 1)
        return { ...spoken, also: [], isForeign: false };
    const sentencesOf = (term) => lexicon.term(term)?.sentences ?? 0;
    const held = spoken.words.map((word) => {
        const others = readings.flatMap(({ language, words }) => formsOf(words.find(({ end }) => end === word.end), language));
        const terms = [...new Set(others)].filter((term) => term !== word.term && lexicon.term(term));
        return terms.sort((a, b) => sentencesOf(b) - sentencesOf(a));
    });
    // What is looked up first is what stands in the texts.
    const words = spoken.words.map((word, i) => {
        const [other] = held[i];
        return lexicon.term(word.term) || other === undefined ? word : { ...word, term: other };
    });
    return { language: spoken.language, words, also: held, isForeign: foreign !== undefined };
}
/** Question words of other languages that are words of English too. */
const ENGLISH_TOO = new Set([
    'was',
    'come',
    'dove',
    'wie',
    'var',
    'ne',
    'kim',
    'chi',
    'que',
    'de',
]);
/** The language, not of the archive, that a question is asked in; the asker's own takes less to be believed. */
function foreignLanguage(text, languages, asker) {
    const words = text
        .split(/[^\p{L}\p{M}]+/u)
        .map(fold)
        .filter((word) => word.length > 1);
    const countIn = (known) => words.filter((word) => known.has(word)).length;
    const own = new Set(languages.map((language) => language?.code));
    const least = Math.max(...languages.map((language) => countIn(language ? language.functionWords : STOP_WORDS)));
    let found;
    for (const code of KNOWN_LANGUAGES) {
        if (own.has(code))
            continue;
        const { functionWords, questionWords } = functionWordsOf(code);
        const believed = new Set([...functionWords, ...questionWords.keys()]);
        // "Wer" alone asks nothing: it is a name.
        if (words.every((word) => believed.has(word)))
            continue;
        const count = countIn(believed) + (code === asker ? 1 : 0);
        const foreign = words.filter((word) => believed.has(word) && !STOP_WORDS.has(word));
        const howMany = functionWords.has(words[0] ?? '') && HOW_MANY.test(`${words[0]} ${words[1]}`);
        const opens = (code === 'tr' ? words : words.slice(0, 2)).filter((word) => questionWords.has(word) || howMany);
        const clear = howMany || opens.some((word) => !ENGLISH_TOO.has(word)) || (opens.length > 0 && foreign.length > 1);
        const byLocale = code === asker && foreign.length > 0 && opens.length > 0;
        if ((clear || byLocale) && count > least && count > (found?.count ?? 0))
            found = { code, count };
    }
    return found && languageOf(found.code);
}
function stopsIn({ words }) {
    return words.filter(({ stop }) => stop).length;
}
/** The term of a word in one language, and of the other forms that its texts may have it in. */
function formsOf(word, language) {
    if (!word || word.stop)
        return [];
    const variants = language?.variantsOf(word.folded) ?? [];
    return [word.term, ...variants.map((variant) => language.stem(variant))];
}
/** What a question asks for, by a word that it opens with, after a preposition at most: "¿De dónde …?". */
export function kindByWord(words, language) {
    const { questionWords } = language;
    const opening = words.slice(0, 2).findIndex(({ folded }) => questionWords.has(folded));
    // "Halep nerede", "Suriye nedir": Turkish asks at the end.
    const at = opening < 0 && language.code === 'tr'
        ? words.findIndex(({ folded }) => questionWords.has(folded))
        : opening;
    if (at < 0)
        return HOW_MANY.test(`${words[0]?.folded} ${words[1]?.folded}`) ? { at: 0, kind: 'how-many' } : undefined;
    const counts = HOW_MANY.test(`${words[at].folded} ${words[at + 1]?.folded}`);
    return { at, kind: counts ? 'how-many' : questionWords.get(words[at].folded) };
}
/** "Wie viele", "hoe veel", "hur många", "hvor mange". */
const HOW_MANY = /^(?:wie viele?|hoe veel|hur (?:manga|mycket)|hvor (?:mange|mye))$/;
