/**
 * How far apart two romanised names are: 0 for two spellings of one sound (Qusayr, Kuseir), about .2 for vowels that
 * romanisations confuse (Khalid, Khaled), 1 for a consonant more, fewer or another one. Damerau's edits over sounds instead of
 * letters; neighbours that changed places are one edit, as in optimal string alignment. Both are folded, of Latin letters.
 * `unwritten`: one is of a script that leaves vowels out, and says little by them.
 */
export function nameDistance(a: string, b: string, unwritten = false): number {
  const vowels = unwritten ? VOWELS_UNWRITTEN : a.includes('p') || b.includes('p') ? VOWELS_OF_EUROPE : 1;
  return editDistance(soundsIn(a), soundsIn(b), (x, y) => {
    if (x !== undefined && y !== undefined) {
      const cost = costOfTwo(x, y);
      return cost < 1 ? cost * vowels : cost;
    }
    const one = (x ?? y)!;
    const cost = costOfOne(one);
    if (unwritten && SHORT_VOWELS.includes(one)) return LEFT_OUT;
    return cost < 1 ? cost * vowels : cost;
  });
}

/** What an edit of vowels costs where a script leaves them out, as a share; and one that is left out. Set by hand. */
const VOWELS_UNWRITTEN = 0.35;
const LEFT_OUT = 0.1;
const SHORT_VOWELS = 'aeiou';

/** Arabic, of which romanisations confuse vowels most, has no p: Paris and Peres are farther apart. */
const VOWELS_OF_EUROPE = 1.6;

/** Edits between two words, letter by letter; letters that changed places over one other at most are one edit. */
export function typos(a: string, b: string): number {
  return editDistance([...a], [...b], (x, y) => (x === y ? 0 : 1));
}

/** The sounds that a folded romanised name is written with: a capital stands for what takes two letters. */
export function soundsIn(folded: string): string[] {
  const sounds = SPELLINGS.reduce((written, [form, sound]) => written.replace(form, sound), folded);
  return [...sounds.replace(/(.)\1+/g, '$1')];
}

/**
 * Spellings of one sound in romanisations of Arabic, Persian, Russian and Turkish (ALA-LC, UNGEGN, BGN/PCGN, French and German
 * ones, press usage), longest first. C: ch; S: sh; X: kh; G: gh; T: th; D: dh; Z: zh; O: au; E: ai; A: ea; Y: a last y; y: a glide.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/dsch|dzh|dj/g, 'j'],
  [/tsch|tch|tsh/g, 'C'],
  [/sch|sh/g, 'S'],
  [/ch/g, 'C'],
  [/ck/g, 'k'],
  [/kh/g, 'X'],
  [/gh/g, 'G'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/zh/g, 'Z'],
  [/ph/g, 'f'],
  [/q/g, 'k'],
  [/^w(?=[^aeiouy])/, 'v'],
  [/x/g, 'ks'],
  [/gu(?=[ei])/g, 'g'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ou(?=[aei])/g, 'w'],
  [/(?:aou|[aeo]w|[ae]u)(?![aeiouy])/g, 'O'],
  [/ou|oo|w(?![aeiouy])/g, 'u'],
  [/(?:ay|ai|ei|ey)(?![aeou])/g, 'E'],
  [/ea(?=[^aeiou])/g, 'A'],
  [/(?<=[^aeiou])y$/, 'Y'],
  [/ee|ie|iy|y(?![aeou])/g, 'i'],
  [/(?<=[aeiou])h$/g, ''],
];

const VOWELS = 'aeiouYAEO';

/** A sound more or fewer: vowels are left out and put in, glides and h as well. */
function costOfOne(sound: string): number {
  if (SHORT_VOWELS.includes(sound)) return 0.4;
  if (VOWELS.includes(sound)) return 0.6;
  return 'hyw'.includes(sound) ? 0.5 : 1;
}

function costOfTwo(a: string, b: string): number {
  if (a === b) return 0;
  return COSTS.get(a + b) ?? (VOWELS.includes(a) && VOWELS.includes(b) ? 0.6 : 1);
}

/** Sounds that are written for each other, cheapest first; other vowels .6, other consonants 1. Set by hand. */
const COSTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0.1: 'ei ou Ei Ee EY iY Ou Oo iy uw',
    0.2: 'SC vw fv Dd Dt Tt Zj DT dT Dz Xh jg Gg Xk TD eA iA EA sz ZS yj',
    0.3: 'ae aE Oa uy sT zT Cj Ch CX dt',
    0.4: 'ai ao au pb',
    0.5: 'eo eu io iu gk Gk sS zZ sC Gr nm kh wf',
  }).flatMap(([cost, pairs]) =>
    pairs.split(' ').flatMap(([a, b]): [string, number][] => [
      [`${a}${b}`, Number(cost)],
      [`${b}${a}`, Number(cost)],
    ]),
  ),
);

type Cost = (a: string | undefined, b: string | undefined) => number;

/** Optimal string alignment; places exchanged over one letter (Ennis, Ensin) are an edit as well. */
function editDistance(a: readonly string[], b: readonly string[], cost: Cost): number {
  const rows: number[][] = [[0]];
  for (let j = 1; j <= b.length; j++) rows[0]![j] = rows[0]![j - 1]! + cost(undefined, b[j - 1]);
  for (let i = 1; i <= a.length; i++) {
    const row = [rows[i - 1]![0]! + cost(a[i - 1], undefined)];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(
        rows[i - 1]![j]! + cost(a[i - 1], undefined),
        row[j - 1]! + cost(undefined, b[j - 1]),
        rows[i - 1]![j - 1]! + cost(a[i - 1], b[j - 1]),
      );
      for (const far of [1, 2]) {
        if (exchanged(a, i, b, j, far)) least = Math.min(least, rows[i - far - 1]![j - far - 1]! + 1);
      }
      row.push(least);
    }
  }
  return rows[a.length]![b.length]!;
}

/** Whether the letters before `i` and `j` are each other's `far` places on, with the same one between them. */
function exchanged(a: readonly string[], i: number, b: readonly string[], j: number, far: number): boolean {
  const [x, y] = [i - 1 - far, j - 1 - far];
  if (x < 0 || y < 0 || a[i - 1] !== b[y] || b[j - 1] !== a[x]) return false;
  return far === 1 || a[i - 2] === b[j - 2];
}
