import { dateSpans } from './dates.js';
import { statedDay } from './days.js';
import { isDoubtful } from './doubts.js';
import { resolveDate } from './resolve-dates.js';
/**
 * Reads the relative dates in a span of an article ("Monday"), counted from the day that the article states. Empty where
 * it states none.
 */
export function dateReadings(text, within, published) {
    if (statedDay(published) === undefined)
        return [];
    const sentence = text.slice(within.start, within.end);
    return dateSpans(sentence).flatMap((span) => {
        if (resolveDate(sentence.slice(span.start, span.end), undefined))
            return [];
        const days = readDate(sentence, span, published);
        return days
            ? [{ start: within.start + span.start, end: within.start + span.end, from: days.from, to: days.to }]
            : [];
    });
}
/** As `resolveDate`, but `undefined` where the words around the expression make its reading doubtful. */
export function readDate(sentence, span, published) {
    const expression = sentence.slice(span.start, span.end);
    const days = resolveDate(expression, published);
    const alone = resolveDate(expression, undefined);
    const day = statedDay(published);
    if (!days || alone || day === undefined)
        return alone;
    const before = sentence.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start);
    const after = sentence.slice(span.end, span.end + CONTEXT_LENGTH);
    return isDoubtful({ expression, before, after, day }) ? undefined : days;
}
/** UTF-16 units before and after an expression that may change its reading; few sentences are longer to either side. */
const CONTEXT_LENGTH = 240;
