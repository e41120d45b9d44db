import type { Signal } from './signal.ts';
import { answerNear } from './signals/answer-near.ts';
import { answerNamed, answerPresent } from './signals/answer-type.ts';
import { articleShare } from './signals/article-share.ts';
import { asks } from './signals/asks.ts';
import { bm25OfParagraph } from './signals/bm25.ts';
import { contradicts } from './signals/contradicts.ts';
import { counted } from './signals/counted.ts';
import { coverageAround, coverageOfParagraph, coverageWithBefore } from './signals/coverage.ts';
import { definition, placed } from './signals/definition.ts';
import { exact } from './signals/exact.ts';
import { furniture, furnitureBeside } from './signals/furniture.ts';
import { namesInParagraph } from './signals/names.ts';
import { proximity } from './signals/proximity.ts';
import { rarestMissing } from './signals/rarest-missing.ts';
import { rarity } from './signals/rarity.ts';
import { wording, wordingOfForms, wordPairs } from './signals/wording.ts';

/** Every signal. A new one is a file in `signals/`, its name here and its weight in `weights.ts`. */
export const SIGNALS: readonly Signal[] = [
  bm25OfParagraph,
  coverageWithBefore,
  coverageAround,
  coverageOfParagraph,
  exact,
  rarity,
  rarestMissing,
  namesInParagraph,
  proximity,
  answerPresent,
  answerNamed,
  answerNear,
  articleShare,
  wording,
  wordingOfForms,
  wordPairs,
  counted,
  contradicts,
  definition,
  placed,
  asks,
  furniture,
  furnitureBeside,
];
