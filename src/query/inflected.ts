import type { Entry } from '../index/lexicon/lexicon.ts';
import { fold } from '../text/tokens/fold.ts';

/** Whether a term is ever spelled so, marks and capital letters aside. */
export function isSpelled(entry: Pick<Entry, 'spellings'>, folded: string): boolean {
  return formsOf(entry).some((form) => form === folded);
}

/** Whether a term is ever spelled as another form of the same English word: bombed for bombing, no general for generation. */
export function isInflected(entry: Pick<Entry, 'spellings'>, folded: string, asName: boolean): boolean {
  const bases = new Set(basesOf(folded, asName));
  return formsOf(entry).some((form) => basesOf(form, asName).some((base) => bases.has(base)));
}

function formsOf({ spellings }: Pick<Entry, 'spellings'>): string[] {
  return Array.from(spellings.keys(), (spelling) => fold(spelling).replace(/[^\p{L}\p{N}]/gu, ''));
}

/** What a word may be a form of. A name has a plural only. */
function basesOf(folded: string, asName: boolean): string[] {
  const endings = asName ? [ENDINGS[0]!] : ENDINGS;
  return [
    folded,
    ...endings.flatMap(([form, base]) => (form.test(folded) ? [folded.replace(form, base)] : [])),
  ];
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^s])s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ied$/, 'y'],
  [/ed$/, ''],
  [/d$/, ''],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1(?:ed|ing)$/, '$1'],
];
