/** Whether `\s` matches this UTF-16 unit; faster than the regex in a loop over a text. */
export function isWhiteSpace(unit) {
    if (unit < 0x80)
        return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
    if (unit < 0x2000)
        return unit === 0xa0 || unit === 0x1680;
    return (unit <= 0x200a ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000 ||
        unit === 0xfeff);
}
/** Trims white space off both ends of a span; empty (`start === end`) where there is nothing else. */
export function trimmedSpan(text, start, end) {
    let from = start;
    let to = end;
    while (from < to && isWhiteSpace(text.charCodeAt(from)))
        from++;
    while (to > from && isWhiteSpace(text.charCodeAt(to - 1)))
        to--;
    return { start: from, end: to };
}
