import type { Sources } from '../../src/answer/answer.ts';
import { elsewhereIn } from '../../src/answer/copies.ts';
import type { RankedResult } from '../../src/answer/ranked-result.ts';
import { collect } from '../../src/index/documents/document.ts';
import { miniSearchEngine } from '../../src/index/engines/minisearch.ts';
import { readVocabulary } from '../../src/index/lexicon/memory-lexicon.ts';
import { nameTypesOf } from '../../src/index/lexicon/name-types.ts';
import { readQuestion } from '../../src/query/parse-query.ts';
import { analysesOf } from '../../src/ranking/analysis.ts';
import { evidenceOf, queryContextOf } from '../../src/ranking/evidence.ts';
import { rank } from '../../src/ranking/rank.ts';
import { articleOf } from '../articles.ts';

/** What is found for a question in these articles, before it becomes an answer. */
export function foundIn(question: string, ...texts: string[]): { findings: RankedResult; sources: Sources } {
  const collection = collect(texts.map((text, place) => articleOf(text, place)));
  const lexicon = readVocabulary(collection.documents);
  const engine = miniSearchEngine();
  for (const document of collection.documents) engine.add(document);
  const read = readQuestion('ask', question, lexicon);
  const hits = engine.search(
    read.concepts.flatMap(({ ways }) => ways.flat()),
    60,
  );
  const asked = queryContextOf(read, hits, collection, (term) => lexicon.term(term)?.sentences ?? 0);
  const sources = {
    collection,
    lexicon,
    analyses: analysesOf(collection, nameTypesOf(lexicon).typeOf),
  };
  const evidence = hits.map((hit) => evidenceOf(hit, asked, collection, sources.analyses));
  const findings = {
    asked,
    ranked: rank(evidence, asked),
    evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
    holding: (term: string) => engine.holding(term),
    elsewhere: elsewhereIn(
      sources,
      () => [],
      () => true,
    ),
  };
  return { findings, sources };
}

/** The same findings with other scores for the best of them; the others are left out. */
export function scored({ ranked, ...findings }: RankedResult, ...scores: number[]): RankedResult {
  return { ...findings, ranked: scores.map((score, i) => ({ ...ranked[i]!, score })) };
}
