import { assertVerbatim, cite } from './cite.js';
/** Beyond this many places, exact words are common ones. */
const MOST = 1_000;
/**
 * Where these very words stand, character by character: each place as the sentence around it (or the sentences, where
 * the words run across a full stop), in reading order.
 */
export async function citationsOfWords(documents, words, accepts) {
    const found = [];
    if (words === '')
        return found;
    for await (const document of documents) {
        for (const highlights of bySentences(document, words)) {
            if (found.length >= MOST)
                return found;
            const [first, last] = around(document, highlights);
            if (!first || !last)
                continue;
            const { start, paragraph } = first;
            const place = { document: document.number, paragraph, start, end: last.end };
            if (!accepts(document, place))
                continue;
            const citation = cite(document, place, { highlights, copies: [], score: 1 });
            assertVerbatim(document.article, citation);
            found.push(citation);
        }
    }
    return found;
}
/** Occurrences, those of one sentence together. */
function bySentences(document, words) {
    const groups = [];
    const { text } = document.article;
    for (let at = text.indexOf(words); at >= 0 && groups.length < MOST; at = text.indexOf(words, at + words.length)) {
        const span = { start: at, end: at + words.length };
        const last = groups.at(-1);
        const sentence = last && around(document, last)[1];
        if (sentence && span.end <= sentence.end)
            last.push(span);
        else
            groups.push([span]);
    }
    return groups;
}
/** The sentences that the first and the last of some spans stand in. */
function around({ sentences }, spans) {
    const { start } = spans[0];
    const { end } = spans.at(-1);
    return [
        sentences.findLast((s) => s.start <= start && s.end > start),
        sentences.find((s) => s.end >= end && s.start < end),
    ];
}
