import file from './english-words.json' with { type: 'json' };
let known;
/**
 * Whether a folded word is a common word of English, in any of its forms. The lemmas of WordNet that are written in lower case, read
 * when first asked for: 10 ms, 4 MB.
 */
export function isEnglishWord(folded) {
    known ??= new Set(file.words.split('|'));
    return known.has(folded) || basesOf(folded).some((base) => known.has(base));
}
/** What a word may be a plural or another form of. */
export function basesOf(folded) {
    return ENDINGS.flatMap(([ending, base]) => (ending.test(folded) ? [folded.replace(ending, base)] : []));
}
/** Of words of which four letters are left. */
const ENDINGS = [
    [/(?<=.{4}[^s])s$/, ''],
    [/(?<=.{4})es$/, ''],
    [/(?<=.{3})ies$/, 'y'],
    [/(?<=.{3})ied$/, 'y'],
    [/(?<=.{4})ed$/, ''],
    [/(?<=.{3}e)d$/, ''],
    [/(?<=.{4})ing$/, ''],
    [/(?<=.{3})ing$/, 'e'],
    [/(?<=.{4})ly$/, ''],
    [/(?<=.{3}e)rs?$/, ''],
    [/(?<=.{4})ers?$/, ''],
    [/(?<=.{4})ness$/, ''],
];
