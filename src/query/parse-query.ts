import { isName, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { Query, QuestionKind } from '../model/query.ts';
import { type AskingSentence, askingSentence } from './asking-sentence.ts';
import { figuresAndDays } from './figures-and-days.ts';
import { intentOf } from './intent.ts';
import { interpretWord } from './interpret-word.ts';
import { keywordsOf } from './keywords.ts';
import { type Languages, ONLY_ENGLISH, readSpoken } from './languages.ts';
import { type Group, nameGroups, namesOf } from './name-groups.ts';
import { withSynonyms } from './news-synonyms.ts';
import { type QuestionType, readQuestionType } from './question-type.ts';

/** A question is as long as people type; what is pasted beyond this is not read. */
const LONGEST_QUESTION = 1_000;

export interface ParseOptions {
  readonly languages?: Languages;
  /** Of the asker (BCP 47). */
  readonly locale?: string | undefined;
}

/** What was typed, read against what the archive holds. */
export function parseQuery(
  kind: QuestionKind,
  typed: string,
  lexicon: Lexicon,
  { languages = ONLY_ENGLISH, locale }: ParseOptions = {},
): Query {
  // Cut between words: half of one would be a word that nobody typed.
  const text =
    typed.length > LONGEST_QUESTION ? typed.slice(0, LONGEST_QUESTION).replace(/\s\S*$/, '') : typed;
  const { words, also, language, isForeign } = readSpoken(text, languages, lexicon, locale);
  const sentence = askingSentence(words, text, language);
  const asking = words.slice(sentence.first, sentence.last);
  const read = readQuestionType(asking, text, kind, language);
  const type = isForeign ? withoutUnknown(read, asking, lexicon) : read;
  const onlyAsks = (i: number) => type.asking.has(i - sentence.first);
  const keywords = keywordsOf({
    words,
    text,
    sentence,
    type,
    kind,
    lexicon,
    foreign: language !== undefined,
  });
  const groups = groupsOf(words, text, keywords?.named, lexicon);
  const readings = words.map((word, i) => {
    const group = groups.find(({ first, last }) => first <= i && i < last);
    const short = group && lexicon.shortForm(keyOf(words.slice(group.first, group.last)));
    if (word.stop || onlyAsks(i)) return undefined;
    const name = group !== undefined;
    return interpretWord(words, i, text, { name, short, language, also: also[i] ?? [], lexicon });
  });
  const intent = intentOf(text, asking, readings.filter((reading) => reading !== undefined).length);
  return {
    kind: type.kind,
    text: typed,
    expects: type.expects,
    ...(intent && { intent }),
    isKeywordQuery: keywords !== undefined,
    ...(type.focus === undefined ? {} : { focus: type.focus }),
    names: namesOf(text, words, groups, readings, lexicon),
    concepts: readings.flatMap((reading, i) => {
      if (!reading) return [];
      const concept = withSynonyms(reading.concept, type);
      return [sentence.first <= i && i < sentence.last ? concept : { ...concept, context: true as const }];
    }),
    wording: asking.flatMap(({ folded, stop }, i) =>
      type.asking.has(i) || (stop && i === type.at) ? [] : [folded],
    ),
    ...figuresAndDays(spanText(words, text, sentence)),
  };
}

function spanText(words: readonly Word[], text: string, { first, last }: AskingSentence): string {
  return text.slice(words[first]?.start ?? 0, words[last - 1]?.end ?? 0);
}

/**
 * Lower-case words of a language that no article is in stand in none, and are meant as no other: they only ask, unless
 * nothing else is left. In other scripts they may be names.
 */
function withoutUnknown(type: QuestionType, words: readonly Word[], lexicon: Lexicon): QuestionType {
  const isUnknown = ({ folded, term, capital, stop }: Word) =>
    !stop && !capital && /^\p{sc=Latin}+$/u.test(folded) && !lexicon.term(term);
  const asking = new Set([...type.asking, ...words.flatMap((word, i) => (isUnknown(word) ? [i] : []))]);
  return words.every(({ stop }, i) => stop || asking.has(i)) ? type : { ...type, asking };
}

/** What stands alone is a name, but for the words that the archive knows as common ones ("Idlib province"). */
function groupsOf(words: readonly Word[], text: string, alone: Group | undefined, lexicon: Lexicon): Group[] {
  if (!alone) return nameGroups(words, text, false, lexicon);
  const isCommon = (word: Word) => {
    const entry = lexicon.term(word.term);
    return !word.capital && !word.stop && entry !== undefined && !isName(entry);
  };
  const groups: Group[] = [];
  for (let first = alone.first; first < alone.last; first++) {
    let last = first;
    while (last < alone.last && !isCommon(words[last]!)) last += 1;
    const run = words.slice(first, last);
    if (run.some(({ stop }) => !stop)) {
      for (const group of nameGroups(run, text, true, lexicon)) {
        groups.push({ first: group.first + first, last: group.last + first });
      }
    }
    first = last;
  }
  return groups;
}
