import { headOf, keyOf } from '../index/lexicon/lexicon.js';
import { languageOf } from '../text/languages/language.js';
import { nameRuns } from '../text/names/names.js';
import { wordsOf } from '../text/tokens/words.js';
import { holders, inAll } from './occurrences.js';
export function summaryOf({ article, sentences }) {
    return { article, sentences: sentences.length };
}
export function detailsOf(document, lexicon, alike) {
    const { article, sentences } = document;
    const first = sentences[0];
    return {
        ...summaryOf(document),
        opening: first ? article.text.slice(first.start, first.end) : '',
        names: namesOf(document, lexicon),
        alike,
    };
}
/** The articles with a sentence that holds all of what was asked; `postings` of each of its terms. */
export function mentioning({ concepts }, postings) {
    if (concepts.length === 0)
        return [];
    const documentOf = new Map();
    const holding = (term) => {
        const { sentences, documents } = postings.get(term);
        sentences.forEach((sentence, i) => void documentOf.set(sentence, documents[i]));
        return sentences;
    };
    const sentences = inAll(concepts.map((concept) => holders(concept, holding)));
    return [...new Set(Array.from(sentences, (sentence) => documentOf.get(sentence)))];
}
const NAMES_SHOWN = 8;
function namesOf({ article, sentences }, lexicon) {
    const counts = new Map();
    for (const { start, end } of sentences) {
        const text = article.text.slice(start, end);
        const words = wordsOf(text, 0, languageOf(article.language));
        const keys = nameRuns(words, text).map((run) => keyOf(words.slice(run.first, run.last)));
        for (const key of new Set(keys))
            counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .flatMap(([key, count]) => {
        const name = lexicon.name(key);
        return name ? [{ name: headOf(name.spellings), sentences: count }] : [];
    })
        .slice(0, NAMES_SHOWN);
}
