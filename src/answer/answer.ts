import type { Vocabulary } from '../index/lexicon/lexicon.ts';
import type { Answer, Collection, Question, Ranked, Reason } from '../model/model.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { confidenceOf, THRESHOLD } from '../ranking/confidence.ts';
import { asksOfNames } from '../ranking/evidence.ts';
import { assertVerbatim, cite, placeOf } from './cite.ts';
import { copiesOf, groupCopies } from './copies.ts';
import { broughtForward, claimsOf, type Difference, differenceIn } from './differ.ts';
import { highlightsOf } from './highlights.ts';
import { nearestNames } from './nearest.ts';
import { occurrencesOf } from './occurrences.ts';
import type { RankedResult } from './ranked-result.ts';

export interface Sources {
  readonly collection: Collection;
  readonly vocabulary: Vocabulary;
  readonly analyses: Analyses;
}

/** A further sentence is shown where the ranker gives it at least this share of the first one's chance. */
const WORTH_SHOWING = 0.08;

/** Which of the citations to show. */
export interface Show {
  readonly limit: number;
  readonly offset?: number;
  readonly explain?: boolean;
}

export type Untimed = Omit<Answer, 'took_ms'>;

/** The answer to show: whole citations above the threshold, or what is nearest. */
export function answerOf(result: RankedResult, sources: Sources, show: Show): Untimed {
  const { question } = result.query;
  const { size, articles } = sources.collection;
  const worth = worthShowing(result);
  const difference = differenceIn(worth, result, sources.collection);
  const confidence = confidenceOf({
    ...result,
    sentences: size,
    articles,
    beside: besideFirst(result, difference),
  });
  const shared = {
    question: {
      kind: question.kind,
      text: question.text,
      names: question.names,
      isKeywordQuery: question.isKeywordQuery,
    },
    articles,
    confidence,
  };
  if (confidence < THRESHOLD) {
    const reason = reasonOf(question, sources.vocabulary);
    const nearest = nearestNames(question, sources.vocabulary);
    return {
      ...shared,
      status: 'not-found',
      citations: [],
      found: 0,
      nearest,
      reason,
      ...(reason === 'not-together' && { occurrences: occurrencesOf(result.query, result.holding) }),
    };
  }
  const ranked = difference ? broughtForward(worth, difference) : worth;
  const shown = citationsOf(ranked, result, sources, show);
  const differing = difference ? claimsOf(shown.citations, difference, sources.collection) : [];
  return { ...shared, status: 'found', ...shown, ...(differing.length > 0 && { differing }), nearest: [] };
}

/** Citations of ranked sentences, near-identical ones as copies of the best; `found` counts those not shown as well. */
export function citationsOf(
  ranked: readonly Ranked[],
  { query, evidence, elsewhere }: RankedResult,
  { collection, analyses }: Sources,
  { limit, offset = 0, explain = false }: Show,
): Pick<Answer, 'citations' | 'found'> {
  const groups = groupCopies(ranked, analyses);
  const citations = groups.slice(offset, offset + limit).map((group) => {
    const { first } = group;
    const citation = cite(collection, first.sentence, {
      highlights: highlightsOf(evidence.get(first.sentence.number)!, query),
      copies: copiesOf(group, elsewhere, collection).map((sentence) => placeOf(collection, sentence)),
      score: first.score,
      ...(explain && { signals: first.signals }),
    });
    assertVerbatim(collection.document(first.sentence.document).article, citation);
    return citation;
  });
  return { citations, found: groups.length };
}

/** Sentences with a fair chance beside the first; of names alone, only those that hold as much of it. */
function worthShowing({ ranked, evidence, query }: RankedResult): Ranked[] {
  const best = ranked[0];
  if (!best) return [];
  const held = (one: Ranked) => evidence.get(one.sentence.number)!.inSentence.filter(Boolean).length;
  return ranked.filter((one) =>
    asksOfNames(query.question) ? held(one) >= held(best) : Math.exp(one.score - best.score) >= WORTH_SHOWING,
  );
}

/** What says the same as the first in reprints of its article; and where sources differ about it, all that answer. */
function besideFirst({ ranked, elsewhere }: RankedResult, difference: Difference | undefined): Set<Ranked> {
  const [first] = ranked;
  if (!first) return new Set();
  const same = new Set(elsewhere(first.sentence).map(({ number }) => number));
  const reprinted = ranked.filter(({ sentence }) => same.has(sentence.number));
  return new Set([...reprinted, ...(difference?.answering.has(first) ? difference.answering : [])]);
}

function reasonOf({ concepts, names }: Question, vocabulary: Vocabulary): Reason {
  if (concepts.length === 0) return 'no-word';
  if (names.some((name) => name.match === 'none')) return 'not-mentioned';
  const known = concepts.some(({ alternatives }) =>
    alternatives.some((terms) => terms.every((term) => vocabulary.term(term))),
  );
  return known ? 'not-together' : 'none-known';
}
