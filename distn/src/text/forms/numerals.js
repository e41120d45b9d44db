/**
 * A folded English number word as digits, "percentage" as percent, and an ordinal in the form that texts write it in most: "two"
 * -> 2, "twentyone" (as compounds are joined) -> 21, "3rd" -> third, "twentyfirst" -> 21st; `undefined` for any other word.
 */
export function numeralOf(folded) {
    return NUMERALS.get(folded);
}
const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/);
function* numerals() {
    yield* [...UNITS, ...TEENS].map((word, i) => [word, `${i + 1}`]);
    for (const [i, tens] of TENS.entries()) {
        yield [tens, `${(i + 2) * 10}`];
        yield* UNITS.map((unit, j) => [tens + unit, `${(i + 2) * 10 + j + 1}`]);
        yield* ORDINALS.slice(0, 9).map((unit, j) => [
            tens + unit,
            ordinalOf((i + 2) * 10 + j + 1),
        ]);
        yield [tens.replace(/y$/, 'ieth'), ordinalOf((i + 2) * 10)];
    }
    yield* ORDINALS.map((word, i) => [ordinalOf(i + 1), word]);
    yield ['percentage', 'percent'];
    yield ['%', 'percent'];
}
function ordinalOf(number) {
    const teen = number > 10 && number < 20;
    return `${number}${(!teen && ['', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}
const NUMERALS = new Map(numerals());
