import { areaUnderCurve } from './logistic.js';
/** The figures of a whole set of questions. */
export function measuresOf(outcomes) {
    return {
        ...sharesOf(outcomes),
        byKind: Object.fromEntries(QUESTION_WORDS.map((word) => [word, outcomes.filter((outcome) => outcome.word === word)])
            .filter(([, those]) => those.length > 0)
            .map(([word, those]) => [word, sharesOf(those)])),
        auc: aucOf(outcomes),
        ms: percentilesOf(outcomes.map(({ ms }) => ms)),
        searchMs: percentilesOf(outcomes.map(({ searchMs }) => searchMs)),
    };
}
function aucOf(outcomes) {
    const confidences = (of) => outcomes.filter(of).map(({ confidence }) => confidence);
    const right = confidences(({ answerable, rank }) => answerable && rank === 1);
    const over = (others) => right.length === 0 || others.length === 0 ? null : rounded(areaUnderCurve(right, others));
    return {
        wrong: over(confidences(({ answerable, rank }) => answerable && rank !== 1)),
        unanswerable: over(confidences(({ answerable }) => !answerable)),
    };
}
/** Ten bands of confidence; one without a question is left out. */
export function calibrationOf(outcomes) {
    return Array.from({ length: 10 }, (_, band) => {
        const those = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
        const mean = (of) => meanOf(those.map(of)) ?? 0;
        return {
            from: band / 10,
            questions: those.length,
            said: mean(({ confidence }) => confidence),
            right: mean(({ answerable, rank }) => Number(answerable && rank === 1)),
        };
    }).filter(({ questions }) => questions > 0);
}
export const QUESTION_WORDS = ['who', 'what', 'where', 'when', 'why', 'how', 'how many', 'which', 'other'];
/** The first question word: "In what year …" is a what. */
export function questionWord(question) {
    const first = /\b(how many|who|what|where|when|why|how|which)(?:m|se)?\b/i.exec(question)?.[1];
    return first?.toLowerCase() ?? 'other';
}
function sharesOf(outcomes) {
    const answerable = outcomes.filter((outcome) => outcome.answerable);
    const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
    const within = (place) => meanOf(answerable.map(({ rank }) => (rank !== undefined && rank <= place ? 1 : 0)));
    return {
        questions: outcomes.length,
        answerable: answerable.length,
        p1: within(1),
        hit3: within(3),
        hit5: within(5),
        mrr10: meanOf(answerable.map(({ rank }) => (rank !== undefined && rank <= 10 ? 1 / rank : 0))),
        refusedAnswerable: meanOf(answerable.map(({ refused }) => Number(refused))),
        refusedRight: meanOf(answerable.filter(({ rank }) => rank === 1).map(({ refused }) => Number(refused))),
        refusedUnanswerable: meanOf(unanswerable.map(({ refused }) => Number(refused))),
        silentUnanswerable: meanOf(unanswerable.map(({ silent }) => Number(silent))),
        ...shownOf(answerable, unanswerable),
    };
}
/** What people see of the answers. */
function shownOf(answerable, unanswerable) {
    const share = (those, of) => meanOf(those.map((one) => Number(of(one))));
    const rightShown = ({ refused, rank }) => !refused && rank === 1;
    const isUnsure = ({ refused, silent }) => refused && !silent;
    const shown = [...answerable, ...unanswerable].filter(({ refused }) => !refused);
    return {
        rightAndShown: share(answerable, rightShown),
        wrongAndShown: share(answerable, ({ refused, rank }) => !refused && rank !== 1),
        unsure: share(answerable, isUnsure),
        silent: share(answerable, ({ silent }) => silent),
        shownPrecision: share(shown, (one) => one.answerable && rightShown(one)),
        unsureRight: share(answerable.filter(isUnsure), ({ rank = Number.POSITIVE_INFINITY }) => rank <= SHOWN),
    };
}
/** Sentences that an unsure answer shows. */
const SHOWN = 3;
function meanOf(values) {
    return values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}
function percentilesOf(times) {
    const sorted = [...times].sort((a, b) => a - b);
    return { p50: percentileOf(sorted, 50), p95: percentileOf(sorted, 95), p99: percentileOf(sorted, 99) };
}
/** Nearest rank: a time that a question really took. */
function percentileOf(sorted, percent) {
    const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
    return value === undefined ? null : rounded(value);
}
/** Four places: one question of ten thousand. */
function rounded(value) {
    return Math.round(value * 10_000) / 10_000;
}
