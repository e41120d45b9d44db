import { byCodeUnits } from '../../ingest/files/by-code-units.js';
import { fingerprint } from '../../text/fingerprint.js';
import { fold } from '../../text/tokens/fold.js';
/** What a button remembers an article by. */
export function markOf(id) {
    return fingerprint(id, 10);
}
/** Of a whole text: those with the same mark are the same. */
export function textMarkOf(text) {
    return fingerprint(text, 24);
}
/** What an article is found by while its title or id is typed. */
export function findableAs({ title, id }) {
    return fold(`${title} ${id}`);
}
/** The day that an article states, whatever the reader's time zone. */
export function dayOf(published) {
    return published?.slice(0, 10);
}
/** Whether an article is of the publisher of a filter; every one, where it has none. */
export function isByPublisher(own, { publisher }) {
    return publisher === undefined || fold(own ?? '') === fold(publisher);
}
/** Whether an article was published on the days of a filter; every one, where it has none. */
export function isWithin(published, { from, to }) {
    return (from === undefined && to === undefined) || isAmong(dayOf(published), { from, to });
}
/** Whether a day is known, and one of those. */
export function isAmong(day, { from = '', to = '9999' }) {
    return day !== undefined && from <= day && day <= to;
}
/** Most articles first, then by name. */
export function mostFirst(tally) {
    return [...tally].sort((a, b) => b.articles - a.articles || byCodeUnits(a.name, b.name));
}
