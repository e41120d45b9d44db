import { LRUCache } from 'lru-cache';
import { dateSpans } from '../text/dates/dates.js';
import { furnitureIn, isInProse, proseOf } from '../text/furniture/furniture.js';
import { languageOf } from '../text/languages/language.js';
import { nameRuns } from '../text/names/names.js';
import { numberSpans } from '../text/numbers/numbers.js';
import { compoundAt, wordsOf } from '../text/tokens/words.js';
/** About 6 KB a sentence; a question looks at fifty. */
const MAX_CACHED_SENTENCES = 1_000;
const MAX_CACHED_PARAGRAPHS = 500;
export function newAnalysisCache() {
    return {
        sentences: new LRUCache({ max: MAX_CACHED_SENTENCES }),
        paragraphs: new LRUCache({ max: MAX_CACHED_PARAGRAPHS }),
        titles: new LRUCache({ max: MAX_CACHED_PARAGRAPHS }),
    };
}
/** The analyses of what a question has gathered; the cache is of the same snapshot. */
export function analysesOf(documents, typeOf, cache = newAnalysisCache()) {
    const languageIn = (number) => languageOf(documents.document(number).article.language);
    const textOf = (number, span) => documents.document(number).article.text.slice(span.start, span.end);
    return {
        of: (sentence) => cached(cache.sentences, sentence.number, () => analyse(textOf(sentence.document, sentence), typeOf, languageIn(sentence.document))),
        termsOfParagraph: ({ document, paragraph }) => cached(cache.paragraphs, `${document}:${paragraph}`, () => termSet(textOf(document, documents.document(document).paragraphs[paragraph]), languageIn(document))),
        termsOfTitle: (document) => cached(cache.titles, document, () => {
            const { article } = documents.document(document);
            return termSet(article.origin.title === 'opening words' ? '' : article.title, languageIn(document));
        }),
    };
}
export function analyse(text, typeOf, language) {
    const words = wordsOf(text, 0, language);
    const prose = proseOf(words, text);
    let spans;
    const read = () => {
        const runs = nameRuns(words, text).filter((run) => isInProse(run, prose));
        spans ??= { runs: typed(runs, words, text, typeOf), dates: dateSpans(text), numbers: numberSpans(text) };
        return spans;
    };
    return {
        text,
        words,
        positions: positionsOf(words),
        wording: indicesOf(words, (word) => word.folded),
        furniture: furnitureIn(words, prose),
        // Read when first asked for: most questions ask for one kind of answer.
        get runs() {
            return read().runs;
        },
        get dates() {
            return read().dates;
        },
        get numbers() {
            return read().numbers;
        },
    };
}
function typed(runs, words, text, typeOf) {
    return runs.map((run) => ({ ...run, type: typeOf(words.slice(run.first, run.last), text) }));
}
function positionsOf(words) {
    const positions = indicesOf(words, (word) => (word.stop ? undefined : word.term));
    words.forEach((_, i) => {
        const compound = compoundAt(words, i);
        if (compound)
            push(positions, compound, i);
    });
    return positions;
}
function indicesOf(words, keyOf) {
    const indices = new Map();
    words.forEach((word, i) => {
        const key = keyOf(word);
        if (key !== undefined)
            push(indices, key, i);
    });
    return indices;
}
function push(indices, key, i) {
    const list = indices.get(key);
    if (list)
        list.push(i);
    else
        indices.set(key, [i]);
}
function termSet(text, language) {
    return new Set(positionsOf(wordsOf(text, 0, language)).keys());
}
function cached(cache, key, make) {
    let value = cache.get(key);
    if (value === undefined) {
        value = make();
        cache.set(key, value);
    }
    return value;
}
