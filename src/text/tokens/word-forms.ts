import { calendarWordBeside, calendarWordOf } from '../forms/calendar.ts';
import type { Language } from '../languages/language.ts';
import { fold } from './fold.ts';
import { MAX_TERM_LENGTH, stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What a word's letters alone tell about it. */
export interface WordForm {
  readonly raw: string;
  /** Units of a function word that is written as one with it ("l’Alhambra"): they are no part of it. */
  readonly elided: number;
  /** Without a possessive 's, in UTF-16 units. */
  readonly length: number;
  readonly folded: string;
  readonly term: string;
  readonly capital: boolean;
  readonly stop: boolean;
  /** As a name, if it may be one: US, WHO and IS, where us, who and is are function words; May and Will. */
  readonly name: WordForm | undefined;
  /** A name inside a sentence only: what opens one has a capital letter anyway. */
  readonly inside: boolean;
  /** What it abbreviates where a point or a number stands beside it: "Sat." */
  readonly full: WordForm | undefined;
  /** U.S.: a name even where all is in capitals. */
  readonly dotted: boolean;
}

const POSSESSIVE = /['’ʼ`´]s$/i;
/** 1990's: a decade as other texts write without an apostrophe. */
const DECADE = /^\d?\d?\d0['’ʼ`´]s$/;
const CAPITAL = /^[\p{Lm}\p{M}]*[\p{Lu}\p{Lt}]/u;
const INITIALS = /^(?:\p{Lu}\.?){2,5}$/u;

const CACHE_SLOTS = 1 << 16;

/** The hash of no units; `hashed` adds a unit. */
export const HASH = 0x811c9dc5;

/** Adds a UTF-16 unit to a hash: FNV-1a (Fowler, Noll and Vo) over units instead of bytes. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * A cache of word forms in a language (default: English), with one slot for each hash; a new form evicts the one in its
 * slot. So memory is bounded (words come from strangers), and a known word costs neither a string nor a regex.
 */
export class WordForms {
  private readonly forms: (WordForm | undefined)[] = new Array(CACHE_SLOTS).fill(undefined);
  private readonly language: Language | undefined;

  constructor(language: Language | undefined) {
    this.language = language;
  }

  /** The form of the word `text.slice(start, end)`; `hash` is that of its units. */
  of(text: string, start: number, end: number, hash: number): WordForm {
    const place = (hash ^ (hash >>> 15)) & (CACHE_SLOTS - 1);
    const known = this.forms[place];
    if (known !== undefined && isAt(known.raw, text, start, end)) return known;
    const form = newForm(ownString(text, start, end), this.language);
    if (form.raw.length <= MAX_TERM_LENGTH) this.forms[place] = form;
    return form;
  }
}

function isAt(raw: string, text: string, start: number, end: number): boolean {
  const { length } = raw;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (raw.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** A string of its own: V8's slices of 13 units and more keep the whole text alive. */
function ownString(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  if (slice.length < 13 || slice.length > MAX_TERM_LENGTH) return slice;
  const units: number[] = [];
  for (let i = start; i < end; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}

function newForm(raw: string, language: Language | undefined): WordForm {
  const elided = language?.elision?.exec(raw)?.[0].length ?? 0;
  const own = raw.slice(elided);
  const possessive = own.length > 3 && POSSESSIVE.test(own) && !DECADE.test(own) ? 2 : 0;
  const shown = possessive ? own.slice(0, -possessive) : own;
  const capital = CAPITAL.test(shown);
  const inInitials = INITIALS.test(shown);
  const dotted = shown.includes('.');
  const written = fold(dotted && inInitials ? shown.replaceAll('.', '') : shown.replaceAll(',', ''));
  // In full, so that what compares words by their letters agrees as well.
  const folded = (language === undefined && capital && calendarWordOf(written)) || written;
  const stop = (language?.functionWords ?? STOP_WORDS).has(folded);
  const { length } = shown;
  const form = {
    raw,
    elided,
    length,
    folded,
    term: (language?.stem ?? stem)(folded),
    capital,
    stop,
    name: undefined,
    inside: false,
    full: undefined,
    dotted,
  };
  if (stop && inInitials) return { ...form, name: { ...form, term: [...folded].join('.'), stop: false } };
  const day = capital && language === undefined ? calendarWordBeside(folded) : undefined;
  if (day !== undefined) return { ...form, full: { ...form, folded: day, term: stem(day) } };
  const inside = stop && capital && language === undefined && NAMES_TOO.has(folded);
  return inside ? { ...form, inside, name: { ...form, stop: false } } : form;
}

/** Function words of English that are a month or given names as well: Theresa May, Will Smith, Can Dündar. */
const NAMES_TOO: ReadonlySet<string> = new Set(['may', 'will', 'can']);
