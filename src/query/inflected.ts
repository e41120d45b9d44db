import type { Entry } from '../index/lexicon/lexicon.ts';
import { calendarWordBeside, calendarWordOf } from '../text/forms/calendar.ts';
import { fold } from '../text/tokens/fold.ts';
import { baseFormOf } from '../text/tokens/stem.ts';

/** Whether a term is ever spelled so, marks, capital letters and British spelling aside, abbreviated or in full, in digits or words. */
export function isSpelled(entry: Pick<Entry, 'spellings'>, folded: string): boolean {
  const same = fullFormOf(folded);
  return formsOf(entry).some((form) => fullFormOf(form) === same);
}

function fullFormOf(folded: string): string {
  return calendarWordOf(folded) ?? calendarWordBeside(folded) ?? baseFormOf(folded);
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
