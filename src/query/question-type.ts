import type { Word } from '../model/article.ts';
import type { AnswerType, QuestionKind } from '../model/query.ts';
import type { Language } from '../text/languages/language.ts';
import { stem } from '../text/tokens/words.ts';
import { kindByWord } from './languages.ts';

/** What a question asks for. */
export interface QuestionType {
  readonly kind: QuestionKind;
  readonly expects: AnswerType;
  /** Term of the noun that names the answer: "year" in "In what year …". */
  readonly focus?: string;
  /** Index of the question word, -1 where there is none. */
  readonly at: number;
}

/** Reads the kind from the question's own words; `given` is the verb that it was asked with. */
export function readQuestionType(
  words: readonly Word[],
  given: QuestionKind,
  language?: Language,
): QuestionType {
  if (language) {
    // Nouns that say what is asked for are known of English only.
    const { at, kind: own } = kindByWord(words, language) ?? { at: -1, kind: 'ask' };
    const kind = given === 'ask' ? own : given;
    return { kind, expects: BY_KIND[kind], at };
  }
  // Inside a question WHO is a name.
  const at = words.findIndex((word, i) => KIND_OF.has(word.folded) && (word.stop || i === 0));
  const own = at < 0 ? 'ask' : kindAt(words, at);
  const kind = given === 'ask' ? own : given;
  const focus = focusOf(words, at, own, given);
  const expects = expectedBy(kind, words, at, focus);
  return focus === undefined ? { kind, expects, at } : { kind, expects, at, focus: stem(focus) };
}

const KIND_OF: ReadonlyMap<string, QuestionKind> = new Map([
  ['who', 'who'],
  ['whom', 'who'],
  ['whose', 'who'],
  ['what', 'what'],
  ['which', 'what'],
  ['where', 'where'],
  ['when', 'when'],
  ['why', 'why'],
  ['how', 'ask'],
]);

/** Whether "how many" or "how much" opens at this word. */
function isHowMany(words: readonly Word[], i: number): boolean {
  return words[i]?.folded === 'how' && /^(?:many|much)$/.test(words[i + 1]?.folded ?? '');
}

/** Whether this word only asks: "many" of "how many", "happened" of "what happened in Idlib". No answer repeats it. */
export function onlyAsks(words: readonly Word[], i: number): boolean {
  if (isHowMany(words, i - 1)) return true;
  return HAPPEN.test(words[i]!.folded) && words.slice(0, i).some(({ folded }) => folded === 'what');
}

const HAPPEN = /^happen(?:s|ed|ing)?$/;

function kindAt(words: readonly Word[], at: number): QuestionKind {
  return isHowMany(words, at) ? 'how-many' : KIND_OF.get(words[at]!.folded)!;
}

/** "what sort of friction" -> friction; "what year" -> year; "how many people" -> people; "what is stronger" -> none. */
function focusOf(
  words: readonly Word[],
  at: number,
  own: QuestionKind,
  given: QuestionKind,
): string | undefined {
  let nouns: string[] = [];
  const start = focusStart(at, own, given) ?? words.length;
  for (const word of words.slice(start, start + 5)) {
    if (word.folded === 'of' && SORTS.has(nouns.at(-1) ?? '')) nouns = [];
    else if (word.stop) break;
    else nouns.push(word.folded);
  }
  // "what group holds Idlib": where one of them is known to name an answer, the others are the verb and its object.
  const known = nouns.findLast((noun) => typeOf(noun));
  const counted = own === 'how-many' ? nouns.find((noun) => noun.endsWith('s')) : undefined;
  return known ?? counted ?? nouns.at(-1);
}

/** The first word of the noun phrase that is asked for. */
function focusStart(at: number, own: QuestionKind, given: QuestionKind): number | undefined {
  if (own === 'what') return at + 1;
  if (own === 'how-many') return at + 2;
  return at < 0 && (given === 'what' || given === 'how-many') ? 0 : undefined;
}

const SORTS: ReadonlySet<string> = new Set(
  'kind kinds type types sort sorts form forms name names'.split(' '),
);

const BY_KIND: Readonly<Record<QuestionKind, AnswerType>> = {
  who: 'person',
  where: 'place',
  when: 'date',
  why: 'reason',
  'how-many': 'number',
  what: 'thing',
  ask: 'thing',
};

const MEASURES: ReadonlySet<string> = new Set(
  'long old far tall fast often large big high deep wide heavy hot cold close late early soon'.split(' '),
);

const BY_FOCUS: ReadonlyMap<string, AnswerType> = new Map(
  Object.entries({
    date: 'year years date day month decade century time season period era age',
    place: `place country countries city cities town state states region area location province county village
      continent island river district neighborhood neighbourhood street building capital nation where`,
    person: `person people president king queen leader author actor actress singer minister company organization
      organisation group team player scientist architect general emperor bishop philosopher man woman agency party
      network university school`,
    number:
      'percentage percent number amount population size distance price cost rate temperature score total',
  }).flatMap(([type, nouns]) => nouns.split(/\s+/).map((noun) => [noun, type as AnswerType])),
);

function typeOf(noun: string): AnswerType | undefined {
  return (
    BY_FOCUS.get(noun) ?? BY_FOCUS.get(noun.replace(/ies$/, 'y')) ?? BY_FOCUS.get(noun.replace(/s$/, ''))
  );
}

function expectedBy(
  kind: QuestionKind,
  words: readonly Word[],
  at: number,
  focus: string | undefined,
): AnswerType {
  if (words[at]?.folded === 'how' && MEASURES.has(words[at + 1]?.folded ?? '')) return 'number';
  const byFocus = focus === undefined ? undefined : typeOf(focus);
  return kind === 'what' || kind === 'ask' ? (byFocus ?? BY_KIND[kind]) : BY_KIND[kind];
}
