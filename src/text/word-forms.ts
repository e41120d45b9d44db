import { fold } from './fold.ts';
import { LONGEST_TERM, stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What there is to know of a word by its letters alone. */
export interface WordForm {
  readonly raw: string;
  /** Without a possessive 's, in UTF-16 units. */
  readonly length: number;
  readonly folded: string;
  readonly term: string;
  readonly capital: boolean;
  readonly stop: boolean;
  /** As a name, if it may be one: US, WHO and IS, where us, who and is are function words. */
  readonly name: WordForm | undefined;
  /** U.S.: a name even where all is in capitals. */
  readonly dotted: boolean;
}

const POSSESSIVE = /['’ʼ`´]s$/i;
const CAPITAL = /^[\p{Lm}\p{M}]*[\p{Lu}\p{Lt}]/u;
const INITIALS = /^(?:\p{Lu}\.?){2,5}$/u;

/**
 * The forms met last, by a hash of their letters: each has one place, and the next one of the same place takes it. So
 * memory is bounded (words come from strangers), and a known word costs neither a string nor a pattern.
 */
const PLACES = 1 << 16;
const forms: (WordForm | undefined)[] = new Array(PLACES).fill(undefined);

/** Begins a hash; each unit is then mixed in by `hashed`. */
export const HASH = 0x811c9dc5;

/** FNV-1a (Fowler, Noll and Vo), by units instead of bytes. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The form of the word `text.slice(start, end)`, whose units have that hash. */
export function formOf(text: string, start: number, end: number, hash: number): WordForm {
  const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
  const known = forms[place];
  if (known !== undefined && isAt(known.raw, text, start, end)) return known;
  const form = newForm(ownString(text, start, end));
  if (form.raw.length <= LONGEST_TERM) forms[place] = form;
  return form;
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
  if (slice.length < 13 || slice.length > LONGEST_TERM) return slice;
  const units: number[] = [];
  for (let i = start; i < end; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}

function newForm(raw: string): WordForm {
  const possessive = raw.length > 3 && POSSESSIVE.test(raw) ? 2 : 0;
  const shown = possessive ? raw.slice(0, -possessive) : raw;
  const inInitials = INITIALS.test(shown);
  const dotted = shown.includes('.');
  const folded = fold(dotted && inInitials ? shown.replaceAll('.', '') : shown.replaceAll(',', ''));
  const stop = STOP_WORDS.has(folded);
  const { length } = shown;
  const form = {
    raw,
    length,
    folded,
    term: stem(folded),
    capital: CAPITAL.test(shown),
    stop,
    name: undefined,
    dotted,
  };
  return stop && inInitials ? { ...form, name: { ...form, term: [...folded].join('.'), stop: false } } : form;
}
