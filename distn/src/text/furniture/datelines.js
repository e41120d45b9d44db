/** A year, and behind it what opens a sentence, or nothing: a rare mark, from which the rest is looked for backwards. */
const YEAR = / (?:19|20)\d\d(?= \p{Lu}|$)/gu;
/** In UTF-16 units: the longest dateline. */
const LONGEST = 60;
/** Agencies that date their reports, and labels of dates. */
const BEFORE_DATE = 'AFP|AP|REUTERS|Reuters|dpa|DPA|EFE|ANSA|TASS|Xinhua|SANA|Date of publication|Published(?: on)?|Posted(?: on)?|Last [Uu]pdated?(?: at| on)?:?|Updated(?: on)?:?';
const WEEKDAY = '(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?';
const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY_OF_MONTH = `\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}`;
const UP_TO_YEAR = new RegExp(`(?:\\b(?:${BEFORE_DATE}) (?:${WEEKDAY} )?|^${WEEKDAY} )(?:${DAY_OF_MONTH})$`, 'u');
/** Of a timeline the day belongs to what follows. */
const DAY_ALONE = new RegExp(`^(?:${DAY_OF_MONTH}) \\d{4}\\.?$`, 'u');
/**
 * Lines with the day of publication that were run into the text: "AFP
 * Friday 24 Oct 2014", "Published August 3 2015". An agency, a label or a weekday stands before
 * the day, and no comma behind it.
 */
export function datelinesIn(text) {
    if (DAY_ALONE.test(text))
        return [{ start: 0, end: text.length }];
    return Array.from(text.matchAll(YEAR)).flatMap(({ index, 0: { length } }) => {
        const from = Math.max(0, index - LONGEST);
        const dateline = UP_TO_YEAR.exec(text.slice(from, index));
        // Where it was cut off, the slice doesn't open the text.
        if (!dateline || (dateline.index === 0 && from > 0))
            return [];
        return [{ start: from + dateline.index, end: index + length }];
    });
}
