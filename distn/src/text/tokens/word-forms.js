import { calendarWordBeside, calendarWordOf } from '../forms/calendar.js';
import { fold } from './fold.js';
import { MAX_TERM_LENGTH, stem } from './stem.js';
import { STOP_WORDS } from './stop-words.js';
const POSSESSIVE = /['’ʼ`´]s$/i;
/** 1990's: a decade as other texts write without an apostrophe. */
const DECADE = /^\d?\d?\d0['’ʼ`´]s$/;
const CAPITAL = /^[\p{Lm}\p{M}]*[\p{Lu}\p{Lt}]/u;
const INITIALS = /^(?:\p{Lu}\.?){2,5}$/u;
const CACHE_SLOTS = 1 << 16;
/** The hash of no units; `hashed` adds a unit. */
export const HASH = 0x811c9dc5;
/** Adds a UTF-16 unit to a hash: FNV-1a (Fowler, Noll and Vo) over units instead of bytes. */
export function hashed(hash, unit) {
    return Math.imul(hash ^ unit, 0x01000193);
}
/**
 * A cache of word forms in a language (default: English), with one slot for each hash; a new form evicts the one in its
 * slot. So memory is bounded (words come from strangers), and a known word costs neither a string nor a regex.
 */
export class WordForms {
    forms = new Array(CACHE_SLOTS).fill(undefined);
    language;
    constructor(language) {
        this.language = language;
    }
    /** The form of the word `text.slice(start, end)`; `hash` is that of its units. */
    of(text, start, end, hash) {
        const place = (hash ^ (hash >>> 15)) & (CACHE_SLOTS - 1);
        const known = this.forms[place];
        if (known !== undefined && isAt(known.raw, text, start, end))
            return known;
        const form = newForm(ownString(text, start, end), this.language);
        if (form.raw.length <= MAX_TERM_LENGTH)
            this.forms[place] = form;
        return form;
    }
}
function isAt(raw, text, start, end) {
    const { length } = raw;
    if (length !== end - start)
        return false;
    for (let i = 0; i < length; i++)
        if (raw.charCodeAt(i) !== text.charCodeAt(start + i))
            return false;
    return true;
}
/** A string of its own: V8's slices of 13 units and more keep the whole text alive. */
function ownString(text, start, end) {
    const slice = text.slice(start, end);
    if (slice.length < 13 || slice.length > MAX_TERM_LENGTH)
        return slice;
    const units = [];
    for (let i = start; i < end; i++)
        units.push(text.charCodeAt(i));
    return String.fromCharCode(...units);
}
function newForm(raw, language) {
    const elided = language?.elision?.exec(raw)?.[0].length ?? 0;
    const own = raw.slice(elided);
    const possessive = own.length > 3 && POSSESSIVE.test(own) && !DECADE.test(own) ? 2 : 0;
    const shown = possessive ? own.slice(0, -possessive) : own;
    const capital = CAPITAL.test(shown);
    const inInitials = INITIALS.test(shown);
    const dotted = shown.includes('.');
    const written = fold(dotted && inInitials ? shown.replaceAll('.', '') : shown.replaceAll(',', ''));
    // In full, so that what compares words by their letters agrees as well.
    const folded = (language === undefined && capital && calendarWordOf(written)) || written;
    const stop = (language?.functionWords ?? STOP_WORDS).has(folded);
    const { length } = shown;
    const form = {
        raw,
        elided,
        length,
        folded,
        term: (language?.stem ?? stem)(folded),
        capital,
        stop,
        name: undefined,
        inside: false,
        full: undefined,
        dotted,
    };
    if (stop && inInitials)
        return { ...form, name: { ...form, term: [...folded].join('.'), stop: false } };
    const day = capital && language === undefined ? calendarWordBeside(folded) : undefined;
    if (day !== undefined)
        return { ...form, full: { ...form, folded: day, term: stem(day) } };
    const inside = stop && capital && language === undefined && NAMES_TOO.has(folded);
    return inside ? { ...form, inside, name: { ...form, stop: false } } : form;
}
/** Function words of English that are a month or given names as well: Theresa May, Will Smith, Can Dündar. */
const NAMES_TOO = new Set(['may', 'will', 'can']);
