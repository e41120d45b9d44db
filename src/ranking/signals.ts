import type { Signal } from './signal.ts';
import { answerNear, answerPresent, reasonGiven } from './signals/answer-type.ts';
import { articleShare } from './signals/article-share.ts';
import { bm25, bm25Relative } from './signals/bm25.ts';
import {
  coverage,
  coverageOfParagraph,
  coverageWhole,
  coverageWithBefore,
  coverageWithNeighbours,
} from './signals/coverage.ts';
import { definition, placed } from './signals/definition.ts';
import { exactForm } from './signals/exact-form.ts';
import { focus } from './signals/focus.ts';
import { fragment, length } from './signals/length.ts';
import { namesInParagraph, namesInSentence } from './signals/names.ts';
import { novelty } from './signals/novelty.ts';
import { phrase } from './signals/phrase.ts';
import { early, firstOfArticle } from './signals/position.ts';
import { proximity } from './signals/proximity.ts';
import { rarestMissing } from './signals/rarest-missing.ts';

/** Every signal. A new one is a file in `signals/`, its name here and its weight in `weights.ts`. */
export const SIGNALS: readonly Signal[] = [
  ...bm25,
  ...bm25Relative,
  coverage,
  coverageWithNeighbours,
  coverageWithBefore,
  coverageOfParagraph,
  coverageWhole,
  rarestMissing,
  namesInSentence,
  namesInParagraph,
  proximity,
  phrase,
  focus,
  answerPresent,
  answerNear,
  reasonGiven,
  firstOfArticle,
  early,
  length,
  fragment,
  articleShare,
  exactForm,
  novelty,
  definition,
  placed,
];
