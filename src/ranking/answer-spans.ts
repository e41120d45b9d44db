import type { Span } from '../model/article.ts';
import type { AnswerType, NameType } from '../model/query.ts';
import type { Analysis } from './analysis.ts';

/** What could be an answer; of a name the type, where that is known. */
export interface AnswerSpan extends Span {
  readonly type?: NameType | undefined;
}

/**
 * What in a sentence could be the answer by its form: dates for when, numbers for how many, names of persons and
 * organisations for who, names in a place's position for where. Words of the question itself are no answer.
 */
export function answerSpans(
  expects: AnswerType,
  analysis: Analysis,
  queryTerms: ReadonlySet<string>,
): AnswerSpan[] {
  const spans = SPANS[expects]?.(analysis) ?? [];
  if (expects === 'statement') return spans.filter((span) => isSaidBy(span, analysis, queryTerms));
  // Types last: each may have to be looked up.
  return spans.filter((span) => isNew(span, analysis, queryTerms) && fits(expects, span));
}

/** Whether a name is of a type that may answer, or of none that is known. */
function fits(expects: AnswerType, { type }: AnswerSpan): boolean {
  if (type === undefined) return true;
  if (expects === 'person') return type === 'person' || type === 'organisation';
  return expects !== 'place' || type !== 'person';
}

/** By form of answer: what in a sentence has it. `thing` has none. */
const SPANS: Partial<Record<AnswerType, (analysis: Analysis) => readonly AnswerSpan[]>> = {
  date: ({ dates }) => dates,
  year: ({ dates }) => dates.filter((span) => span.end - span.start >= 4),
  number: (analysis) => [...countsIn(analysis), ...spansOf(NOBODY, analysis)],
  person: ({ runs }) => runs,
  place: ({ runs, text }) => runs.filter((run) => isPlaced(run, text)),
  time: (analysis) => spansOf(CLOCK, analysis),
  duration: (analysis) => spansOf(DURATION, analysis),
  frequency: (analysis) => spansOf(FREQUENCY, analysis),
  age: (analysis) => spansOf(AGE, analysis),
  distance: (analysis) => spansOf(DISTANCE, analysis),
  money: (analysis) => spansOf(MONEY, analysis),
  percent: (analysis) => spansOf(PERCENT, analysis),
  colour: (analysis) => spansOf(COLOUR, analysis),
  reason: (analysis) => spansOf(REASON, analysis),
  statement: (analysis) => spansOf(SAID, analysis),
};

function countsIn({ numbers, dates }: Analysis): readonly Span[] {
  return numbers.filter((span) => !dates.some((date) => isInside(span, date)));
}

