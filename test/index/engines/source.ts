import type { EngineSource } from '../../../src/index/engines/engine.ts';
import type { Document } from '../../../src/model/article.ts';

export type Accepts = EngineSource['accepts'];

export const EVERY: Accepts = () => undefined;

/** What an engine is opened over, of documents in memory. */
export function sourceOf(documents: readonly Document[], accepts = EVERY): EngineSource {
  const sentences = documents.reduce((sum, one) => sum + one.sentences.length, 0);
  return { sentences, documents: () => documents, accepts };
}
