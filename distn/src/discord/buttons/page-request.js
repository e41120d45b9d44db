import { QUESTION_KINDS } from '../../model/query.js';
import { fingerprint } from '../../text/fingerprint.js';
import { unescapeMarkdown } from '../render/markdown.js';
/**
 * Returns what a button remembers of a request: where its text is in the message, and the rest, in at most 60 characters
 * with their separators. `undefined` where the message doesn't contain the text.
 */
export function partsOf(request, content) {
    const place = placeIn(content, request.text);
    if (place === undefined)
        return undefined;
    const { publisher, from = '', to = '' } = request.filter;
    return [
        request.kind,
        place,
        publisher === undefined ? '' : fingerprint(publisher, 6),
        from.replaceAll('-', ''),
        to.replaceAll('-', ''),
    ];
}
/** Reads a request back from its message; `undefined` where the message no longer contains it. */
export function readPageRequest(parts, content, publishers) {
    const [kind = '', place = '', publisherMark = '', from = '', to = ''] = parts;
    const text = readPlace(place, content);
    const publisher = publishers.find((name) => fingerprint(name, 6) === publisherMark);
    if (!isKind(kind) || text === undefined)
        return undefined;
    if (publisherMark !== '' && publisher === undefined)
        return undefined;
    const filter = {
        ...(publisher !== undefined && { publisher }),
        ...(from !== '' && { from: dashed(from) }),
        ...(to !== '' && { to: dashed(to) }),
    };
    return { kind, text, filter };
}
/** Returns where a text is in a message as people read it, with its fingerprint: 14 characters at most; `undefined` where it isn't. */
export function placeIn(content, text) {
    const at = readIn(content).indexOf(text);
    return at < 0 ? undefined : `${at.toString(36)}.${text.length.toString(36)}.${fingerprint(text, 6)}`;
}
/** Returns the text at a place; `undefined` where the message has another one there. */
export function readPlace(place, content) {
    const [at = '', length = '', mark] = place.split('.');
    const start = Number.parseInt(at, 36);
    const text = readIn(content).slice(start, start + Number.parseInt(length, 36));
    return fingerprint(text, 6) === mark ? text : undefined;
}
/** Without the marks that set a text apart: what is typed has none. */
function readIn(content) {
    return unescapeMarkdown(content).replace(/[\u2066-\u2069]/g, '');
}
function isKind(kind) {
    return kind === 'quote' || QUESTION_KINDS.includes(kind);
}
function dashed(day) {
    return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
}
