import type { Signal } from './signal.ts';
import { answerPresent } from './signals/answer-type.ts';
import { articleShare } from './signals/article-share.ts';
import { asks } from './signals/asks.ts';
import { bm25 } from './signals/bm25.ts';
import { counted } from './signals/counted.ts';
import {
  coverageOfParagraph,
  coverageRelative,
  coverageWithAfter,
  coverageWithBefore,
} from './signals/coverage.ts';
import { definition, placed } from './signals/definition.ts';
import { furniture, furnitureBeside } from './signals/furniture.ts';
import { namesInParagraph, namesInSentence } from './signals/names.ts';
import { phrase } from './signals/phrase.ts';
import { rarestMissing } from './signals/rarest-missing.ts';
import { wording, wordPairs, wordTriples } from './signals/wording.ts';

/** Every signal. A new one is a file in `signals/`, its name here and its weight in `weights.ts`. */
export const SIGNALS: readonly Signal[] = [
  bm25,
  coverageRelative,
  coverageWithBefore,
  coverageWithAfter,
  coverageOfParagraph,
  rarestMissing,
  namesInSentence,
  namesInParagraph,
  phrase,
  answerPresent,
  articleShare,
  wording,
  wordPairs,
  wordTriples,
  counted,
  definition,
  placed,
  asks,
  furniture,
  furnitureBeside,
];
