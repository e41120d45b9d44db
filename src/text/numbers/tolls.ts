import type { Span } from '../../model/article.ts';
import { dateSpans } from '../dates/dates.ts';
import { kindOfNoun } from '../names/kinds-of-nouns.ts';
import { stem } from '../tokens/words.ts';
import { type Figure, readFigure } from './figures.ts';
import { numberSpans } from './numbers.ts';

/** The words, as terms, that news tells a toll with: a closed set of our own. */
export const TOLL_TERMS: ReadonlySet<string> = termsOf('kill die dead death toll fatality casualty perish');
/** … and the verbs that do with a word for lives: "claimed 12 lives". */
export const LIFE_TERMS: ReadonlySet<string> = termsOf('claim lose take cost');
/** … and that word. */
export const LIVES: string = stem('lives');

function termsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem));
}

/** How many were killed, as a sentence says it: the count's span takes in its qualifier and what is counted. */
export interface Toll extends Figure {
  /** The words that make it a toll: "were killed", "dead", "The death toll from the raid is". */
  readonly word: Span;
  /** What is counted, as it is written but lower case: "people", "soldiers"; absent in "killed 12" and "nobody". */
  readonly noun?: string;
  /** False where they are only feared dead, or where it is said that it is not so. */
  readonly sure: boolean;
}

/**
 * Finds the counts of people killed in an English sentence, in order: "12 people were killed", "killing at least 12", "left
 * 20 dead", "claimed 12 lives", "the death toll rose to 20", "nobody was killed" (0), "a woman was killed" (1). Of "12 men
 * and 3 women" there is none, as each is a part. `numbers` and `dates`: those of the sentence, where they have been found
 * already.
 */
export function tollsIn(
  text: string,
  numbers: readonly Span[] = numberSpans(text),
  dates: readonly Span[] = dateSpans(text),
): Toll[] {
  return tollsAmong(
    text,
    numbers.filter((number) => !dates.some((date) => date.start <= number.start && number.end <= date.end)),
  );
}

function tollsAmong(text: string, numbers: readonly Span[]): Toll[] {
  const counted = numbers.flatMap((span, i) => (isPart(text, numbers, i) ? [] : (tollAt(text, span) ?? [])));
  const tolls: Toll[] = [];
  for (const toll of [...counted, ...withoutNumber(text)].sort((a, b) => a.start - b.start)) {
    if (toll.start >= (tolls.at(-1)?.end ?? 0)) tolls.push(toll);
  }
  return tolls;
}

/** UTF-16 units to either side of a count in which the words stand that make it a toll. */
const CONTEXT_LENGTH = 120;

const AUXILIARIES =
  '(?:(?:were|was|are|is|have|had|has|been|being|be|all|also|reportedly|confirmed|feared|believed|presumed|thought|to) ){0,5}';
const KILLED =
  '(?:(?:shot )?dead|(?:burned|burnt|crushed|beaten|stabbed|hacked) to death|killed|slain|murdered|massacred|died|drowned|perished|lost (?:their|his|her) li(?:fe|ves))';
/** "12 Syrian opposition fighters": no function word among them. */
const NOUN =
  "(?: (?!(?:and|or|but|in|at|on|of|by|to|who|that|which|after|when|were|was|have|had|has|are|is|more|least|others?|dead|killed|died|slain|drowned|perished|lost)\\b)[\\p{L}'’-]+){1,4}";
/** "58 people including 11 children were killed", "12 people in a market in Sarmin died". */
const ASIDE =
  '(?:,? (?:including|among them|most of them|many of them|mostly) [^.;:!?]{1,60}?,?|(?: (?:in|at|near|from|of|inside|outside|aboard) [^.;:!?,]{1,40}?){1,2})';