function spansOf(form: RegExp, { text }: Analysis): Span[] {
  return [...text.matchAll(form)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

const COUNT =
  '(?:\\d[\\d.,]{0,15}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|several|many|few|half a|dozens of|hundreds of|thousands of)';
const NOBODY = /\b(?:nobody|no one|none|a (?:woman|man|child|boy|girl|person|soldier|civilian))\b/gi;
const CLOCK =
  /\b(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|(?:\d{1,2}|[a-z]{3,6}) o[’']clock|noon|midnight|midday|dawn|dusk|sunrise|sunset)/gi;
const DURATION = new RegExp(
  `\\b${COUNT}[ -](?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|met(?:er|re)s?|km|kilomet(?:er|re)s?|miles?|feet|foot)\\b`,
  'gi',
);
const FREQUENCY = new RegExp(
  `\\b(?:once|twice|${COUNT} times|(?:every|each|per|a) (?:\\w+ )?(?:hours?|days?|weeks?|months?|years?)|hourly|daily|weekly|monthly|yearly|annually)\\b`,
  'gi',
);
const AGE =
  /\b\d{1,3}[ -](?:years?|months?|weeks?|days?)[ -]old\b|\b(?:aged?|at the age of) \d{1,3}\b|, \d{1,3},/gi;
const DISTANCE = new RegExp(
  `\\b${COUNT}[ -]?(?:met(?:er|re)s?|km|kilomet(?:er|re)s?|miles?|feet|foot|inches|yards|acres?|hectares?|square (?:miles|kilomet(?:er|re)s|met(?:er|re)s|feet))\\b`,
  'gi',
);
const MONEY =
  /(?:[$€£¥]|\b(?:US\$|Rs\.?)) ?\d{1,20}(?:[.,]\d{1,20}){0,8}(?:bn|tn|mn|[mk])?(?: (?:hundred|thousand|million|billion|trillion))?|\b\d[\d.,]{0,20}(?: (?:hundred|thousand|million|billion|trillion))? (?:dollars?|euros?|pounds?|rubles?|roubles?|liras?|yen|yuan|rupees?|cents?)\b/gi;
const PERCENT = /\d[\d.,]{0,10} ?%|\b(?:\d[\d.,]{0,10}|[a-z-]{3,15}) per ?cent\b/gi;
/** Basic colour terms (Berlin and Kay 1969), with those that flags and uniforms have. */
const COLOUR =
  /\b(?:black|white|red|green|yellow|blue|brown|orange|pink|purple|gr[ae]y|gold(?:en)?|silver|violet|turquoise|beige|khaki|maroon)\b/gi;
const REASON =
  /\b(?:because|since|due to|owing to|thanks to|in order to|so that|in response to|in retaliation|in protest|blamed? (?:on|for)|accus\w+ of|caused by|the result of|as a result|prompted by|triggered by|sparked by|motivated by|following|citing|amid|over (?:its|his|her|their|the)|to (?:protest|prevent|stop|avenge|punish|protect|force|put pressure)|after)\b/gi;
/** Verbs of saying, with what is said behind them. */
const SAID =
  /\b(?:said|says|told|tells|announced|announces|stated|states|claimed|claims|declared|declares|warned|warns|added|insisted|argued|stressed|denied|denies|vowed|promised|tweeted|according to)\b/gi;

/** Words before and after a verb of saying among which the one who says it stands. */
const SPEAKER = { before: 4, after: 3 };
const SPEAKS = /^(?:he|she|they|it|we|i)$/;

/** "Assad said", "said the minister, Assad", "he said"; not "the regime of Assad bears responsibility, Mogherini said". */
function isSaidBy(span: Span, analysis: Analysis, asked: ReadonlySet<string>): boolean {
  const at = wordAt(analysis, span);
  const near = analysis.words.slice(Math.max(0, at - SPEAKER.before), at + 1 + SPEAKER.after);
  return near.some(({ term, folded }, i) => asked.has(term) || (i < SPEAKER.before && SPEAKS.test(folded)));
}

/** The place of a span among the words: the index of its first word. */
export function wordAt(analysis: Analysis, span: Span): number {
  const at = analysis.words.findIndex((word) => word.end > span.start);
  return at < 0 ? analysis.words.length : at;
}

const BEFORE_PLACE =
  /\b(?:in|at|near|from|to|into|of|outside|inside|around|across|through|via|towards?|between|north|south|east|west|town|city|village|province|district|region)(?: the)? $/i;
const AFTER_PLACE =
  /^(?:,| (?:town|city|village|province|district|region|county|island|river|area|airport|valley|mountains?|countryside)\b)/i;

function isPlaced(run: Span, text: string): boolean {
  return (
    BEFORE_PLACE.test(text.slice(Math.max(0, run.start - 16), run.start)) ||
    AFTER_PLACE.test(text.slice(run.end, run.end + 14))
  );
}

function isNew(span: Span, analysis: Analysis, queryTerms: ReadonlySet<string>): boolean {
  const inside = analysis.words.filter((word) => isInside(word, span) && !word.stop);
  return inside.length === 0 || inside.some((word) => !queryTerms.has(word.term));
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
