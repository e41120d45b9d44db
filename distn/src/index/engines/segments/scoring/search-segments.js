import { addTo } from '../postings/merge.js';
import { PostingsReader } from '../postings/postings.js';
import { expandTerms } from './expand-terms.js';
import { Scorer } from './scorer.js';
/**
 * The best `limit` sentences of all segments, best first; empty without terms. Statistics are of all segments together:
 * which segment holds what makes no difference. `accepts`: which documents to search; `undefined`: all.
 */
export function searchSegments(segments, terms, limit, accepts, accumulators) {
    const queryTerms = [...new Set(terms)];
    if (queryTerms.length === 0 || limit <= 0)
        return [];
    // The largest first: it raises the threshold for the others.
    const readers = segments
        .filter(({ count }) => count.article > 0)
        .sort((a, b) => b.count.article - a.count.article);
    const statistics = {
        count: { sentence: 0, paragraph: 0, article: 0 },
        totalLength: { sentence: 0, paragraph: 0, article: 0 },
    };
    for (const { count, totalLength } of readers) {
        addTo(statistics.count, count);
        addTo(statistics.totalLength, totalLength);
    }
    const expanded = expandTerms(queryTerms, readers);
    const search = { terms: expanded, queryTerms: queryTerms.length, statistics, limit, accepts };
    const scorer = new Scorer(search, accumulators);
    readers.forEach((reader, i) => {
        scorer.add(reader, i);
    });
    return scorer.hits();
}
/** The postings of exactly this term over all segments. `accepts` as in `searchSegments`. */
export function postingsInSegments(segments, term, accepts) {
    const found = [];
    for (const { view, deletes } of segments) {
        const info = view.find(term);
        if (!info)
            continue;
        const { document: documents, firstNumber } = view.docValues;
        const reader = new PostingsReader(info);
        while (reader.next()) {
            const { article } = reader;
            const document = documents[article];
            if (deletes.has(article) || accepts?.(document) === false)
                continue;
            const first = firstNumber[article];
            reader.sentences((ordinal) => found.push({ number: first + ordinal, document }));
        }
    }
    found.sort((a, b) => a.number - b.number);
    return {
        sentences: Uint32Array.from(found, ({ number }) => number),
        documents: Uint32Array.from(found, ({ document }) => document),
    };
}
