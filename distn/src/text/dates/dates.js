const MONTH = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const UNIT = '(?:second|minute|hour|day|night|week|weekend|month|year|decade|century|season|spring|summer|autumn|fall|winter|morning|afternoon|evening|quarter)s?';
const COUNT = '(?:\\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple|many|some)';
/** Each form on its own; every repeat is bounded. Longer forms first, so that "5 May 2020" is one date. */
const DATE = new RegExp([
    `\\b\\d{4}-\\d{2}-\\d{2}\\b`,
    `\\b\\d{1,2}([/.])\\d{1,2}\\1(?:1[0-9]|20)\\d{2}\\b`,
    `\\b(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b(?: last year| this year)?`,
    `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})\\b(?:,? \\d{4}\\b)?`,
    `\\b(?:early |late |mid-)?(?:january|february|march|april|june|july|august|september|october|november|december)\\b(?:,? \\d{4}\\b)?(?: last year| this year)?`,
    `\\b(?:${MONTH})\\.? (?:1[0-9]|20)\\d{2}\\b`,
    `\\bin may\\b(?:,? \\d{4}\\b)?`,
    `\\b(?:early |late |mid-)?${DAY}s?\\b(?: (?:morning|afternoon|evening|night))?`,
    `\\b(?:last|next|this|past|previous|following|same|every|each|that|coming)(?: ${COUNT})? ${UNIT}\\b`,
    `\\b${COUNT} ${UNIT} (?:ago|earlier|later|before|after)\\b`,
    `\\b(?:early |late |mid-)?(?:1\\d|20)\\d0s\\b`,
    `\\b(?:spring|summer|autumn|fall|winter) of (?:1[0-9]|20)\\d{2}\\b`,
    `\\brecent (?:days|weeks|months|years|decades)\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th)(?: and \\d{1,2}(?:st|nd|rd|th))?[ -]centur(?:y|ies)\\b`,
    `\\b(?:the )?day before yesterday\\b`,
    `\\b(?:yesterday|today|tonight|tomorrow|midnight|noon|christmas|easter|ramadan|new year)\\b`,
    `\\b\\d{1,2}(?:[:.]\\d{2})? ?(?:am\\b|pm\\b|a\\.m\\.|p\\.m\\.)`,
    `\\b(?:1[0-9]|20)\\d{2}\\b(?! ?(?:people|men|women|soldiers|kilom|miles|meters|metres|km|tons|dollars))`,
    `\\b(?:[1-9]\\d{0,3}) (?:bc|ad|bce|ce)\\b|\\bad [1-9]\\d{0,3}\\b`,
].join('|'), 'gi');
/**
 * Finds expressions of time in `text`, in order: days, months, years, weekdays, centuries, "last year", "two days ago".
 * Spans are plus `offset`.
 */
export function dateSpans(text, offset = 0) {
    return [...text.matchAll(DATE)]
        .filter(([date]) => !A_WALK.test(date))
        .map((m) => ({ start: offset + m.index, end: offset + m.index + m[0].length }));
}
/** "the march to the palace": the month has a capital letter. */
const A_WALK = /^(?:(?:early|late) |mid-)?march$/;
