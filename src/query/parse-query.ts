import { isName, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { AskedQuestion, Query, QuestionKind } from '../model/query.ts';
import { type AskingSentence, askingSentence } from './asking-sentence.ts';
import { figuresAndDays } from './figures-and-days.ts';
import { intentOf } from './intent.ts';
import { interpretWord } from './interpret-word.ts';
import { keywordsOf, type WordRun } from './keywords.ts';
import { type Languages, ONLY_ENGLISH, readSpoken } from './languages.ts';
import { isBesideName, isPlainEnglish, type NameGroup, nameGroups, namesOf } from './name-groups.ts';
import { isKindOfPlace, isTitle } from './name-roles.ts';
import { withSynonyms } from './news-synonyms.ts';
import { type QuestionType, readQuestionType } from './question-type.ts';
import { isWithoutCase } from './words-without-case.ts';

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
  const groups = groupsOf(words, text, keywords?.named, type.at >= 0, lexicon);
  const readings = words.map((word, i) => {
    const at = groups.findIndex(({ first, last }) => first <= i && i < last);
    const group = groups[at];
    const role = group ? group.roles[i - group.first]! : isBesideName(words, i, groups, text) && 'qualifier';
    if (word.stop || onlyAsks(i) || role === 'dropped') return undefined;
    // Beside a name alone they would outweigh it: "town" brings all towns.
    if (keywords && role === 'qualifier') return undefined;
    const short = group && lexicon.shortForm(keyOf(words.slice(group.first, group.last)));
    return interpretWord(words, i, text, {
      name: group !== undefined,
      qualifier: role === 'qualifier',
      group: group?.known || group?.meant ? at : undefined,
      joined: group?.joined,
      meant: group?.meant?.[i - group.first],
      short,
      language,
      also: also[i] ?? [],
      lexicon,
    });
  });
  const intent = intentOf(text, asking, type.at >= 0 && readings.every((reading) => reading === undefined));
  return {
    kind: type.kind,
    text: typed,
    asked: {
      text: inWords(text, words, sentence, language || type.at >= 0 ? 'ask' : kind),
      language: language?.code ?? 'en',
    },
    expects: type.expects,
    ...(intent && { intent }),
    isKeywordQuery: keywords !== undefined,
    isBare: keywords !== undefined && type.at < 0,
    ...(type.focus === undefined ? {} : { focus: type.focus }),
    names: namesOf(text, words, groups, readings, lexicon),
    concepts: readings.flatMap((reading, i) => {
      if (!reading) return [];
      const concept = withSynonyms(reading.concept, type);
      return [sentence.first <= i && i < sentence.last ? concept : { ...concept, context: true as const }];
    }),
    wording: asking.flatMap(({ folded, stop }, i) => {
      const only = keywords ? !readings[i + sentence.first] : stop && i === type.at;
      return type.asking.has(i) || only ? [] : [folded];
    }),
    ...figuresAndDays(spanText(words, text, sentence)),
  };
}

/** How each kind of question opens. */
const OPENING: Readonly<Record<QuestionKind, string>> = {
  who: 'who ',
  what: 'what ',
  where: 'where ',
  when: 'when ',
  why: 'why ',
  'how-many': 'how many ',
  ask: '',
};

/** What asks comes first: a model reads the beginning of a long text. `kind` opens it. */
function inWords(
  text: string,
  words: readonly Word[],
  sentence: AskingSentence,
  kind: QuestionKind,
): AskedQuestion['text'] {
  const start = sentence.first === 0 ? 0 : words[sentence.first]!.start;
  const end = sentence.last === words.length ? text.length : words[sentence.last]!.start;
  const parts = [text.slice(start, end), text.slice(0, start), text.slice(end)];
  return (
    OPENING[kind] +
    parts
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' ')
  );
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

/**
 * What stands alone is a name, but for the words that the archive knows as common ones: an unknown word makes no name of
 * what it stands beside.
 */
function groupsOf(
  words: readonly Word[],
  text: string,
  alone: WordRun | undefined,
  asked: boolean,
  lexicon: Lexicon,
): NameGroup[] {
  if (!alone) return nameGroups(words, text, false, lexicon);
  const isCommon = (word: Word) => {
    const entry = lexicon.term(word.term);
    const inSentence = asked && isPlainEnglish(word, lexicon);
    const common =
      entry !== undefined && (!isName(entry) || inSentence) && !isKindOfPlace(word) && !isTitle(word);
    return common && !word.capital && !word.stop && !isWithoutCase(word.folded);
  };
  const inside = words.slice(alone.first, alone.last);
  // "What is long?" is not about Long Beach.
  if (asked && inside.every((word) => word.stop || isCommon(word))) return [];
  const known = lexicon.name(keyOf(inside)) !== undefined;
  const runs =
    known || inside.every((word) => word.stop || isCommon(word)) ? [alone] : runsOf(words, alone, isCommon);
  return runs.flatMap(({ first, last }) =>
    nameGroups(words.slice(first, last), text, true, lexicon).map((group) => ({
      ...group,
      first: group.first + first,
      last: group.last + first,
    })),
  );
}

/** The longest runs without such words. */
function runsOf(words: readonly Word[], { first, last }: WordRun, parts: (word: Word) => boolean): WordRun[] {
  const runs: WordRun[] = [];
  for (let from = first; from < last; from++) {
    let to = from;
    while (to < last && !parts(words[to]!)) to += 1;
    if (words.slice(from, to).some(({ stop }) => !stop)) runs.push({ first: from, last: to });
    from = to;
  }
  return runs;
}
