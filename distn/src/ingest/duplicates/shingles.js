import { APOSTROPHES, INVISIBLE } from '../../text/tokens/fold.js';
/** Runs of two words are shared by many texts, runs of four by few that were edited. */
export const WORDS_IN_RUN = 3;
/**
 * Hashes the runs of words (shingles) of a text, ignoring case, accents, apostrophes and whatever stands between words. No
 * string is made for a word: a megabyte takes 20 ms. In scripts without spaces each character is a word.
 */
export function readRuns(text) {
    const plain = text.toLowerCase().normalize('NFKD');
    const hashes = [];
    const figures = [];
    let hash = FNV_BASIS;
    let [inWord, hasDigit] = [false, false];
    const end = () => {
        if (!inWord)
            return;
        hashes.push(hash);
        if (hasDigit)
            figures.push(hash >>> 0);
        hash = FNV_BASIS;
        inWord = hasDigit = false;
    };
    for (let at = 0; at < plain.length; at++) {
        const unit = plain.charCodeAt(at);
        const kind = kindOf(unit);
        if (kind === NOTHING)
            continue;
        if (kind === BETWEEN || kind === ALONE)
            end();
        if (kind === BETWEEN)
            continue;
        hash = Math.imul(hash ^ unit, FNV_PRIME);
        inWord = true;
        if (kind === DIGIT)
            hasDigit = true;
        if (kind === ALONE)
            end();
    }
    end();
    return { words: hashes.length, runs: runsOf(hashes), figures };
}
function runsOf(hashes) {
    const runs = new Uint32Array(hashes.length === 0 ? 0 : Math.max(1, hashes.length - WORDS_IN_RUN + 1));
    for (let i = 0; i < runs.length; i++) {
        let run = hashes[i];
        for (let j = i + 1; j < i + WORDS_IN_RUN && j < hashes.length; j++)
            run = mixed(run, hashes[j]);
        runs[i] = run;
    }
    return runs;
}
/** Hashes a string to 32 bits: FNV-1a over UTF-16 units. */
export function hashOf(text) {
    let hash = FNV_BASIS;
    for (let i = 0; i < text.length; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    return hash >>> 0;
}
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Mixes two 32-bit numbers into one, by the last steps of MurmurHash3: every bit of both counts. */
export function mixed(a, b) {
    let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b + 0x9e3779b9, 0x1b873593) ^ (a >>> 15);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}
const [UNKNOWN, NOTHING, BETWEEN, LETTER, DIGIT, ALONE] = [0, 1, 2, 3, 4, 5];
/** What each UTF-16 unit is, as it was met. */
const KINDS = new Uint8Array(0x10000);
const NO_PART = new RegExp(`[${APOSTROPHES}${INVISIBLE}\\p{M}\\u0640]`, 'u');
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
function kindOf(unit) {
    const known = KINDS[unit];
    if (known !== UNKNOWN)
        return known;
    const kind = findKind(String.fromCharCode(unit));
    KINDS[unit] = kind;
    return kind;
}
/** Halves of characters beyond the first 65,536 are letters: emoji, and the letters of few living scripts. */
function findKind(unit) {
    if (NO_PART.test(unit))
        return NOTHING;
    if (/\p{N}/u.test(unit))
        return DIGIT;
    if (UNSPACED.test(unit))
        return ALONE;
    return /[\p{L}\p{Cs}]/u.test(unit) ? LETTER : BETWEEN;
}
