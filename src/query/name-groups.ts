import { headOf, isName, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { MatchKind, QuestionName } from '../model/query.ts';
import { nameRuns } from '../text/names/names.ts';
import type { InterpretedWord } from './interpret-word.ts';

/** Words that make one name: indices, half-open. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/**
 * Capitalised runs; single words that the archive knows as names, however they are typed; and all that stands alone
 * after a verb ("/where massaran"), unless the archive knows every word of it as a common one ("heavy arms").
 */
export function nameGroups(words: readonly Word[], text: string, alone: boolean, lexicon: Lexicon): Group[] {
  const entryOf = (word: Word) => lexicon.term(word.term);
  const common = (word: Word) => word.stop || (entryOf(word) !== undefined && !isName(entryOf(word)));
  if (alone) return words.every(common) ? [] : [{ first: 0, last: words.length }];
  const groups: Group[] = [];
  for (const run of nameRuns(words, text)) {
    const first = run.first === 0 && common(words[0]!) ? 1 : run.first;
    if (first < run.last) groups.push({ first, last: run.last });
  }
  words.forEach((word, i) => {
    const inRun = groups.some(({ first, last }) => first <= i && i < last);
    if (!inRun && !word.stop && isName(entryOf(word))) groups.push({ first: i, last: i + 1 });
  });
  return groups;
}

/** What the answer says of the names and of the words that were read otherwise than typed. */
export function namesOf(
  text: string,
  words: readonly Word[],
  groups: readonly Group[],
  readings: readonly (InterpretedWord | undefined)[],
  lexicon: Lexicon,
): QuestionName[] {
  const ofGroups = groups.map(({ first, last }) => {
    const inside = readings.slice(first, last).filter((reading) => reading !== undefined);
    const typed = text.slice(words[first]!.start, words[last - 1]!.end);
    const match = worstOf(inside);
    return { typed, match, readAs: readAsWhole(inside, match, lexicon) };
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
