import { headOf, isName, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import { romanisedOf } from '../index/lexicon/sounds.ts';
import type { Word } from '../model/article.ts';
import type { MatchKind, QuestionName } from '../model/query.ts';
import { isEnglishWord } from '../text/languages/english-words.ts';
import { gazetteerKinds } from '../text/names/gazetteer.ts';
import { nameRuns } from '../text/names/names.ts';
import { stem } from '../text/tokens/words.ts';
import { isSpelled } from './inflected.ts';
import type { InterpretedWord } from './interpret-word.ts';
import { isKindOfPlace, isTitle, type NameRole, rolesIn } from './name-roles.ts';
import { wholeNamesNear } from './whole-names.ts';

/** Words that make one name: indices, half-open. */
export interface NameGroup {
  readonly first: number;
  readonly last: number;
  /** By word. */
  readonly roles: readonly NameRole[];
  /** Whether the archive knows the name as a whole. */
  readonly known: boolean;
  /** The term of its words written as one, where the archive has that: "Dar a" for Daraa. */
  readonly joined?: string;
  /** By word: its terms in the names of the archive that the whole was meant to be, none of words that say more of it. */
  readonly meant?: readonly (readonly string[])[];
}

type Run = Pick<NameGroup, 'first' | 'last'>;

/** The names of a question, in order, and what each of their words does in them. */
export function nameGroups(
  words: readonly Word[],
  text: string,
  alone: boolean,
  lexicon: Lexicon,
): NameGroup[] {
  const runs = runsOf(words, text, alone, lexicon).sort((a, b) => a.first - b.first);
  return runs.map((run, i) => {
    const own = words.slice(run.first, run.last);
    const known = lexicon.name(keyOf(own)) !== undefined;
    const joined = known ? undefined : joinedTerm(own, lexicon);
    const behind =
      runs[i - 1]?.last === run.first ? text.slice(words[run.first - 1]!.end, own[0]!.start) : '';
    const placed = behind === ', ' && own.length > 0 && isKindOfPlace(words[run.last] ?? own.at(-1)!);
    const roles = placed ? own.map((): NameRole => 'qualifier') : rolesIn(own, text);
    const meant = known || joined ? undefined : meantBy(own, roles, lexicon);
    return {
      ...run,
      roles: known ? withoutDropped(roles) : roles,
      known,
      ...(joined && { joined }),
      ...(meant && { meant }),
    };
  });
}

/** What the archive knows as one name is one, but for what tells none apart. */
function withoutDropped(roles: readonly NameRole[]): NameRole[] {
  return roles.map((role) => (role === 'dropped' ? role : 'name'));
}

function meantBy(
  words: readonly Word[],
  roles: readonly NameRole[],
  lexicon: Lexicon,
): readonly (readonly string[])[] | undefined {
  const own = words.filter(({ stop }, i) => !stop && roles[i] === 'name');
  const names = wholeNamesNear(own, lexicon);
  if (names.length === 0) return undefined;
  return words.map((word) => {
    const at = own.indexOf(word);
    return at < 0 ? [] : [...new Set(names.map((terms) => terms[at]!))];
  });
}

/**
 * Words beside a name that say what it is, where it isn't alone: "the city of Aleppo", "Idlib province", "president Assad".
 */
export function isBesideName(
  words: readonly Word[],
  i: number,
  groups: readonly NameGroup[],
  text: string,
): boolean {
  const opens = (at: number) => groups.some(({ first }) => first === at);
  const isNext = (at: number) => text.slice(words[at - 1]?.end ?? 0, words[at]?.start) === ' ';
  const word = words[i]!;
  if (isKindOfPlace(word)) {
    if (groups.some(({ last }) => last === i) && isNext(i)) return true;
    return words[i + 1]?.folded === 'of' && opens(i + 2);
  }
  return isTitle(word) && opens(i + 1) && isNext(i + 1);
}

/**
 * Capitalised runs; single words that the archive knows as names, however they are typed; and all that stands alone
 * after a verb ("/where massaran"), unless the archive knows every word of it as a common one ("heavy arms").
 */
function runsOf(words: readonly Word[], text: string, alone: boolean, lexicon: Lexicon): Run[] {
  const entryOf = (word: Word) => lexicon.term(word.term);
  const common = (word: Word) => word.stop || (entryOf(word) !== undefined && !isName(entryOf(word)));
  if (alone)
    return words.every(common) && !mayBeName(words, lexicon) ? [] : [{ first: 0, last: words.length }];
  const runs: Run[] = [];
  for (const run of nameRuns(words, text)) {
    const first = run.first === 0 && common(words[0]!) ? 1 : run.first;
    if (first < run.last) runs.push({ first, last: run.last });
  }
  words.forEach((word, i) => {
    const inRun = runs.some(({ first, last }) => first <= i && i < last);
    if (!inRun && !word.stop && isName(entryOf(word)) && !isPlainEnglish(word, lexicon))
      runs.push({ first: i, last: i + 1 });
  });
  return runs;
}

/**
 * In lower case a word of English, and no name that people know: "beach", where the archive has more beaches with names than without, but not
 * Turkey, nor the helmets of the White Helmets alone.
 */
export function isPlainEnglish({ folded, term, capital }: Word, lexicon: Lexicon): boolean {
  if (capital || (lexicon.term(term)?.lowers ?? 0) === 0) return false;
  return isEnglishWord(folded) && gazetteerKinds(folded).length === 0;
}

/** A word asked for alone that is mostly a common one in the archive: Said; or one that only shares its stem with it: Gaines. */
function mayBeName([word, ...others]: readonly Word[], lexicon: Lexicon): boolean {
  const entry = word && others.length === 0 ? lexicon.term(word.term) : undefined;
  return entry !== undefined && (entry.capitals > 0 || !isSpelled(entry, word!.folded));
}

/** A name with a word of one or two letters may be one word that was typed as two. */
function joinedTerm(words: readonly Word[], lexicon: Lexicon): string | undefined {
  if (words.length < 2 || words.length > 3 || !words.some(({ folded }) => folded.length < 2))
    return undefined;
  const joined = words.map(({ folded }) => folded).join('');
  const term = stem(joined);
  return lexicon.term(term) ? term : lexicon.termsBy('romanised', romanisedOf(joined))[0];
}

/** What the answer says of the names and of the words that were read otherwise than typed. */
export function namesOf(
  text: string,
  words: readonly Word[],
  groups: readonly NameGroup[],
  readings: readonly (InterpretedWord | undefined)[],
  lexicon: Lexicon,
): QuestionName[] {
  const ofGroups = groups.flatMap(({ first, last }) => {
    const inside = readings
      .slice(first, last)
      .filter((reading) => reading !== undefined && !reading.concept.qualifier) as InterpretedWord[];
    if (inside.length === 0) return [];
    const typed = text.slice(words[first]!.start, words[last - 1]!.end);
    const match = worstOf(inside);
    return [{ typed, match, readAs: readAsWhole(inside, match, lexicon) }];
  });
  const misspelt = readings.flatMap((reading, i) => {
    const inGroup = groups.some(({ first, last }) => first <= i && i < last);
    if (!reading || inGroup || reading.match !== 'close') return [];
    return [
      { typed: text.slice(words[i]!.start, words[i]!.end), match: reading.match, readAs: reading.readAs },
    ];
  });
  return [...ofGroups, ...misspelt];
}

const WORST_FIRST = ['none', 'close', 'abbreviation', 'folded', 'exact'] as const;

function worstOf(readings: readonly InterpretedWord[]): MatchKind {
  return WORST_FIRST.find((match) => readings.some((reading) => reading.match === match)) ?? 'none';
}

/** "Ma'ar Shurin" -> "Ma’ar Shourin", "al-Dana" -> "al-Dana": the whole name, where the archive holds it. */
function readAsWhole(readings: readonly InterpretedWord[], match: MatchKind, lexicon: Lexicon): string[] {
  if (match === 'exact' || match === 'none') return [];
  const best = readings.flatMap(
    ({ match, concept }) => concept.alternatives[match === 'close' ? 1 : 0] ?? [],
  );
  const name = match === 'abbreviation' ? undefined : lexicon.name(best.join(' '));
  if (name && readings.every(({ readAs }) => readAs.length < 2)) return [headOf(name.spellings)];
  return [...new Set(readings.flatMap((reading) => reading.readAs))];
}
