import { numberedDocuments } from '../../src/index/documents/document.js';
import { nameTypesOf } from '../../src/index/lexicon/name-types.js';
import { openMemoryIndex } from '../../src/index/open-index.js';
import { wordsOf } from '../../src/text/tokens/words.js';
import { phraseType } from './phrase-type.js';
/** Types as an archive of these articles does. */
export async function archiveTyper(articles) {
    const documents = numberedDocuments(articles);
    const index = await openMemoryIndex({ articles });
    const nameTypes = await index.use(async ({ lexicon }) => nameTypesOf(lexicon));
    return (span) => {
        const { article, sentences } = documents[span.article];
        const around = sentences.findLast(({ start }) => start <= span.start) ?? span;
        const words = wordsOf(article.text.slice(around.start, Math.max(around.end, span.end)), around.start);
        return phraseType(words, span, article.text, nameTypes);
    };
}
/**
 * Types as compromise does, on whole articles: of the people, places and organisations that it finds, what covers most of a
 * span. `undefined` where compromise is not installed.
 */
export async function compromiseTyper(articles) {
    const { default: nlp } = await import('compromise').catch((error) => {
        if (error.code !== 'ERR_MODULE_NOT_FOUND')
            throw error;
        return { default: undefined };
    });
    if (!nlp)
        return undefined;
    const found = articles.map(({ text }) => {
        const view = nlp(text);
        return [
            ...spansOf(view.people(), 'person'),
            ...spansOf(view.places(), 'place'),
            ...spansOf(view.organizations(), 'organisation'),
        ];
    });
    return ({ article, start, end }) => {
        let [best, most] = ['other', 0];
        for (const type of TYPES_MEASURED) {
            const covered = found[article].filter((one) => one.type === type).reduce((sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)), 0);
            if (covered > most)
                [best, most] = [type, covered];
        }
        return best;
    };
}
function spansOf(view, type) {
    return view
        .json({ offset: true })
        .map(({ offset: { start, length } }) => ({ start, end: start + length, type }));
}
export const TYPES_MEASURED = ['person', 'place', 'organisation'];
/** Precision, recall and F1 of each type; `given[i]` is what was said of `gold[i]`. */
export function typeScores(gold, given) {
    const scoreOf = (type) => {
        const right = gold.filter((one, i) => one.type === type && given[i] === type).length;
        const precision = right / Math.max(1, given.filter((one) => one === type).length);
        const recall = right / Math.max(1, gold.filter((one) => one.type === type).length);
        return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
    };
    const byType = {
        person: scoreOf('person'),
        place: scoreOf('place'),
        organisation: scoreOf('organisation'),
    };
    return {
        byType,
        macro: TYPES_MEASURED.reduce((sum, type) => sum + byType[type].f1, 0) / TYPES_MEASURED.length,
    };
}
/** Whether a phrase holds a name: a capital letter beyond that of a function word at its beginning. */
export function holdsName(text) {
    return wordsOf(text).some(({ capital, stop }, i) => capital && !(i === 0 && stop));
}
