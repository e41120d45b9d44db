import type { DateReading } from '../../model/answer.ts';
import type { Span } from '../../model/article.ts';
import { dateSpans } from './dates.ts';
import { type Days, statedDay, weekdayOf } from './days.ts';
import { resolveDate } from './resolve-dates.ts';

/**
 * Reads the relative dates in a span of an article ("Monday"), counted from the day that the article states. Empty where
 * it states none.
 */
export function dateReadings(text: string, within: Span, published: string | undefined): DateReading[] {
  if (statedDay(published) === undefined) return [];
  const sentence = text.slice(within.start, within.end);
  return dateSpans(sentence).flatMap((span) => {
    if (resolveDate(sentence.slice(span.start, span.end), undefined)) return [];
    const days = readDate(sentence, span, published);
    return days
      ? [{ start: within.start + span.start, end: within.start + span.end, from: days.from, to: days.to }]
      : [];
  });
}

/** As `resolveDate`, but `undefined` where the words around the expression make its reading doubtful. */
export function readDate(sentence: string, span: Span, published: string | undefined): Days | undefined {
  const expression = sentence.slice(span.start, span.end);
  const days = resolveDate(expression, published);
  const alone = resolveDate(expression, undefined);
  const day = statedDay(published);
  if (!days || alone || day === undefined) return alone;
  const around: Around = {
    expression,
    before: sentence.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start),
    after: sentence.slice(span.end, span.end + CONTEXT_LENGTH),
    day,
  };
  return DOUBTS.some((doubts) => doubts(around)) ? undefined : days;
}

interface Around {
  readonly expression: string;
  readonly before: string;
  readonly after: string;
  readonly day: string;
}

/** UTF-16 units before and after an expression that may change its reading; few sentences are longer to either side. */
const CONTEXT_LENGTH = 240;

const MONTH_NAME = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const WEEKDAY = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day/;
const WEEKDAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];

const DOUBTS: readonly ((around: Around) => boolean)[] = [
  isAhead,
  // "Next Monday", "every Friday", "Black Friday", "the Monday before", "by Sunday".
  ({ expression, before }) =>
    WEEKDAY.test(expression) &&
    /\b(?:next|last|this|every|each|that|any|an?|the|one|same|following|previous|coming|by|until|till|through|Black|Good|Bloody|Palm|Easter) $/i.test(
      before,
    ),
  // "Monday last week", "Friday prayers".
  ({ expression, after }) =>
    WEEKDAY.test(expression) &&
    /^(?:,? (?:of )?(?:last|next|the (?:previous|following)) |,? a week |s\b| prayers| sermon)/.test(after),
  // "Tuesday 5 Jul 2016": the date beside it says the day; not "on Monday 17 people".
  ({ expression, before, after }) =>
    WEEKDAY.test(expression) &&
    (new RegExp(
      `^,? \\(?(?:\\d{1,2}(?:st|nd|rd|th)?(?!\\d| ?[a-z])|the \\d|(?:${MONTH_NAME})[a-z]*\\.? \\d)`,
    ).test(after) ||
      new RegExp(`(?:\\d|(?:${MONTH_NAME})[a-z]*)(?:st|nd|rd|th)?,? \\(?$`).test(before)),
  // "On July 5 and August 6 2013", "in 2013 … on August 21": the year may be that one.
  ({ expression, before, after }) =>
    isMonth(expression) && !/ year$/.test(expression) && /\b(?:19|20)\d\d\b/.test(`${before} ${after}`),
  // "April 7th Street", "the March 8 alliance".
  ({ expression, after }) =>
    isMonth(expression) &&
    /^ (?:Street|Square|Bridge|Brigade|Movement|University|Hospital|Revolution|Alliance|alliance|Agreement)\b/.test(
      after,
    ),
  // "Russia Today"; "today's Syria" is that of these years.
  ({ expression, before, after }) =>
    (expression === 'Today' && /[A-Z]\w* $/.test(before)) ||
    (/^today$/i.test(expression) && /^['’]?s\b/.test(after)),
  // "More than ten days ago", "three to four days ago", "the last 12 days of September".
  ({ expression, before }) =>
    / ago$/.test(expression) &&
    /(?:more than|over|nearly|almost|about|around|less than|at least|roughly|some|to|or|[-–]) ?$/i.test(
      before,
    ),
  ({ expression, after }) => /^(?:past|last) /i.test(expression) && /^ of\b/.test(after),
  // "In the last 48 hours, they said on Friday", in an article of Saturday: counted from Friday.
  ({ expression, before, after, day }) =>
    /(?:hours?|days?|ago|yesterday|today)$/i.test(expression) &&
    !WEEKDAY.test(expression) &&
    WEEKDAY.test(`${before} ${after}`) &&
    !new RegExp(`\\b${WEEKDAYS[weekdayOf(day)]}day`).test(`${before} ${after}`),
];

const FUTURE =
  /\b(?:will|shall|would|may|might|could|set|due|scheduled|expected|planned|plan|plans|to be|upcoming|coming|going to|about to|ahead of|eve of|starting|to (?:begin|start|meet|hold|take|end|expire|resume))\b|['’]ll\b/;
const REPORTED =
  /\b(?:said|says|told [\w ]{1,30}|announced|reported|declared|wrote|stated|added|confirmed)(?: late| early)?(?: on| in)? $/;
const CLAUSE = /[,;:()"“”—–]|\b(?:that|which|who|said|after|while|and|but|when)\b/;

/** Whether a weekday or a month may be one to come: the clause speaks of what is ahead. */
function isAhead({ expression, before, after }: Around): boolean {
  if (!(WEEKDAY.test(expression) || isMonth(expression)) || REPORTED.test(before)) return false;
  return FUTURE.test(before.split(CLAUSE).at(-1)!) || FUTURE.test(after.split(CLAUSE)[0]!);
}

function isMonth(expression: string): boolean {
  return new RegExp(`\\b(?:${MONTH_NAME})`, 'i').test(expression) && !WEEKDAY.test(expression);
}
