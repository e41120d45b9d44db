import { isAmong } from '../index/documents/metadata.js';
import { passesFilter } from '../index/documents/metadata-index.js';
import { readDate } from '../text/dates/date-readings.js';
import { dateSpans } from '../text/dates/dates.js';
/** Whether a filter asks for days. */
export function isDated({ from, to }) {
    return from !== undefined || to !== undefined;
}
/** Whether a filter lets everything through. */
export function isOpen(filter) {
    return filter.publisher === undefined && !isDated(filter);
}
/** Whether an article passes a filter; only its fields are looked at. */
export function passes({ publisher, published }, filter) {
    return passesFilter(publisher, published, filter);
}
/**
 * Whether a sentence counts. Days are those of publication; and what an article of another time, or of none, tells of these days
 * counts too ("In August 2013 …", written in 2017).
 */
export function accepts({ article }, sentence, filter) {
    if (passes(article, filter))
        return true;
    const isOther = isDated(filter) && passesFilter(article.publisher, article.published, { ...filter, days: 'outside' });
    return isOther && tellsOf(article, sentence, filter);
}
/** Whether some expression of time in a sentence means days that are all among those: "in 2017" is more than its May. */
function tellsOf({ text, published }, { start, end }, filter) {
    const sentence = text.slice(start, end);
    return dateSpans(sentence).some((span) => {
        const days = readDate(sentence, span, published);
        return isAmong(days?.from, filter) && isAmong(days?.to, filter);
    });
}
