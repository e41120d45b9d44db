import { GatheredDocuments } from '../../src/index/gathered-documents.ts';
import { nameTypesOf } from '../../src/index/lexicon/name-types.ts';
import type { Ranked } from '../../src/model/answer.ts';
import type { Article } from '../../src/model/article.ts';
import type { Query, QuestionKind } from '../../src/model/query.ts';
import { parseQuery } from '../../src/query/parse-query.ts';
import { analysesOf } from '../../src/ranking/analysis.ts';
import { confidenceOf } from '../../src/ranking/confidence.ts';
import { type ConfidenceFeatures, confidenceFeaturesOf } from '../../src/ranking/confidence-features.ts';
import { type Evidence, evidenceOf, queryContextOf } from '../../src/ranking/evidence.ts';
import { rank } from '../../src/ranking/rank.ts';
import { articleOf, indexOf } from '../articles.ts';

export interface Weighed {
  readonly question: Query;
  /** Best first. */
  readonly ranked: readonly Ranked[];
  readonly evidence: ReadonlyMap<number, Evidence>;
  /** `undefined` of names alone. */
  readonly features: ConfidenceFeatures | undefined;
  readonly confidence: number;
  /** The value of a signal for the sentence that begins so. */
  signal(name: string, opening: string): number;
  /** The sentences, best first. */
  readonly order: readonly string[];
}

/** A question asked of a few sentences, with all that ranking sees of it. */
export async function weighed(
  question: string,
  texts: readonly (string | Article)[],
  kind: QuestionKind = 'ask',
): Promise<Weighed> {
  const index = await indexOf(texts.map((text, i) => (typeof text === 'string' ? articleOf(text, i) : text)));
  const { sentences, lexicon } = index;
  const read = parseQuery(kind, question, lexicon);
  const terms = read.concepts.flatMap(({ alternatives }) => alternatives.flat());
  const [hits = []] = await index.search([{ terms, limit: 60 }]);
  const documents = new GatheredDocuments(index);
  await documents.gather(hits.map(({ document }) => document));
  const query = queryContextOf(read, hits, sentences, (term) => lexicon.term(term)?.sentences ?? 0);
  const analyses = analysesOf(documents, nameTypesOf(lexicon).typeOf);
  const evidence = new Map(
    hits.map((hit) => [hit.sentence, evidenceOf(hit, query, documents, analyses)] as const),
  );
  const ranked = rank([...evidence.values()], query);
  const list = { ranked, evidence, query, sentences };
  const textOf = ({ sentence }: Ranked) => analyses.of(sentence).text;
  return {
    question: read,
    ranked,
    evidence,
    features: confidenceFeaturesOf(list),
    confidence: confidenceOf(list),
    signal(name, opening) {
      const one = ranked.find((candidate) => textOf(candidate).startsWith(opening));
      const value = one?.signals[name];
      if (value === undefined) throw new Error(`no ${name} of “${opening}”`);
      return value;
    },
    order: ranked.map(textOf),
  };
}
