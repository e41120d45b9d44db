/** `1.) `, `(a) `, `iv) `, `• `: capital letters before a full stop are initials and left alone. */
const MARKER = /(?<=^|\s)(?:(\(?)(?:(\d{1,2})|([a-z])|([A-Z])(?!\.))(\.\)|\)|\.)|([•‣⁃▪●◦]))(?=\s|[\d\p{Lu}])/gu;
/**
 * Finds the ends of list items that run on in one paragraph: `1) Flour 2) Water`. A list starts where a sentence does and
 * counts up by one, so that `sins: a) theft` and `page 2. The` don't match.
 */
export function findListItems(text) {
    const ends = [];
    const last = new Map();
    for (const match of text.matchAll(MARKER)) {
        const marker = markerOf(text, match);
        const previous = last.get(marker.form);
        if (previous && (marker.place === previous.place + 1 || marker.place === 0)) {
            if (previous.opens)
                ends.push(previous.start);
            ends.push(marker.start);
            last.set(marker.form, { ...marker, opens: false });
        }
        else if (startsSentence(text, marker.start)) {
            last.set(marker.form, marker);
        }
    }
    return ends;
}
function markerOf(text, match) {
    const [, bracket = '', digits, small, capital, closer = '', bullet] = match;
    const start = match.index;
    if (bullet !== undefined)
        return { start, form: bullet, place: 0, opens: true };
    const letter = small ?? capital ?? '';
    const kind = digits !== undefined ? '1' : small !== undefined ? 'a' : 'A';
    const place = digits !== undefined ? Number(digits) : letter.charCodeAt(0);
    return { start, form: bracket + kind + closer, place, opens: startsSentence(text, start) };
}
function startsSentence(text, at) {
    return /(?:^|[.!?]["”’)]?)\s*$/.test(text.slice(Math.max(0, at - 4), at));
}
