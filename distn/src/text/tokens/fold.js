/**
 * Every mark that transliterations of Arabic, Hebrew, Ukrainian, Hawaiian … write for a stop of the breath, and the
 * quotation marks that stand in for them: ' ` ´ ‘ ’ ‛ ′ ʹ ʻ ʼ ʽ ʾ ʿ ˈ ˊ ˋ ՚ ׳ Ꞌ ꞌ ＇.
 */
export const APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈˊˋ՚׳Ꞌꞌ＇";
/** Invisible characters inside words: soft hyphen, zero-width space and joiners, word joiner. */
export const INVISIBLE = '\u00ad\u200b-\u200f\u2060\ufeff';
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');
const DROPPED = new RegExp(`[${APOSTROPHES}${INVISIBLE}\\p{M}\\u0621\\u0640]`, 'gu');
const PLAIN = /^[a-z0-9]*$/;
/** Letters that NFKD leaves whole. Arabic and Persian forms as in Lucene's ArabicNormalizer and PersianNormalizer. */
const LETTERS = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ə: 'e',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ک: 'ك',
    ە: 'ه',
    ґ: 'г',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
/**
 * The form under which two spellings of a word are one: lower case, without marks, apostrophes, ayn, hamza and
 * tatweel; alef, ya, kaf and ha in one form each, ґ as г, digits in ASCII. For comparing only, never for showing.
 */
export function fold(word) {
    const lower = word.toLowerCase();
    if (PLAIN.test(lower))
        return lower;
    return (lower
        .replace(APOSTROPHE, '') // first: NFKD makes a blank of ´
        .normalize('NFKD')
        .toLowerCase()
        // Letters of their own in Cyrillic; ё is е.
        .replace(/\u0438\u0306/g, 'й')
        .replace(/\u0456\u0308/g, 'ї')
        .replace(DROPPED, '')
        .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
        .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf)));
}
