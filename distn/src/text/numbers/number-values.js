/**
 * The value of a count as `numberSpans` finds it: 12, 1,200, 12 000, twenty-one, two hundred and five, half a million.
 * `undefined` for shares, money, ordinals, measures and plurals ("dozens"). A point before three digits parts thousands, as
 * in much of Europe, unless "million" or the like follows: nobody counts people in thousandths.
 */
export function numberValue(words) {
    const all = words
        .toLowerCase()
        .replace(SPACE_IN_FIGURE, '')
        .split(/[ -]/)
        .filter((word) => !/^(?:and|an?)$/.test(word));
    const isScaled = all.some((word) => LARGE[word] !== undefined);
    // Of the thousands so far, and what is being counted up below them.
    let sum = 0;
    let part;
    for (const word of all) {
        const large = LARGE[word];
        const small = large === undefined ? smallNumber(word, isScaled) : undefined;
        if (large !== undefined && large >= 1000)
            [sum, part] = [sum + (part ?? 1) * large, 0];
        else if (large !== undefined)
            part = (part ?? 1) * large;
        else if (small !== undefined)
            part = (part ?? 0) + small;
        else
            return undefined;
    }
    return part === undefined ? undefined : sum + part;
}
const SPACE_IN_FIGURE = /(?<=\d)[ \u00a0\u2009\u202f](?=\d)/g;
const LARGE = {
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    lakh: 1e5,
    million: 1e6,
    crore: 1e7,
    billion: 1e9,
    trillion: 1e12,
};
const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function smallNumber(word, isScaled) {
    if (/^\d/.test(word))
        return digits(word, isScaled);
    if (word === 'half')
        return isScaled ? 0.5 : undefined;
    const unit = UNITS.indexOf(word);
    if (unit >= 0)
        return unit;
    const ten = TENS.indexOf(word);
    return ten >= 2 ? ten * 10 : undefined;
}
function digits(word, isScaled) {
    // In India 1,20,000.
    if (/^\d{1,3}(?:,\d{2,3}){0,4},\d{3}$/.test(word))
        return Number(word.replaceAll(',', ''));
    if (!isScaled && /^[1-9]\d{0,2}(?:\.\d{3}){1,4}$/.test(word))
        return Number(word.replaceAll('.', ''));
    return /^\d{1,12}(?:\.\d{1,3})?$/.test(word) ? Number(word) : undefined;
}
