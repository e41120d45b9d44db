import type { EncoderModel } from './encoder.ts';

/** How a bi-encoder makes one vector of a text. */
export interface EmbeddingOptions {
  /** The mean of its tokens' vectors, or the first token's. */
  readonly pooling: 'mean' | 'cls';
  /** What stands before a question, and before a passage, in training. */
  readonly questionPrefix: string;
  readonly passagePrefix: string;
}

/** Models of one name that are used in the same way, as their cards on the hub say. */
export interface ModelFamily {
  readonly name: RegExp;
  readonly embedding: EmbeddingOptions;
  readonly languages: EncoderModel['languages'];
}

/** Mean: "average_pool" on the cards. e5 was trained with these prefixes, and gets worse without (https://arxiv.org/abs/2212.03533). */
const E5: EmbeddingOptions = { pooling: 'mean', questionPrefix: 'query: ', passagePrefix: 'passage: ' };
const PLAIN: EmbeddingOptions = { pooling: 'mean', questionPrefix: '', passagePrefix: '' };

const FAMILIES: readonly ModelFamily[] = [
  { name: /(?:^|\/|--)multilingual-e5-(?:small|base|large)$/iu, embedding: E5, languages: 'any' },
  { name: /(?:^|\/|--)e5-(?:small|base|large)(?:-v2)?$/iu, embedding: E5, languages: ['en'] },
  { name: /(?:^|\/|--)paraphrase-multilingual-MiniLM-L12-v2$/iu, embedding: PLAIN, languages: 'any' },
  { name: /(?:^|\/|--)all-MiniLM-L(?:6|12)-v\d$/iu, embedding: PLAIN, languages: ['en'] },
];

/** The family that one of these names belongs to: the folder's, or the one in its `config.json`. */
export function familyOf(names: readonly string[]): ModelFamily | undefined {
  return FAMILIES.find((family) => names.some((name) => family.name.test(name)));
}
