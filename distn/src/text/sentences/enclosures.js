/**
 * In UTF-16 units: a longer quotation of several sentences is split. On GUM's Wikinews the
 * F1 of boundaries is .983 with 120, .984 with 160 and 200, .981 with 300 and .980 with 600: annotators keep a short
 * quotation together and cut a speech.
 */
const MAX_QUOTATION_LENGTH = 200;
/** In UTF-16 units. Asides in brackets are longer than quotations and seldom end by mistake: their marks differ. */
const MAX_ASIDE_LENGTH = 500;
/** Deeper nesting is noise, and the bound keeps the scan linear. */
const MAX_OPEN_MARKS = 4;
const CLOSERS = {
    '(': ')',
    '[': ']',
    '“': '”',
    '«': '»',
    '「': '」',
    '„': '“',
};
const CLOSING = new Set([...Object.values(CLOSERS), '«']);
/** `علی) ع (به`: old Persian texts have their brackets the wrong way round. */
const MIRRORED = /^[^()]*\p{Script=Arabic}\)[^()]*\(/u;
/**
 * Finds pairs of quotation marks and brackets, by opening mark. An unclosed mark makes no pair: it never swallows the
 * rest.
 */
export function findEnclosures(text) {
    const found = [];
    const open = [];
    const isMirrored = MIRRORED.test(text);
    for (const { index: at, 0: mark } of text.matchAll(/["'`‘’“”„«»「」()[\]]/g)) {
        if (isMirrored && (mark === '(' || mark === ')'))
            continue;
        const closes = closerAt(text, at, mark, open);
        if (closes !== undefined) {
            const opened = takeOpened(open, closes);
            if (opened && at - opened.at <= longest(closes))
                found.push({ open: opened.at, close: at });
        }
        else {
            const closer = openerAt(text, at, mark);
            if (closer === undefined)
                continue;
            if (open.length === MAX_OPEN_MARKS)
                open.shift();
            open.push({ at, closer });
        }
    }
    return found.sort((a, b) => a.open - b.open);
}
/** The closer that this mark is, where it closes something that is open. */
function closerAt(text, at, mark, open) {
    const closer = mark === '’' ? "'" : mark;
    if (!open.some((one) => one.closer === closer))
        return undefined;
    if (closer === "'")
        return closesSingle(text, at) ? closer : undefined;
    if (closer === '"')
        return opens(text, at) ? undefined : closer;
    return CLOSING.has(closer) ? closer : undefined;
}
/** The closer that this mark asks for, where it opens something. */
function openerAt(text, at, mark) {
    if (mark === '"')
        return opens(text, at) ? '"' : undefined;
    // »so«, as German books have it.
    if (mark === '»')
        return opens(text, at) ? '«' : undefined;
    if (mark === "'" || mark === '‘' || mark === '`')
        return opens(text, at) ? "'" : undefined;
    return CLOSERS[mark];
}
/** Takes the last mark that `closer` closes off the stack, with the marks inside it that were never closed. */
function takeOpened(open, closer) {
    const index = open.findLastIndex((one) => one.closer === closer);
    return index < 0 ? undefined : open.splice(index)[0];
}
function longest(closer) {
    return closer === ')' || closer === ']' ? MAX_ASIDE_LENGTH : MAX_QUOTATION_LENGTH;
}
/** A straight mark opens before a word and after white space, a dash or another opening mark. */
function opens(text, at) {
    return /^[\s([{“‘"'`—–-]?$/.test(text.charAt(at - 1)) && /[^\s.,;:!?)\]]/.test(text.charAt(at + 1));
}
/** An apostrophe closes only after punctuation or before it: "the fans' song" closes nothing. */
function closesSingle(text, at) {
    const after = text.charAt(at + 1);
    if (/[.,!?…]/.test(text.charAt(at - 1)))
        return !/[\p{L}\p{N}]/u.test(after);
    return /[.,;:!?)\]"”]/.test(after);
}
