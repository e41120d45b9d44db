/** A server that says "never" is asked again after a week. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;
/** When a `Retry-After` header (RFC 9110: seconds, or an HTTP date) lets us come back, in ms since 1970. */
export function retryAtOf(header, now) {
    if (header === undefined)
        return undefined;
    const typed = header.trim();
    const at = /^\d{1,10}$/u.test(typed) ? now + Number(typed) * 1000 : Date.parse(typed);
    return Number.isNaN(at) ? undefined : Math.min(Math.max(at, now), now + LONGEST_MS);
}
