import type { Span } from '../model/article.ts';
import type { AnswerType, NameType } from '../model/query.ts';
import type { Analysis, TypedRun } from './analysis.ts';

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
  switch (expects) {
    case 'date':
      return analysis.dates.filter((span) => isNew(span, analysis, queryTerms));
    case 'number':
      return analysis.numbers.filter(
        (span) => isNew(span, analysis, queryTerms) && !analysis.dates.some((date) => isInside(span, date)),
      );
    case 'person':
      return analysis.runs.filter((run) => mayAct(run) && isNew(run, analysis, queryTerms));
    case 'place':
      return analysis.runs.filter(
        (run) => run.type !== 'person' && isNew(run, analysis, queryTerms) && isPlaced(run, analysis.text),
      );
    default:
      return [];
  }
}

/** The place of a span among the words: the index of its first word. */
export function wordAt(analysis: Analysis, span: Span): number {
  const at = analysis.words.findIndex((word) => word.end > span.start);
  return at < 0 ? analysis.words.length : at;
}

/** A person, an organisation, or a name that nothing is known of. */
function mayAct({ type }: TypedRun): boolean {
  return type === undefined || type === 'person' || type === 'organisation';
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
