import { headOf, isName, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { MatchKind, Query, QuestionKind, QuestionName } from '../model/query.ts';
import { nameRuns } from '../text/names/names.ts';
import { type InterpretedWord, interpretWord } from './interpret-word.ts';
import { type Languages, ONLY_ENGLISH, readSpoken } from './languages.ts';
import { onlyAsks, type QuestionType, readQuestionType } from './question-type.ts';

/** A question is as long as people type; what is pasted beyond this is not read. */
const LONGEST_QUESTION = 1_000;

/** What was typed, read against what the archive holds. */
export function parseQuery(
  kind: QuestionKind,
  typed: string,
  lexicon: Lexicon,
  languages: Languages = ONLY_ENGLISH,
): Query {
  // Cut between words: half of one would be a word that nobody typed.
  const text =
    typed.length > LONGEST_QUESTION ? typed.slice(0, LONGEST_QUESTION).replace(/\s\S*$/, '') : typed;
  const { words, also, language } = readSpoken(text, languages, lexicon);
  const asked = readQuestionType(words, kind, language);
  const isKeywordQuery = isKeywords(words, text, asked);
  const groups = nameGroups(words, text, isKeywordQuery && kind !== 'ask', lexicon);
  const readings = words.map((word, i) => {
    const group = groups.find(({ first, last }) => first <= i && i < last);
    const short = group && lexicon.shortForm(keyOf(words.slice(group.first, group.last)));
    return word.stop || onlyAsks(words, i)
      ? undefined
      : interpretWord(words, i, text, {
          name: group !== undefined,
          short,
          language,
          also: also[i] ?? [],
          lexicon,
        });
  });
  return {
    kind: asked.kind,
    text: typed,
    expects: asked.expects,
    isKeywordQuery,
    ...(asked.focus === undefined ? {} : { focus: asked.focus }),
    names: namesOf(text, words, groups, readings, lexicon),
    concepts: readings.flatMap((reading) => reading?.concept ?? []),
  };
}

/** A name or a phrase alone: nothing in it asks. */
function isKeywords(words: readonly Word[], text: string, asked: QuestionType): boolean {
  return (
    asked.at < 0 && !/[?؟]/.test(text) && words.length <= 8 && !words.some((w) => AUXILIARY.has(w.folded))
  );
}

const AUXILIARY: ReadonlySet<string> = new Set(
  'is are was were do does did has have had will would can could'.split(' '),
);

/** Words that make one name: indices, half-open. */
interface Group {
  readonly first: number;
  readonly last: number;
}

/**
 * Capitalised runs; single words that the archive knows as names, however they are typed; and all that stands alone
 * after a verb ("/where massaran"), unless the archive knows every word of it as a common one ("heavy arms").
 */
function nameGroups(words: readonly Word[], text: string, alone: boolean, lexicon: Lexicon): Group[] {
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
function namesOf(
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
