import type { Answer, Citation, Collection, Question, Ranked } from '../model.ts';
import type { Vocabulary } from '../question/vocabulary.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { confidenceOf, groundsOf } from '../ranking/confidence.ts';
import type { Asked, Evidence } from '../ranking/evidence.ts';
import { assertVerbatim, cite, placeOf } from './cite.ts';
import { groupCopies } from './copies.ts';
import { highlightsOf } from './highlights.ts';
import { nearestNames } from './nearest.ts';

/** A question with all that was found for it: ranked best first, evidence by sentence number. */
export interface Findings {
  readonly asked: Asked;
  readonly ranked: readonly Ranked[];
  readonly evidence: ReadonlyMap<number, Evidence>;
}

export interface Sources {
  readonly collection: Collection;
  readonly vocabulary: Vocabulary;
  readonly analyses: Analyses;
}

/**
 * Below this confidence an answer is none. It costs 2.8 % of the right first answers, and refuses .52 to .85 of the
 * questions asked of an archive on other things (our measurement, on the questions named in confidence.ts).
 */
export const THRESHOLD = 0.08;

/** A further sentence is shown where the ranker gives it at least this share of the first one's chance. */
const WORTH_SHOWING = 0.08;

export type Untimed = Omit<Answer, 'took_ms'>;

/** The answer to show: whole citations above the threshold, or what is nearest. */
export function answerOf(findings: Findings, sources: Sources, limit: number, explain: boolean): Untimed {
  const { question } = findings.asked;
  const confidence = confidenceIn(findings, sources);
  const shared = {
    question: { kind: question.kind, text: question.text, names: question.names },
    articles: sources.collection.documents.length,
    confidence,
  };
  if (confidence < THRESHOLD) {
    return {
      ...shared,
      status: 'not-found',
      citations: [],
      found: 0,
      nearest: nearestNames(question, sources.vocabulary),
      reason: reasonOf(question, sources.vocabulary),
    };
  }
  const worth = worthShowing(findings);
  const groups = groupCopies(worth, sources.analyses, worth.length);
  return {
    ...shared,
    status: 'found',
    citations: citationsOf(worth, findings, sources, limit, explain),
    found: groups.length,
    nearest: [],
  };
}

/** Citations of ranked sentences, near-identical ones as copies of the best; at most `limit`. */
export function citationsOf(
  ranked: readonly Ranked[],
  { asked, evidence }: Findings,
  { collection, analyses }: Sources,
  limit: number,
  explain = false,
): Citation[] {
  return groupCopies(ranked, analyses, limit).map(({ first, copies }) => {
    const citation = cite(collection, first, {
      highlights: highlightsOf(evidence.get(first.sentence.number)!, asked),
      copies: copies.map((sentence) => placeOf(collection, sentence)),
      explain,
    });
    assertVerbatim(collection, first.sentence, citation);
    return citation;
  });
}

function confidenceIn({ ranked, evidence, asked }: Findings, { vocabulary }: Sources): number {
  if (ranked.length === 0) return 0;
  return confidenceOf(groundsOf(ranked, evidence, asked, (term) => vocabulary.entries.has(term)));
}

/** Sentences with a fair chance beside the first; of a bare name, only those that hold as much of it. */
function worthShowing({ ranked, evidence, asked }: Findings): Ranked[] {
  const best = ranked[0]!;
  const held = (one: Ranked) => evidence.get(one.sentence.number)!.inSentence.filter(Boolean).length;
  return ranked.filter((one) =>
    asked.question.bare ? held(one) >= held(best) : Math.exp(one.score - best.score) >= WORTH_SHOWING,
  );
}

function reasonOf({ concepts, names, text }: Question, vocabulary: Vocabulary): string {
  if (concepts.length === 0) return `There is no word to search for in “${text}”.`;
  const missing = names.filter((name) => name.match === 'none').map((name) => `“${name.typed}”`);
  if (missing.length > 0) return `No article mentions ${missing.join(' or ')}.`;
  const unknown = concepts.filter(
    (c) => !c.ways.some((way) => way.every((term) => vocabulary.entries.has(term))),
  );
  if (unknown.length === concepts.length) return 'None of these words stands in any article.';
  return 'Some of these words stand in the archive, but no sentence holds enough of them to be an answer.';
}
