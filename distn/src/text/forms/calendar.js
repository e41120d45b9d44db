/** A folded abbreviation of a month or day that is no other word, in full: "sept" -> september; `undefined` for any other word. */
export function calendarWordOf(folded) {
    return SURE.get(folded);
}
/** The same of those that are words or names as well (Mar del Plata, he sat): only where a point or a number stands beside them. */
export function calendarWordBeside(folded) {
    return AMBIGUOUS.get(folded);
}
/** The abbreviations of CLDR's English calendar and of the AP Stylebook. */
const SURE = pairs(`feb february|apr april|aug august|sep september|sept september|oct october|nov november|dec december|
  tue tuesday|tues tuesday|thu thursday|thur thursday|thurs thursday|fri friday`);
const AMBIGUOUS = pairs('jan january|mar march|jun june|jul july|mon monday|wed wednesday|sat saturday|sun sunday');
function pairs(list) {
    return new Map(list.split('|').map((pair) => pair.trim().split(' ')));
}
