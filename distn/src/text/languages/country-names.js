import { fold } from '../tokens/fold.js';
import { FUNCTION_WORDS } from './function-words.js';
/** Languages that a country's name is known in, BCP 47: those of the function words, English and Turkish. */
const LANGUAGES = ['en', 'tr', ...Object.keys(FUNCTION_WORDS)];
let known;
/**
 * The names of a country in other languages, English first, by one of its names, folded: "Syria", "Siria", … for "syrien"; empty for
 * what is none. From Node's ICU (Unicode CLDR), read when first asked for: 30 ms.
 */
export function countryNames(folded) {
    known ??= read();
    return known.get(folded) ?? [];
}
function read() {
    const namesIn = LANGUAGES.map((code) => new Intl.DisplayNames(code, { type: 'region', fallback: 'none' }));
    const byName = new Map();
    for (const region of regions()) {
        const names = [...new Set(namesIn.flatMap((inOne) => inOne.of(region) ?? []))];
        for (const name of names)
            byName.set(fold(name), names);
    }
    return byName;
}
/** Codes that may be a region's (ISO 3166-1 alpha-2); ICU has names for those that are. */
function* regions() {
    for (const a of LETTERS)
        for (const b of LETTERS)
            if (!NO_COUNTRY.has(a + b))
                yield a + b;
}
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Unions, and codes that stand for no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
