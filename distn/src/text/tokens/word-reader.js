import { APOSTROPHES, INVISIBLE } from './fold.js';
import { HASH, hashed, WordForms } from './word-forms.js';
const LETTERS = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`;
/**
 * U.S. | 1,234.5 | Ma'asaran | the % of 62%. Each repeat is bounded or can match in one way only, so that no text takes more than
 * linear time.
 */
export const WORD = new RegExp([
    `(?:\\p{Lu}\\.){1,8}\\p{Lu}(?!${LETTERS})\\.?`,
    `\\d{1,20}(?:[.,]\\d{1,20}){1,8}(?!${LETTERS})`,
    `[\\p{L}\\p{N}]${LETTERS}*(?:[${APOSTROPHES}]${LETTERS}+)*`,
    '(?<=\\d ?)%',
].join('|'), 'gu');
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LOWER = /\p{Ll}/u;
/** Reads words into arrays that the next text uses again: no object for each of millions of words. */
export class WordReader {
    /** The words of the last text: forms and starts, in the first `count` places. */
    forms = [];
    starts = [];
    count = 0;
    text = '';
    known;
    constructor(language) {
        this.known = new WordForms(language);
    }
    /** Reads the words of a text into `forms`, `starts` and `count`. */
    read(text) {
        this.text = text;
        this.count = 0;
        // Where several words are all in capitals, these say nothing.
        const cased = LOWER.test(text) || isOneWord(text);
        for (let at = this.readPlain(0, cased); at < text.length; at = this.readPlain(at, cased)) {
            WORD.lastIndex = at;
            const match = WORD.exec(text);
            if (!match)
                break;
            at = match.index + match[0].length;
            if (UNSPACED.test(match[0])) {
                for (const { start, end } of unspacedWords(match[0], match.index))
                    this.readSpan(start, end, false);
            }
            else {
                this.readSpan(match.index, at, cased);
            }
            if (this.count > 0 && this.forms[this.count - 1].folded === '')
                this.count -= 1;
        }
        // A long text is not kept alive.
        this.text = '';
    }
    /**
     * Reads words of ASCII letters and digits alone, which `WORD` would find as well, only slower. Returns where something
     * else stands, or may: a letter that isn't ASCII, an apostrophe, a point inside a number.
     */
    readPlain(from, cased) {
        const { text } = this;
        const { length } = text;
        for (let at = from; at < length; at++) {
            const start = at;
            let kind = kindOf(text.charCodeAt(at));
            if (kind === OTHER)
                return at;
            if (kind === BETWEEN)
                continue;
            let hash = HASH;
            for (; kind > OTHER; kind = at < length ? kindOf(text.charCodeAt(at)) : BETWEEN)
                hash = hashed(hash, text.charCodeAt(at++));
            if (kind === OTHER || goesOn(text, start, at))
                return start;
            this.add(start, this.known.of(text, start, at, hash), cased);
        }
        return length;
    }
    readSpan(start, end, cased) {
        let hash = HASH;
        for (let i = start; i < end; i++)
            hash = hashed(hash, this.text.charCodeAt(i));
        this.add(start, this.known.of(this.text, start, end, hash), cased);
    }
    add(start, form, cased) {
        this.starts[this.count] = start + form.elided;
        const isName = form.name !== undefined && (cased || form.dotted) && !(form.inside && this.opensSentence(start));
        const inFull = form.full !== undefined && this.isAbbreviated(start + form.length);
        this.forms[this.count++] = isName ? form.name : inFull ? form.full : form;
    }
    /** Whether a point or a number stands behind a word, or a number before it. */
    isAbbreviated(end) {
        if (this.text.charCodeAt(end) === POINT)
            return true;
        const after = this.text.charCodeAt(end) === BLANK ? this.text.charCodeAt(end + 1) : BLANK;
        return isDigit(after) || isDigit(this.forms[this.count - 1]?.folded.charCodeAt(0) ?? BLANK);
    }
    /** Whether what stands before a word ends a sentence, or nothing does; a word alone opens none. */
    opensSentence(start) {
        let at = start - 1;
        while (at >= 0 && this.text.charCodeAt(at) === BLANK)
            at -= 1;
        if (at < 0)
            return !isOneWord(this.text);
        return !CONTINUES.test(this.text[at]);
    }
}
/** What a sentence goes on behind. */
const CONTINUES = /[\p{L}\p{N},;)’'-]/u;
function isOneWord(text) {
    WORD.lastIndex = 0;
    return !WORD.test(text) || !WORD.test(text);
}
const BETWEEN = 0;
const OTHER = 1;
const DIGIT = 2;
const LETTER = 3;
const CAPITAL = 4;
/** By character code; beyond it the dashes, quotation marks and points of typesetters, which are no apostrophes. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    if (character === '%')
        return OTHER;
    if (/[0-9]/.test(character))
        return DIGIT;
    if (/[a-z]/.test(character))
        return LETTER;
    return /[A-Z]/.test(character) ? CAPITAL : BETWEEN;
});
function kindOf(code) {
    if (code < 128)
        return KINDS[code];
    return (code >= 0x2010 && code <= 0x2017) || (code >= 0x201c && code <= 0x2027) ? BETWEEN : OTHER;
}
function isDigit(code) {
    return kindOf(code) === DIGIT;
}
/** Whether a word may go on behind `text.slice(start, end)`, at something that is neither letter nor digit. */
function goesOn(text, start, end) {
    const mark = text.charCodeAt(end);
    if (mark === BLANK)
        return false;
    if (mark === APOSTROPHE || mark === GRAVE)
        return kindOf(text.charCodeAt(end + 1)) !== BETWEEN;
    if (mark !== POINT && mark !== COMMA)
        return false;
    const first = kindOf(text.charCodeAt(start));
    if (first === DIGIT)
        return kindOf(text.charCodeAt(end + 1)) === DIGIT;
    return first === CAPITAL && end === start + 1;
}
const BLANK = 0x20;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const POINT = 0x2e;
const GRAVE = 0x60;
let segmenter;
/** UTF-16 units given to Intl.Segmenter at a time: in Node 20 a run of 1 MB takes it eight minutes. */
const WINDOW_LENGTH = 4096;
function* unspacedWords(raw, offset) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
    for (let from = 0; from < raw.length;) {
        const parts = [...segmenter.segment(raw.slice(from, from + WINDOW_LENGTH))];
        // The window may have cut its last word: that one is read again with the next window.
        if (from + WINDOW_LENGTH < raw.length && parts.length > 1)
            parts.pop();
        for (const { index, segment } of parts) {
            const start = offset + from + index;
            yield { start, end: start + segment.length };
        }
        const last = parts.at(-1);
        from += last.index + last.segment.length;
    }
}
