import { areOfOneEvent, areOfTwoEvents, holdsAsked } from './same-event.js';
import { disagree, statementsOf } from './statements.js';
/** As many as a page of an answer shows (Discord's PAGE, the terminal's limit). */
const MOST = 3;
/**
 * The first of some sentences that another one of all that were found disagrees with, and those that disagree with it
 * and with each other; `undefined` where sources agree, or speak of different things.
 */
export function differenceIn(first, result, documents) {
    const { expects } = result.query.question;
    if (expects !== 'number' && expects !== 'date')
        return undefined;
    const told = toldBy(result, documents);
    for (const anchor of told) {
        if (!first.includes(anchor.one))
            continue;
        const sides = [anchor];
        for (const other of told) {
            const differs = sides.every((side) => disagree(side.statements, other.statements));
            if (differs && areOfOneEvent(anchor.report, other.report, result.query))
                sides.push(other);
            if (sides.length === MOST)
                break;
        }
        if (sides.length === 1)
            continue;
        const { query } = result;
        const beside = told.filter(({ report }) => sides.some((side) => !areOfTwoEvents(side.report, report, query)));
        return { sides, beside, answering: new Set(told.map(({ one }) => one)) };
    }
    return undefined;
}
/** Those of the sentences found that hold all that was asked, and state an answer to it. */
function toldBy({ query, evidence, ranked }, documents) {
    return ranked.flatMap((one) => {
        const { article } = documents.document(one.sentence.document);
        const report = { evidence: evidence.get(one.sentence.number), article };
        if (!holdsAsked(report.evidence, query))
            return [];
        const statements = statementsOf(report.evidence, query, article.published);
        return statements.length === 0 ? [] : [{ one, report, statements }];
    });
}
/** The first sentence stays, those that differ follow on it: on the first page, all of them. */
export function broughtForward(ranked, { sides }) {
    const sentences = sides.map(({ one }) => one);
    return [...new Set([...ranked.slice(0, 1), ...sentences, ...ranked])];
}
/**
 * What the citations that are shown state, in their order, where two of them at least say otherwise than each other: each
 * one's first words, also of those that could agree with another.
 */
export function claimsOf(citations, { sides, beside }) {
    const shown = citations.flatMap((citation, place) => {
        const told = beside.find(({ one, report }) => report.article.id === citation.articleId && one.sentence.start === citation.start);
        return told ? [{ place, told }] : [];
    });
    if (shown.filter(({ told }) => sides.includes(told)).length < 2)
        return [];
    return shown.map(({ place, told: { one, report, statements } }) => {
        const [start, end] = [one.sentence.start + statements[0].start, one.sentence.start + statements[0].end];
        return { citation: place, start, end, words: report.article.text.slice(start, end) };
    });
}
