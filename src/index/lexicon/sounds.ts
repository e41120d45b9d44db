/**
 * The consonants of a romanised name, one letter for each family of sounds: what Latakia and Latakiya, Qusayr and
 * Kuseir share. Vowels, doubled letters, the Arabic article and marks of breath carry no weight in it.
 */
export function skeletonOf(term: string): string {
  const [first = '', ...rest] = inFamilies(term);
  return (first + rest.join('').replace(/[aeiouywh]/g, '')).replace(/(.)\1+/g, '$1');
}

function inFamilies(term: string): string {
  return FAMILIES.reduce((written, [form, plain]) => written.replace(form, plain), term);
}

/** What romanisation systems write differently for one sound (ALA-LC, UNGEGN, press usage), longest first. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/tch|tsh|ch|sh|sch/g, 's'],
  [/kh|gh|ck|[qgc]/g, 'k'],
  [/dh|th|dj|zh/g, 'd'],
  [/ph|v/g, 'f'],
  [/z/g, 's'],
  [/j/g, 'd'],
  [/^[aeiou]+/, 'a'],
];

/**
 * The vowels kept but written one way: equal for Latakia/Latakiya, Shurin/Shourin, Hussein/Husein; different for
 * Iraq/Iraqi, Paul/Paula. Strict enough to widen a name that the archive does hold.
 */
export function romanisedOf(term: string): string {
  return term
    .replace(/ou|oo|w(?=[^aeiouy])/g, 'u')
    .replace(/ee|iy|ei|ey|ie|y/g, 'i')
    .replace(/q/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

/** With the three vowels of Arabic: Idlib and Edleb are one; in long words Gaddafi and Qadhafi as well. */
export function soundOf(term: string, long: boolean): string {
  return romanisedOf(long ? inFamilies(term) : term)
    .replace(/e/g, 'i')
    .replace(/o/g, 'u');
}