interface Form {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** What makes a count a toll, with the words in the group `word`, and maybe the `noun`. */
const FORMS: readonly Form[] = [
  { after: new RegExp(`^(?<noun>${NOUN})?${ASIDE}? (?<word>${AUXILIARIES}${KILLED})\\b`, 'iu') },
  {
    after:
      /^ (?:confirmed |reported |civilian )?(?<word>deaths|fatalities|lives (?:were |have been |had been )?lost)\b/iu,
  },
  {
    before: /(?<word>\b(?:left|leaves|leaving|leave)) $/iu,
    after: new RegExp(`^(?<noun>${NOUN})? dead\\b`, 'iu'),
  },
  {
    before: /(?<word>\b(?:claim(?:ed|s|ing)|cost(?:s|ing)?|took|takes|taking|taken)) $/iu,
    after: /^ lives\b/iu,
  },
  { before: /(?<word>\b(?:claim(?:ed|s|ing)|cost(?:s|ing)?|took|takes|taking|taken) the lives of) $/iu },
  {
    before:
      /(?<word>\b(?:(?:death )?toll|number of (?:(?:people |those |civilians )?(?:killed|dead)|deaths|fatalities)|body count)\b[^.;:!?]{0,80}?(?:\b(?:is|was|stands|stood|now|currently|at|of|to|reached|reaches|reaching|passed|passes|exceeds|exceeded)|:)) $/iu,
  },
  { before: /(?<word>\b(?:kill(?:ed|s|ing)?|murder(?:ed|ing|s)|massacr(?:ed|ing)))(?: a total of)? $/iu },
];

function tollAt(text: string, span: Span): Toll | undefined {
  const figure = readFigure(text, span);
  if (!figure) return undefined;
  const before = text.slice(Math.max(0, figure.start - CONTEXT_LENGTH), figure.start);
  const after = text.slice(figure.end, figure.end + CONTEXT_LENGTH);
  if (PART_BEFORE.test(before) || PART_AFTER.test(after)) return undefined;
  for (const form of FORMS) {
    const [left, right] = [form.before?.exec(before), form.after?.exec(after)];
    if (left === null || right === null || (!form.after && HURT.test(after))) continue;
    const groups = left?.groups?.word ? left.groups : right!.groups!;
    const word = groups.word!;
    const at = left?.groups?.word
      ? figure.start - before.length + left.index
      : figure.end + right![0].lastIndexOf(word);
    const noun = nounOf(right?.groups?.noun ?? new RegExp(`^${NOUN}`, 'iu').exec(after)?.[0]);
    const counted = noun ?? after.match(/^ (?:dead|killed)\b/i)?.[0] ?? '';
    const end = figure.end + after.toLowerCase().indexOf(counted.toLowerCase()) + counted.length;
    const whole = {
      ...figure,
      end,
      word: { start: at, end: at + word.length },
      sure: !isDoubtful(text, { start: at, end: at + word.length }),
    };
    return noun === undefined ? whole : { ...whole, noun };
  }
  return undefined;
}

/** "Another six people", "the other 12", "six more", "12 of them": not the whole count, or one told before. */
const PART_BEFORE =
  /\b(?:another|other|further|additional|remaining|last|first|these|those|the|all|both|including|among them|mostly|and (?:his|her|their)) $/i;
const PART_AFTER = /^ (?:more|others?|further|additional|of|out of)\b/i;
/** "Killed 20 people injured" is "one killed, 20 injured"; "killed 3, wounds 20". */
const HURT = /^ (?:(?!and )\p{L}+ ){0,4}?(?:injured|wounded|hurt|arrested|missing|displaced|detained)\b/iu;

/** "12 men and 3 women were killed", "killed 12 men and 3 women": both are parts. */
function isPart(text: string, numbers: readonly Span[], at: number): boolean {
  const one = numbers[at]!;
  const [, person] = text.slice(Math.max(0, one.start - CONTEXT_LENGTH), one.start).match(AND_PERSON) ?? [];
  if (person?.split(' ').some(isPerson)) return true;
  return [numbers[at - 1], numbers[at + 1]].some((other) => {
    if (other === undefined) return false;
    const between = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
    return SUM.test(between) && !OTHER_VERB.test(between);
  });
}

const SUM = /^(?: \p{L}[\p{L}'’-]*){1,3},? and (?:(?:at least|about|some) )?$/iu;
/** "A soldier and 12 civilians". */
const AND_PERSON = /\ban? ((?:[\p{L}'’-]+ ){1,3})and $/iu;
const OTHER_VERB = /\b(?:killed|dead|died|injured|wounded|hurt|missing)\b/i;

/** The person counted, or the first word of something else; `undefined` where there is no noun. */
function nounOf(words = ''): string | undefined {
  const all = words.trim().toLowerCase().split(' ');
  return all.find(isPerson) ?? (/^ \p{Ll}/u.test(words) ? all[0] : undefined);
}

/** Whether a noun, lower case, stands for people: by the nouns of the news, and irregular plurals. */
export function isPerson(noun: string): boolean {
  return /(?:^people|men|children|^persons|^lives|^dead)$/.test(noun) || kindOfNoun(noun) === 'person';
}

const ZERO = [
  new RegExp(
    `\\b(?<count>no one|nobody|none|no (?:people|person|civilians?|soldiers?|passengers?))(?: else)? (?<word>${AUXILIARIES}${KILLED})\\b`,
    'giu',
  ),
  /(?<word>\b(?:kill(?:ed|s|ing)|left|leaving)) (?<count>no one|nobody)\b/giu,
  /\b(?<count>no|without(?: any)?) (?:reported |confirmed )?(?<word>deaths|fatalities|loss of life)\b/giu,
];
/** Whose noun is a person, "a young woman": of "a woman and her sons" it is a part. */
const ONE = [
  new RegExp(
    `\\ban?(?<noun>${NOUN})${ASIDE}? (?<word>(?:(?:was|is|has been|had been) (?:\\p{L}+ )?)?${KILLED})\\b`,
    'giu',
  ),
  new RegExp(
    `(?<word>\\b(?:kill(?:ed|s|ing)|claimed the life of)) an?(?<noun>${NOUN})\\b(?! and\\b|,)`,
    'giu',
  ),
  new RegExp(`(?<word>\\b(?:left|leaving)) an?(?<noun>${NOUN}) dead\\b`, 'giu'),
];

/** "Nobody was killed", "there were no deaths"; "a woman was killed", "killed a child". */
function withoutNumber(text: string): Toll[] {
  const none = ZERO.flatMap((form) =>
    [...text.matchAll(form)].map((match) => tollOf(text, match, match.groups!.count!, 0)),
  );
  const one = ONE.flatMap((form) => [...text.matchAll(form)]).flatMap((match) => {
    const words = match.groups!.noun!;
    const noun = nounOf(words);
    const start = match.index + match[0].search(/\ban? /i);
    if (noun === undefined || !isPerson(noun) || /\band $/.test(text.slice(0, start))) return [];
    const end = text.toLowerCase().indexOf(noun, start) + noun.length;
    return [{ ...tollOf(text, match, text.slice(start, end), 1), noun }];
  });
  return [...none, ...one];
}

function tollOf(text: string, match: RegExpExecArray, count: string, value: number): Toll {
  const word = match.groups!.word!;
  const start = match.index + match[0].indexOf(count);
  const at = match.index + match[0].lastIndexOf(word);
  return {
    start,
    end: start + count.length,
    low: value,
    high: value,
    word: { start: at, end: at + word.length },
    sure: !isDoubtful(text, { start: at, end: at + word.length }),
  };
}

/** In the toll's own clause, or before a "that" that governs it: what is not so, or not known. */
const UNSURE =
  /\b(?:feared|believed|presumed|thought|may|might|could|would|should|will|likely|possibly|if|risk|threat\w*|plan\w*|want\w*|try|trying|tried|not true|untrue|false|falsely|den(?:y|ied|ies|ying)|rejected|dismissed|refuted|disputed|no evidence|not|never|rumou?rs?|hoax|\p{L}+n['’]t)\b/iu;
const CLAUSE = /[;:!?]|, (?:but|and|while|where|when|after|who|which)\b/g;

/** Whether what a sentence says at a span is feared, planned, denied or only possible, by its clause up to the span's end. */
export function isDoubtful(text: string, { start, end }: Span): boolean {
  const clause = text
    .slice(Math.max(0, start - CONTEXT_LENGTH), end)
    .split(CLAUSE)
    .at(-1)!;
  return UNSURE.test(clause) || DENIED_AFTER.test(text.slice(start, end + CONTEXT_LENGTH));
}

/** "20 people were killed, a claim that the ministry denied". */
const DENIED_AFTER =
  /\b(?:is|was|are) (?:false|untrue|not true|a hoax)\b|\bclaims? (?:that )?\p{L}* ?\p{L}* (?:denied|denies|rejected)\b/iu;
