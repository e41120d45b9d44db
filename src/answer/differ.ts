import type { Documents } from '../index/gathered-documents.ts';
import type { Citation, Claim, Ranked } from '../model/answer.ts';
import type { RankedResult } from './ranked-result.ts';
import { areOfOneEvent, holdsAsked } from './same-event.ts';
import { disagree, type Statement, statementsOf } from './statements.ts';

/** Sentences of different articles that answer the same otherwise. */
export interface Difference {
  /** Best ranked first, each with what it states; they disagree with each other. */
  readonly sides: readonly { readonly one: Ranked; readonly statement: Statement }[];
  /** All sentences that state an answer to the whole question, of this event or another. */
  readonly answering: ReadonlySet<Ranked>;
}

/** As many as a page of an answer shows (Discord's PAGE, the terminal's limit). */
const MOST = 3;

/**
 * The first of some sentences that another one of all that were found disagrees with, and those that disagree with it
 * and with each other; `undefined` where sources agree, or speak of different things.
 */
export function differenceIn(
  first: readonly Ranked[],
  result: RankedResult,
  documents: Documents,
): Difference | undefined {
  const { expects } = result.query.question;
  if (expects !== 'number' && expects !== 'date') return undefined;
  const told = toldBy(result, documents);
  for (const anchor of told) {
    if (!first.includes(anchor.one)) continue;
    const sides = [anchor];
    for (const other of told) {
      const differs = sides.every((side) => disagree(side.statements, other.statements));
      if (differs && areOfOneEvent(anchor.report, other.report, result.query)) sides.push(other);
      if (sides.length === MOST) break;
    }
    if (sides.length === 1) continue;
    return {
      sides: sides.map(({ one, statements }) => ({ one, statement: statements[0]! })),
      answering: new Set(told.map(({ one }) => one)),
    };
  }
  return undefined;
}

/** Those of the sentences found that hold all that was asked, and state an answer to it. */
function toldBy({ query, evidence, ranked }: RankedResult, documents: Documents) {
  return ranked.flatMap((one) => {
    const { article } = documents.document(one.sentence.document);
    const report = { evidence: evidence.get(one.sentence.number)!, article };
    if (!holdsAsked(report.evidence, query)) return [];
    const statements = statementsOf(report.evidence, query, article.published);
    return statements.length === 0 ? [] : [{ one, report, statements }];
  });
}

/** The first sentence stays, those that differ follow on it: on the first page, all of them. */
export function broughtForward(ranked: readonly Ranked[], { sides }: Difference): Ranked[] {
  const sentences = sides.map(({ one }) => one);
  return [...new Set([...ranked.slice(0, 1), ...sentences, ...ranked])];
}

/** What the citations that are shown say otherwise than each other: words of theirs. */
export function claimsOf(
  citations: readonly Citation[],
  { sides }: Difference,
  documents: Documents,
): Claim[] {
  const claims = sides.flatMap(({ one, statement }) => {
    const { article } = documents.document(one.sentence.document);
    const { start } = one.sentence;
    const citation = citations.findIndex((other) => other.articleId === article.id && other.start === start);
    const span = { start: start + statement.start, end: start + statement.end };
    return citation < 0 ? [] : [{ citation, ...span, words: article.text.slice(span.start, span.end) }];
  });
  return claims.length > 1 ? claims : [];
}
