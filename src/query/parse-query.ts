import { keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { Query, QuestionKind } from '../model/query.ts';
import { interpretWord } from './interpret-word.ts';
import { type Languages, ONLY_ENGLISH, readSpoken } from './languages.ts';
import { isBesideName, nameGroups, namesOf } from './name-groups.ts';
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
    const at = groups.findIndex(({ first, last }) => first <= i && i < last);
    const group = groups[at];
    const role = group ? group.roles[i - group.first]! : isBesideName(words, i, groups, text) && 'qualifier';
    if (word.stop || onlyAsks(words, i) || role === 'dropped') return undefined;
    // Beside a name alone they would outweigh it: "town" brings all towns.
    if (isKeywordQuery && role === 'qualifier') return undefined;
    const short = group && lexicon.shortForm(keyOf(words.slice(group.first, group.last)));
    return interpretWord(words, i, text, {
      name: group !== undefined,
      qualifier: role === 'qualifier',
      group: group?.known ? at : undefined,
      joined: group?.joined,
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
