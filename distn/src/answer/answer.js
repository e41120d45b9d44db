import { confidenceOf, THRESHOLD, UNSURE } from '../ranking/confidence.js';
import { asksOfNames } from '../ranking/evidence.js';
import { assertVerbatim, cite, placeOf } from './cite.js';
import { copiesOf, groupCopies, lookedUp } from './copies.js';
import { broughtForward, claimsOf, differenceIn } from './differ.js';
import { exampleNames } from './examples.js';
import { answersAfter } from './follows.js';
import { highlightsOf } from './highlights.js';
import { nearestNames } from './nearest.js';
/** A further sentence is shown where the ranker gives it at least this share of the first one's chance. */
const WORTH_SHOWING = 0.08;
/** An unsure answer shows as many at least: chat-a's right sentence is first for .47 of the questions, of three for .75. */
const NEAREST = 3;
/** Sentences that these are taken from: some are copies of others. */
const NEAREST_OF = 4 * NEAREST;
/** Selects what is worth showing of a ranked result; `offset` and `limit` count groups. */
export function selectionOf(result, sources, show) {
    const worth = worthShowing(result);
    const difference = differenceIn(worth, result, sources.documents);
    const found = pageOf(difference ? broughtForward(worth, difference) : worth, sources, show);
    if (!difference && found.groups.length >= NEAREST)
        return { difference, found, unsure: found };
    const nearest = new Set([...worth, ...result.ranked.slice(0, NEAREST_OF)]);
    const groups = groupCopies([...nearest], sources.analyses).slice(0, Math.max(NEAREST, found.groups.length));
    return { difference, found, unsure: onPage(groups, show) };
}
/** Groups sentences, and takes the page to show. */
export function pageOf(ranked, { analyses }, show) {
    return onPage(groupCopies(ranked, analyses), show);
}
function onPage(groups, { limit, offset = 0 }) {
    return { groups, page: groups.slice(offset, offset + limit) };
}
/** The documents whose duplicates an answer needs: of the first sentence, and of what pages may show. */
export function comparedDocuments({ ranked }, ...shown) {
    const first = ranked[0] ? [ranked[0].sentence] : [];
    return [...first, ...shown.flatMap(({ page }) => page.flatMap(lookedUp))].map(({ document }) => document);
}
/**
 * The answer to show: whole citations above a threshold, or why there is none. Duplicates of `comparedDocuments` have
 * been gathered. Occurrences, where the words do not occur together, are added by who has the postings.
 */
export function answerOf(result, { difference, ...selected }, sources, show) {
    const { question } = result.query;
    const { articles, sentences, lexicon } = sources;
    const confidence = question.intent ? 0 : confidenceOf({ ...result, sentences });
    const status = statusOf(confidence);
    const { kind, text, names, isKeywordQuery, intent } = question;
    const shared = {
        status,
        question: { kind, text, names, isKeywordQuery, ...(intent && { intent }) },
        articles,
        confidence,
    };
    const reason = reasonOf(question, lexicon);
    if (status === 'not-found') {
        const nearest = intent ? exampleNames(lexicon) : nearestNames(question, lexicon);
        return { ...shared, citations: [], found: 0, nearest, reason };
    }
    const { groups, page } = selected[status];
    const shown = { citations: citationsOf(page, result, sources, show), found: groups.length };
    if (status === 'unsure') {
        const unmentioned = reason === 'not-mentioned';
        const nearest = unmentioned ? nearestNames(question, lexicon) : [];
        return { ...shared, ...shown, nearest, ...(unmentioned && { reason }) };
    }
    const differing = difference ? claimsOf(shown.citations, difference) : [];
    return { ...shared, ...shown, ...(differing.length > 0 && { differing }), nearest: [] };
}
function statusOf(confidence) {
    if (confidence >= THRESHOLD)
        return 'found';
    return confidence >= UNSURE ? 'unsure' : 'not-found';
}
/** Citations of groups, near-identical sentences as copies of the best. */
export function citationsOf(page, { query, evidence, elsewhere }, { documents, analyses }, { explain = false }) {
    return page.map((group) => {
        const { first } = group;
        const document = documents.document(first.sentence.document);
        const copies = copiesOf(group, elsewhere, documents).map((sentence) => placeOf(documents.document(sentence.document).article, sentence));
        const own = evidence.get(first.sentence.number);
        const parts = {
            highlights: highlightsOf(own, query),
            copies,
            score: first.score,
            ...(explain && { signals: first.signals }),
        };
        const answers = answersAfter(own, query, analyses);
        const cited = ({ number }) => page.some((other) => other.first.sentence.number === number);
        const citation = cite(document, first.sentence, parts, (next) => !cited(next) && answers(next));
        assertVerbatim(document.article, citation);
        return citation;
    });
}
/** Sentences with a fair chance beside the first; of names alone, only those that hold as much of it. */
function worthShowing({ ranked, evidence, query }) {
    const best = ranked[0];
    if (!best)
        return [];
    const held = (one) => evidence.get(one.sentence.number).inSentence.filter(Boolean).length;
    return ranked.filter((one) => asksOfNames(query.question) ? held(one) >= held(best) : Math.exp(one.score - best.score) >= WORTH_SHOWING);
}
function reasonOf({ concepts, names, intent }, lexicon) {
    if (intent)
        return intent;
    if (concepts.length === 0)
        return 'no-word';
    if (names.some((name) => name.match === 'none'))
        return 'not-mentioned';
    const known = concepts.some(({ alternatives }) => alternatives.some((terms) => terms.every((term) => lexicon.term(term))));
    return known ? 'not-together' : 'none-known';
}
