/**
 * The consonants of a romanised name, one letter for each family of sounds: what Latakia and Latakiya, Qusayr and
 * Kuseir, Mahmoud and Mahmut share. Vowels, doubled letters, glides and marks of breath carry no weight in it. It is what
 * names are looked up by; `nameDistance` says whether they are near.
 */
export function skeletonOf(term) {
    const [first = '', ...rest] = inFamilies(term);
    return (first + rest.join('').replace(/[aeiouywh]/g, '')).replace(/(.)\1+/g, '$1');
}
/** The skeletons that a name may be found under: Gamal is Jamal, Brahim Ibrahim, Khama Hama. */
export function skeletonsOf(term) {
    const written = [term];
    for (const [form, other] of OTHERWISE) {
        for (const one of [...written])
            if (form.test(one))
                written.push(one.replace(form, other));
    }
    return [...new Set(written.map(skeletonOf))];
}
/** What romanisations write so differently that no family holds both. */
const OTHERWISE = [
    [/g(?!h)/g, 'j'],
    [/j/g, 'g'],
    [/kh/g, 'h'],
    [/^h/, 'kh'],
    [/^[aeiou](?=[^aeiou]{1,2}[aeiou])/, ''],
    [/^(?=[^aeiou])/, 'i'],
];
function inFamilies(term) {
    return FAMILIES.reduce((written, [form, plain]) => written.replace(form, plain), term);
}
/** What romanisation systems write differently for one sound (ALA-LC, UNGEGN, press usage), longest first. */
const FAMILIES = [
    [/dsch|dzh|dj/g, 'j'],
    [/tsch|tch|tsh|sch|ch|sh|zh|ts/g, 's'],
    [/ck/g, 'k'],
    [/kh|gh/g, 'k'],
    [/c(?=[eiy])/g, 's'],
    [/[qgc]/g, 'k'],
    [/x/g, 'ks'],
    [/dh|th|d/g, 't'],
    [/ph|v/g, 'f'],
    [/^(?:w|ou(?=[aei]))/, 'f'],
    [/z/g, 's'],
    [/^[aeiou]+/, 'a'],
];
/**
 * The vowels kept but written one way: equal for Latakia/Latakiya, Shurin/Shourin, Hussein/Husein; different for
 * Iraq/Iraqi, Paul/Paula. Strict enough to widen a name that the archive does hold.
 */
export function romanisedOf(term) {
    return term
        .replace(/ou|oo|w(?=[^aeiouy])/g, 'u')
        .replace(/ee|iy|ei|ey|ie|y/g, 'i')
        .replace(/q/g, 'k')
        .replace(/(.)\1+/g, '$1');
}
/** With the three vowels of Arabic: Idlib and Edleb are one. */
export function soundOf(term) {
    return romanisedOf(term).replace(/e/g, 'i').replace(/o/g, 'u');
}
