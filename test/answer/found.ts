import type { Sources } from '../../src/answer/answer.ts';
import { elsewhereIn } from '../../src/answer/copies.ts';
import type { RankedResult } from '../../src/answer/ranked-result.ts';
import { nameTypesOf } from '../../src/index/lexicon/name-types.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { analysesOf } from '../../src/ranking/analysis.ts';
import { evidenceOf, queryContextOf } from '../../src/ranking/evidence.ts';
import { rank } from '../../src/ranking/rank.ts';
import { articlesOf, documentsOf, gatheredFrom, indexOf } from '../articles.ts';

/** What is found for a question in these articles, before it becomes an answer. */
export async function foundIn(
  question: string,
  ...texts: string[]
): Promise<{ result: RankedResult; sources: Sources }> {
  const { articles, sentences, lexicon, search } = await indexOf(articlesOf(...texts));
  const read = parseQuery('ask', question, lexicon);
  const terms = read.concepts.flatMap(({ alternatives }) => alternatives.flat());
  const [hits = []] = await search([{ terms, limit: 60 }]);
  const query = queryContextOf(read, hits, sentences, (term) => lexicon.term(term)?.sentences ?? 0);
  const documents = gatheredFrom(documentsOf(...texts));
  const analyses = analysesOf(documents, nameTypesOf(lexicon).typeOf);
  const evidence = hits.map((hit) => evidenceOf(hit, query, documents, analyses));
  const result = {
    query,
    ranked: rank(evidence, query),
    evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
    elsewhere: elsewhereIn(documents, analyses, () => true),
  };
  return { result, sources: { articles, sentences, documents, lexicon, analyses } };
}

/** The same result with other scores for the best of them; the others are left out. */
export function scored({ ranked, ...result }: RankedResult, ...scores: number[]): RankedResult {
  return { ...result, ranked: scores.map((score, i) => ({ ...ranked[i]!, score })) };
}
