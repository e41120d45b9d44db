/** Groups of three parted by a space, a no-break one, a thin one or a narrow no-break one: 12 000. */
const GROUPED = '[1-9]\\d{0,2}(?:[ \\u00a0\\u2009\\u202f]\\d{3}){1,5}(?!\\d)';
const MONTH = 'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
/** "On May 12 300 people …" is no 12 300. */
const AFTER_MONTH = `(?<!\\b(?:${MONTH}) )`;
const SIGN = '(?:[$€£¥]|US\\$|Rs\\.? ?)?';
const DIGITS = `${SIGN}(?:${AFTER_MONTH}${GROUPED}|\\d{1,20})(?:[.,]\\d{1,20}){0,8}`;
const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SMALL = `(?:${TENS})(?:[ -](?:${UNITS}))?|${TEENS}|${UNITS}`;
const MULTIPLES = 'dozen|hundred|thousand|lakh|million|crore|billion|trillion';
const LARGE = `(?:${MULTIPLES})s?|half|twice|third|quarter|percent|per cent`;
/** Written onto their figure: £1.5bn, 70km. */
const UNIT = 'bn|tn|mn|[mk]|km|cm|mm|kg|kph|mph';
const FIGURE = `(?<![\\p{L}\\p{N}])${DIGITS}(?:st|nd|rd|th|${UNIT})?(?![\\p{L}\\p{N}]|[.,]\\d)`;
/** "A dozen", "half a million", "half million". */
const PART = `(?:half(?:[ -]an?)?|an?)[ -](?:${MULTIPLES})`;
/** "Million", "and a half", and behind hundreds and thousands what they are more: "and twenty-seven". */
const TAIL = `(?: and a half(?:[ -](?:${LARGE}))?|[ -](?:${LARGE}))\\b|(?<=hundred|thousand)(?: and)?[ -](?:${SMALL})\\b`;
const NUMBER = new RegExp(`(?:${FIGURE}|\\b(?:${SMALL})\\b|\\b(?:${PART})\\b|\\b(?:${LARGE})\\b)(?:${TAIL}){0,5}%?`, 'giu');
/**
 * Finds quantities in `text`, in order: 12, 1,234.5, 12 000, $3 million, twenty-one, two hundred and five, half a million,
 * dozens, 40%. Spans are plus `offset`.
 */
export function numberSpans(text, offset = 0) {
    return [...text.matchAll(NUMBER)].map((m) => ({
        start: offset + m.index,
        end: offset + m.index + m[0].length,
    }));
}
