import { dayOf } from '../index/documents/metadata.ts';
import type { Documents } from '../index/gathered-documents.ts';
import type { Lexicon } from '../index/lexicon/lexicon.ts';
import { byCodeUnits } from '../ingest/files/by-code-units.ts';
import type { Answer, AnswerStatus, Citation, Ranked, Reason } from '../model/answer.ts';
import type { Sentence } from '../model/article.ts';
import type { Order, Query } from '../model/query.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { confidenceByWords, confidenceOf, THRESHOLD, UNSURE } from '../ranking/confidence.ts';
import { asksOfNames } from '../ranking/evidence.ts';
import { assertVerbatim, cite, placeOf } from './cite.ts';
import { copiesOf, type Group, groupCopies, lookedUp } from './copies.ts';
import { broughtForward, claimsOf, type Difference, differenceIn } from './differ.ts';
import { exampleNames } from './examples.ts';
import { answersAfter } from './follows.ts';
import { highlightsOf } from './highlights.ts';
import { nearestNames } from './nearest.ts';
import type { RankedResult } from './ranked-result.ts';

/** What answers are made of, beside the ranked result. */
export interface Sources {
  /** How many articles and sentences the archive has. */
  readonly articles: number;
  readonly sentences: number;
  readonly documents: Documents;
  readonly lexicon: Lexicon;
  readonly analyses: Analyses;
}

/** A further sentence is shown where the ranker gives it at least this share of the first one's chance. */
const WORTH_SHOWING = 0.08;
/** An unsure answer shows as many at least: chat-a's right sentence is first for .47 of the questions, of three for .75. */
const NEAREST = 3;
/** Sentences that these are taken from: some are copies of others. */
const NEAREST_OF = 4 * NEAREST;

/** Which of the citations to show. */
export interface Show {
  readonly limit: number;
  readonly offset?: number;
  readonly explain?: boolean;
  readonly order?: Order;
}

export type Untimed = Omit<Answer, 'took_ms'>;

/** Near-identical sentences together, in the order of showing: all of them, and those on the page. */
export interface Shown {
  readonly groups: readonly Group[];
  readonly page: readonly Group[];
}

/** What an answer would show, before it is known how sure it is. */
export interface Selection {
  readonly difference: Difference | undefined;
  readonly found: Shown;
  readonly unsure: Shown;
}

/** Selects what is worth showing of a ranked result; `offset` and `limit` count groups. */
export function selectionOf(result: RankedResult, sources: Sources, show: Show): Selection {
  const worth = worthShowing(result);
  const difference = differenceIn(worth, result, sources.documents);
  const groups = groupCopies(difference ? broughtForward(worth, difference) : worth, sources.analyses);
  const found = onPage(show.order === 'newest' ? newestFirst(groups, sources.documents) : groups, show);
  if (!difference && found.groups.length >= NEAREST) return { difference, found, unsure: found };
  const near = new Set([...worth, ...result.ranked.slice(0, NEAREST_OF)]);
  const nearest = groupCopies([...near], sources.analyses).slice(0, Math.max(NEAREST, found.groups.length));
  return { difference, found, unsure: onPage(nearest, show) };
}

/** Groups sentences, and takes the page to show. */
export function pageOf(
  ranked: readonly Ranked[],
  { analyses }: Pick<Sources, 'analyses'>,
  show: Show,
): Shown {
  return onPage(groupCopies(ranked, analyses), show);
}

function onPage(groups: readonly Group[], { limit, offset = 0 }: Show): Shown {
  return { groups, page: groups.slice(offset, offset + limit) };
}

/** By the days of their articles, undated ones last; those of one day stay in order. */
function newestFirst(groups: readonly Group[], documents: Documents): Group[] {
  const published = ({ first }: Group) => documents.document(first.sentence.document).article.published ?? '';
  return byDay(groups, published);
}

