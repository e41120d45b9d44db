import type { Span } from '../model/article.ts';
import type { Concept, Query } from '../model/query.ts';
import type { Evidence, QueryContext } from '../ranking/evidence.ts';
import { readDate } from '../text/dates/date-readings.ts';
import { areDisjoint, type Days } from '../text/dates/days.ts';
import { areDifferent, type Figure, readFigure } from '../text/numbers/figures.ts';
import { isDoubtful, isPerson, LIFE_TERMS, TOLL_TERMS, type Toll, tollsIn } from '../text/numbers/tolls.ts';
import { stem } from '../text/tokens/words.ts';
import { answerPhrase } from './highlights.ts';

/**
 * What a sentence states in answer to a question; spans count from the sentence's first character. `of`: the stem of what
 * is counted, where those are only some of what was asked for ("12 soldiers" for "how many people").
 */
export type Statement = Span & { readonly figure?: Figure; readonly of?: string; readonly days?: Days };

/** The counts of what "how many" asks for, the days for "when": only where the words leave no doubt that they are it. */
export function statementsOf(
  evidence: Evidence,
  query: QueryContext,
  published: string | undefined,
): Statement[] {
  if (query.question.expects === 'number') return countsOf(evidence, query);
  const phrase = query.question.expects === 'date' ? answerPhrase(evidence, query) : undefined;
  const days = phrase && readDate(evidence.analysis.text, phrase, published);
  return phrase && days ? [{ ...phrase, days }] : [];
}

/** Whether two sentences state something of the same, and no two such statements could both be so. */
export function disagree(a: readonly Statement[], b: readonly Statement[]): boolean {
  const pairs = a.flatMap((one) =>
    b.flatMap((other) => (one.of === other.of ? [[one, other] as const] : [])),
  );
  return pairs.length > 0 && pairs.every(([one, other]) => areApart(one, other));
}

/** A month or a year may hold the day that another source gives. */
function areApart(a: Statement, b: Statement): boolean {
  if (a.figure && b.figure) return areDifferent(a.figure, b.figure);
  return a.days !== undefined && b.days !== undefined && areDisjoint(a.days, b.days);
}

/** Whether a sentence must hold it: not the counted noun, which the count itself answers for. */
export function mustBeHeld({ alternatives }: Concept, { expects, focus }: Query): boolean {
  return expects !== 'number' || alternatives[0]?.[0] !== focus;
}

/** "At least 58 people were killed", "killed 58", "left 58 dead" for "How many people were killed in …". */
function countsOf(evidence: Evidence, query: QueryContext): Statement[] {
  const { text } = evidence.analysis;
  if (SUMS.test(text)) return [];
  const { concepts, question } = query;
  const tolls = asksForToll(query) ? tollsIn(text, evidence.analysis.numbers, evidence.analysis.dates) : [];
  const told = tolls.flatMap((toll) => tollFor(toll, question) ?? []);
  const done = concepts.findIndex((concept) => !concept.name && mustBeHeld(concept, question));
  const counted = evidence.answers.flatMap((span) => {
    const figure = readFigure(text, span);
    if (!figure || tolls.some(({ start, end }) => start < figure.end && figure.start < end)) return [];
    const noun = nounOf({ start: span.start, end: figure.end }, evidence, question, done);
    if (noun === undefined || PART_OF_COUNT.test(text.slice(0, figure.start))) return [];
    const count = { start: figure.start, end: Math.max(figure.end, noun) };
    if (isDoubtful(text, count)) return [];
    return done < 0 || standsWith(count, evidence, done, noun === figure.end) ? [{ ...count, figure }] : [];
  });
  return [...told, ...counted].filter((count) => namesBeside(count, evidence, concepts));
}

/** Whether a question asks how many were killed. */
export function asksForToll({ concepts, question }: QueryContext): boolean {
  const has = (term: string | undefined) => term !== undefined && isOfToll(term);
  return (
    question.expects === 'number' &&
    (has(question.focus) || concepts.some(({ alternatives }) => has(alternatives[0]?.[0])))
  );
}

/** Whether a count of people killed says what a concept of such a question does, in whichever words. */
export function isSaidByToll({ alternatives, name }: Concept): boolean {
  const [term = ''] = alternatives[0] ?? [];
  return !name && (isOfToll(term) || LIFE_TERMS.has(term) || term === LEAVE);
}

/** "Left 20 dead". */
const LEAVE = stem('leave');

/** Who asks for a toll says these as well (to search for them makes no answer better). */
const ASKING = stems('slain victim lives');

function isOfToll(term: string): boolean {
  return TOLL_TERMS.has(term) || ASKING.has(term);
}

