import { answerSpans } from '../ranking/answer-spans.js';
import { readDate } from '../text/dates/date-readings.js';
import { areDisjoint, daysBetween, statedDay } from '../text/dates/days.js';
import { tollsIn } from '../text/numbers/tolls.js';
import { stem } from '../text/tokens/words.js';
import { asksForToll, isSaidByToll, mustBeHeld } from './statements.js';
/** In days between publication: tolls are corrected for about a week; farther apart there has been another attack. */
const CLOSE = 7;
/** Shared words to all words (Jaccard), without numbers, dates and the question's own: one agency's copy, rewritten. */
const ALIKE = 0.7;
/**
 * Whether two sentences of different articles that hold what was asked speak of the same event: rather too seldom than
 * wrongly. Nothing says that they don't; and they are of one day, of one name and in one word alike, or alike as copies
 * are. For "when" the day itself is in question: only copies count.
 */
export function areOfOneEvent(a, b, query) {
    if (a.evidence.sentence.document === b.evidence.sentence.document)
        return false;
    if (areOfTwoEvents(a, b, query))
        return false;
    if (query.question.expects === 'date')
        return alike(a, b, query) >= ALIKE && !isSameWording(a, b);
    const [days, others] = [daysOf(a), daysOf(b)];
    if (days.length === 0 || others.length === 0 || areOfOnePublisher(a, b)) {
        return alike(a, b, query) >= ALIKE;
    }
    const ofOneDay = new Set([...days, ...others]).size === 1;
    return ofOneDay && query.concepts.some(({ name }) => name) && shareWord(a, b, query);
}
/** Whether something says that two sentences speak of two events: when, where or what was hit. */
export function areOfTwoEvents(a, b, query) {
    if (areFar(a, b) || (placesLacking(a, b) && placesLacking(b, a)) || areOfTwoSites(a, b, query))
        return true;
    return query.question.expects !== 'date' && areOfTwoTimes(a, b);
}
/**
 * Whether a sentence holds what was asked: every name, what was done, and half of what else the question says ("in the
 * suicide attack on a wedding": one source says "attack", another one "bombing"). "Left 20 dead" says "killed".
 */
export function holdsAsked({ inSentence, analysis }, query) {
    const { concepts, question } = query;
    const isTold = asksForToll(query) && tollsIn(analysis.text, analysis.numbers, analysis.dates).length > 0;
    const isHeld = (i) => inSentence[i] || (isTold && isSaidByToll(concepts[i]));
    const must = concepts.flatMap((concept, i) => (mustBeHeld(concept, question) ? [i] : []));
    const done = must.find((i) => !concepts[i].name);
    const [firm, others] = [must.filter(isFirm), must.filter((i) => !isFirm(i))];
    function isFirm(i) {
        return concepts[i].name || i === done || question.expects === 'date';
    }
    return firm.every(isHeld) && others.filter(isHeld).length * 2 >= others.length;
}
/** Two tolls of one day by one paper are as often of two events. */
function areOfOnePublisher({ article: a }, { article: b }) {
    return a.publisher !== undefined && a.publisher === b.publisher;
}
function areFar(a, b) {
    const [day, other] = [statedDay(a.article.published), statedDay(b.article.published)];
    return day !== undefined && other !== undefined && Math.abs(daysBetween(day, other)) > CLOSE;
}
/** Whether the first names a place that the other one doesn't speak of. */
function placesLacking({ evidence: { analysis } }, { evidence: other }) {
    return answerSpans('place', analysis, new Set()).some(({ start, end }) => analysis.words.every((word) => word.stop || word.start < start || word.end > end || !other.analysis.positions.has(word.term)));
}
function daysOf(report) {
    return datesOf(report).flatMap(({ days }) => (days && days.from === days.to ? [days.from] : []));
}
/** Expressions of time as they are written, with their days where they can be read. */
function datesOf({ evidence: { analysis }, article: { published } }) {
    return analysis.dates.map((span) => ({
        words: analysis.text.slice(span.start, span.end).toLowerCase(),
        days: readDate(analysis.text, span, published),
    }));
}
/**
 * "On Sunday" and "in January", where that Sunday is none of January; "in the morning" and "at night". An expression
 * that can't be read ("last Sunday") beside one that can is taken for another time.
 */