/** Sorts by the days of what is stated (ISO 8601), newest first; nothing stated comes last. */
export function byDay<T>(all: readonly T[], publishedOf: (one: T) => string): T[] {
  const days = new Map(all.map((one) => [one, dayOf(publishedOf(one)) ?? '']));
  return [...all].sort((a, b) => byCodeUnits(days.get(b)!, days.get(a)!));
}

/** The documents whose duplicates an answer needs: of the first sentence, and of what pages may show. */
export function comparedDocuments({ ranked }: RankedResult, ...shown: readonly Shown[]): number[] {
  const first = ranked[0] ? [ranked[0].sentence] : [];
  return [...first, ...shown.flatMap(({ page }) => page.flatMap(lookedUp))].map(({ document }) => document);
}

/**
 * The answer to show: whole citations above a threshold, or why there is none. Duplicates of `comparedDocuments` have
 * been gathered. Occurrences, where the words do not occur together, are added by who has the postings.
 */
export function answerOf(
  result: RankedResult,
  { difference, ...selected }: Selection,
  sources: Sources,
  show: Show,
): Untimed {
  const { question } = result.query;
  const { articles, sentences, lexicon } = sources;
  const confidence = question.intent ? 0 : confidenceOf({ ...result, sentences });
  const status = statusOf(confidence);
  const byWords = show.explain && !question.intent ? confidenceByWords({ ...result, sentences }) : undefined;
  const { kind, text, names, isKeywordQuery, intent } = question;
  const shared = {
    status,
    question: { kind, text, names, isKeywordQuery, ...(intent && { intent }) },
    articles,
    confidence,
    ...(byWords !== undefined && { confidence_by_words: byWords }),
  };
  const reason = reasonOf(question, lexicon);
  if (status === 'not-found') {
    const nearest = intent ? exampleNames(lexicon) : nearestNames(question, lexicon);
    return { ...shared, citations: [], found: 0, nearest, reason };
  }
  const { groups, page } = selected[status];
  const shown = { citations: citationsOf(page, result, sources, show), found: groups.length };
  if (status === 'unsure') {
    const unmentioned = reason === 'not-mentioned';
    const nearest = unmentioned ? nearestNames(question, lexicon) : [];
    return { ...shared, ...shown, nearest, ...(unmentioned && { reason }) };
  }
  const differing = difference ? claimsOf(shown.citations, difference) : [];
  return { ...shared, ...shown, ...(differing.length > 0 && { differing }), nearest: [] };
}

function statusOf(confidence: number): AnswerStatus {
  if (confidence >= THRESHOLD) return 'found';
  return confidence >= UNSURE ? 'unsure' : 'not-found';
}

/** Citations of groups, near-identical sentences as copies of the best. */
export function citationsOf(
  page: readonly Group[],
  { query, evidence, elsewhere }: RankedResult,
  { documents, analyses }: Pick<Sources, 'documents' | 'analyses'>,
  { explain = false }: Pick<Show, 'explain'>,
): Citation[] {
  return page.map((group) => {
    const { first } = group;
    const document = documents.document(first.sentence.document);
    const copies = copiesOf(group, elsewhere, documents).map((sentence) =>
      placeOf(documents.document(sentence.document).article, sentence),
    );
    const own = evidence.get(first.sentence.number)!;
    const parts = {
      highlights: highlightsOf(own, query),
      copies,
      score: first.score,
      ...(explain && { signals: first.signals }),
    };
    const answers = answersAfter(own, query, analyses);
    const cited = ({ number }: Sentence) => page.some((other) => other.first.sentence.number === number);
    const citation = cite(document, first.sentence, parts, (next) => !cited(next) && answers(next));
    assertVerbatim(document.article, citation);
    return citation;
  });
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

function reasonOf({ concepts, names, intent }: Query, lexicon: Lexicon): Reason {
  if (intent) return intent;
  if (concepts.length === 0) return 'no-word';
  if (names.some((name) => name.match === 'none')) return 'not-mentioned';
  const known = concepts.some(({ alternatives }) =>
    alternatives.some((terms) => terms.every((term) => lexicon.term(term))),
  );
  return known ? 'not-together' : 'none-known';
}