function tollFor(toll: Toll, { focus }: Query): Statement | undefined {
  const { start, end, noun, low, high, sure } = toll;
  const isOfAll = noun === undefined || PEOPLE.has(stem(noun)) || isOfToll(stem(noun));
  const isOfPeople = focus === undefined || PEOPLE.has(focus) || isOfToll(focus);
  if (!sure) return undefined;
  if (!isOfPeople)
    return noun !== undefined && stem(noun) === focus ? { start, end, figure: toll } : undefined;
  // One who was killed is nearly always the only one; "12 children" are as often some of the people.
  if (isOfAll || (low === 1 && high === 1 && isPerson(noun))) return { start, end, figure: toll };
  return isPerson(noun) ? { start, end, figure: toll, of: stem(noun) } : undefined;
}

/** Rates, and sums of longer times than an event's. */
const SUMS =
  /\b(?:since|per|each|every|average|daily|weekly|monthly|years?|decades?|months|overall|in total|altogether|combined)\b/i;
/** "Another six people", "the other 12", "the 12 people", "six more": not the whole count, or one told before. */
const PART_OF_COUNT =
  /\b(?:another|other|further|additional|remaining|last|first|these|those|the|of|all|both) $/i;
const MORE = /^ (?:more|others?|further|additional|of|out of)\b/i;

const PEOPLE = stems('people person persons');
/** Words between a count and its noun: "12 Syrian opposition fighters". */
const WORDS_TO_NOUN = 3;

/**
 * Where the counted noun ends: what the question names; for people also none, as in "killed 58". `undefined` where
 * something else is counted.
 */
function nounOf(span: Span, evidence: Evidence, { focus }: Query, done: number): number | undefined {
  const { words, text } = evidence.analysis;
  if (MORE.test(text.slice(span.end))) return undefined;
  const bare = focus === undefined || PEOPLE.has(focus) ? span.end : undefined;
  const first = words.findIndex((word) => word.start >= span.end);
  if (first < 0) return bare;
  for (let i = first; i <= first + WORDS_TO_NOUN; i++) {
    const word = words[i];
    const gap = word && text.slice(words[i - 1]!.end, word.start);
    const isVerb = done >= 0 && evidence.positions[done]!.includes(i);
    if (!word || word.stop || isVerb || !/^[ ’'"-]*$/.test(gap!)) return i === first ? bare : undefined;
    if (PARTS.has(word.folded) || /^\d/.test(word.folded)) return undefined;
    if (word.term === focus || (bare !== undefined && PEOPLE.has(word.term))) return word.end;
  }
  return undefined;
}

function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem));
}

const PARTS: ReadonlySet<string> = new Set(['including', 'among', 'besides', 'plus', 'mostly']);

/** What opens another clause between a count and what was done. */
const CLAUSE = /[,;:()?!]|\b(?:and|or|but|after|before|while|when|where|who|which|as|nor|though|although)\b/i;
/** "58 people including 11 children were killed". */
const INCLUDING =
  /,? (?:including|among them|most of them|many of them|mostly) .{1,60}?(?=,| (?:was|were|have|had|has) )/i;
/** "Child killed 20 people injured": the verb before is of another. */
const OTHER_VERB = /^ (?:were |have been |had been )?(?:[a-z]+ed|hurt)\b/i;
/** "Kills 3, wounds 20" is not 3 wounded. */
const ACTIVE = /(?:s|ing)$/;
/** All that may part a count without a noun from its verb. */
const BESIDE = /^ ?(?:(?:were|was|have|had|been|being) ){0,3}$/;
/** In characters; what is farther away belongs to another. */
const FARTHEST = 60;

/** Whether a count stands with what was done, in one clause and with no other count in between. */
function standsWith(count: Span, { analysis, positions }: Evidence, done: number, bare: boolean): boolean {
  return positions[done]!.some((at) => {
    const verb = analysis.words[at]!;
    const before = verb.start < count.start;
    if (before && OTHER_VERB.test(analysis.text.slice(count.end))) return false;
    if (!before && bare && ACTIVE.test(verb.folded)) return false;
    const gap = before ? { start: verb.end, end: count.start } : { start: count.end, end: verb.start };
    const between = analysis.text.slice(gap.start, gap.end);
    const [aside] = between.match(INCLUDING) ?? [''];
    const rest = between.replace(aside, '');
    if (rest.length > FARTHEST || CLAUSE.test(rest) || (bare && !BESIDE.test(rest))) return false;
    return aside !== '' || !analysis.numbers.some(({ start, end }) => gap.start <= start && end <= gap.end);
  });
}

/** Between a count and the names that were asked for, this speaks of another time or place. */
const ELSEWHERE =
  /[;?!]|\b(?:after|before|while|when|but|earlier|later|whereas|meanwhile|separately|elsewhere|another)\b/i;

function namesBeside(count: Span, { analysis, positions }: Evidence, concepts: readonly Concept[]): boolean {
  return concepts.every(
    ({ name }, i) =>
      !name ||
      positions[i]!.some((at) => {
        const { start, end } = analysis.words[at]!;
        const [from, to] = start < count.start ? [end, count.start] : [count.end, start];
        return !ELSEWHERE.test(analysis.text.slice(from, to));
      }),
  );
}