function areOfTwoTimes(a, b) {
    const [dates, others] = [datesOf(a), datesOf(b)];
    const [days, otherDays] = [dates, others].map((list) => list.flatMap((one) => one.days ?? []));
    if (days.length > 0 && otherDays.length > 0) {
        if (days.every((one) => otherDays.every((other) => areDisjoint(one, other))))
            return true;
    }
    else if (days.length + otherDays.length > 0) {
        const unread = days.length === 0 ? dates : others;
        if (unread.some(({ words }) => !TIME_OF_DAY.test(words)))
            return true;
    }
    const [part, other] = [a, b].map(({ evidence }) => evidence.analysis.text.match(PART_OF_DAY)?.[0].toLowerCase());
    return part !== undefined && other !== undefined && part !== other;
}
const TIME_OF_DAY = /\d ?(?:am|pm|[ap]\.m\.)$|^(?:midnight|noon)$/;
const PART_OF_DAY = /\b(?:morning|afternoon|evening|night)\b/i;
/** "In an air strike on a hospital in Sarmin", "in an air strike on Sarmin": what was hit is not the same, or not said. */
function areOfTwoSites(a, b, { terms }) {
    const [sites, others] = [a, b].map(({ evidence: { analysis } }) => analysis.words.flatMap(({ folded, term }) => (SITES.has(term) && !terms.has(term) ? [folded] : [])));
    return sites.length + others.length > 0 && !sites.some((site) => others.includes(site));
}
/** Kinds of building and place that are struck, of the place nouns by which names are typed (`kinds-of-nouns.ts`). */
const SITES = new Set(`hospital market marketplace school mosque church cathedral temple hotel restaurant museum theatre theater prison
  camp bakery station stadium airport airfield airbase base checkpoint university library refinery hostel factory
  wedding funeral bus convoy clinic bridge port`
    .split(/\s+/)
    .map(stem));
/** "On Tuesday" in both, of two weeks: more often an article with the wrong date than two sources that differ. */
function isSameWording(a, b) {
    const [words, others] = [a, b].map(({ evidence: { analysis, answers } }) => answers.map(({ start, end }) => analysis.text.slice(start, end).toLowerCase()));
    return words.some((one) => others.includes(one));
}
function alike(a, b, query) {
    const [terms, others] = [termsOf(a, query), termsOf(b, query)];
    const shared = [...terms].filter((term) => others.has(term)).length;
    return shared / Math.max(1, terms.size + others.size - shared);
}
/** A word of what happened, beside those of the question; names are shared by the reports of one agency. */
function shareWord(a, b, query) {
    const others = termsOf(b, query);
    const plain = a.evidence.analysis.words.filter((word) => !word.capital && !REPORTING.has(word.folded));
    const terms = termsOf(a, query);
    return plain.some(({ term }) => terms.has(term) && others.has(term));
}
/** In every report, and around every count. */
const REPORTING = new Set(`said says told reported reporting added according monitor monitoring group state media news agency official officials
  source sources statement people killed city town village province least more most many several updated`.split(/\s+/));
/** The terms of a sentence but for those of the question, numbers and dates. */
function termsOf({ evidence: { analysis } }, { terms }) {
    const spans = [...analysis.dates, ...analysis.numbers];
    const inside = (start, end) => spans.some((span) => span.start <= start && end <= span.end);
    return new Set(analysis.words.flatMap(({ stop, term, start, end }) => stop || terms.has(term) || inside(start, end) ? [] : [term]));
}
