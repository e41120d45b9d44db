import { byAge } from '../ingest/duplicates/near-duplicates.js';
import { byScore } from '../ranking/rank.js';
/** Hits that are looked through for as many different ones as are asked for. */
const MOST_HITS = 1_000;
/**
 * The best `most` hits of which none is a reprint of another: the same sentence of an article that is the same one. Ten
 * papers that print one report would leave no room for the eleventh that wrote its own. Gathers the documents of all
 * hits, and the duplicates of those that may be reprints.
 */
export async function candidatesOf(search, most, documents) {
    for (let limit = most + SPARE;;) {
        const hits = await search(limit);
        await documents.gather(hits.map(({ document }) => document));
        await documents.gatherDuplicates(sharingWordings(hits, documents));
        const kept = withoutReprints(hits, most, documents);
        if (kept.length === most || hits.length < limit || limit >= MOST_HITS)
            return kept;
        limit = Math.min(MOST_HITS, Math.ceil((MORE * limit * most) / kept.length));
    }
}
/** The documents of hits whose very sentence another document has, too. */
function sharingWordings(hits, documents) {
    const byWording = new Map();
    for (const hit of hits) {
        const wording = wordingOf(documents, documents.sentence(hit));
        byWording.set(wording, (byWording.get(wording) ?? new Set()).add(hit.document));
    }
    return [...byWording.values()].flatMap((sharing) => (sharing.size > 1 ? [...sharing] : []));
}
/** Hits looked at where others are reprints: 1,200 questions of Reuters' 1987 took 770 searches more without, 20 with. */
const SPARE = 20;
/** Reprints get more frequent further down: so many times as many hits are asked for as the last ones would have it. */
const MORE = 1.5;
/**
 * Of the same sentence the earliest article's; best first, equals by their articles' age, then as they are read, whatever
 * their numbers are, and however the last digits of their scores were added up.
 */
function withoutReprints(hits, most, documents) {
    const articleOf = (document) => documents.document(document).article;
    const compare = (a, b) => byScore(a.hit.score, b.hit.score) ||
        byAge(articleOf(a.document), articleOf(b.document)) ||
        a.hit.sentence - b.hit.sentence;
    const placed = hits.map((hit) => ({ hit, document: hit.document }));
    const kept = [];
    const byWording = new Map();
    for (const one of placed.sort(compare)) {
        if (kept.length === most)
            break;
        const wording = wordingOf(documents, documents.sentence(one.hit));
        const known = byWording.get(wording) ?? [];
        const { document } = one;
        const original = known.find((other) => other.document !== document && documents.duplicatesOf(document).includes(other.document));
        if (!original) {
            kept.push(one);
            byWording.set(wording, [...known, one]);
        }
        else if (byAge(articleOf(document), articleOf(original.document)) < 0) {
            Object.assign(original, one);
        }
    }
    return kept.sort(compare).map(({ hit }) => hit);
}
/** A sentence, however its lines are broken. */
export function wordingOf(documents, { document, start, end }) {
    return documents
        .document(document)
        .article.text.slice(start, end)
        .replace(/\s{2,}|[^\S ]/g, ' ');
}
