import { answerNear } from './signals/answer-near.js';
import { answerNamed, answerPresent } from './signals/answer-type.js';
import { articleShare } from './signals/article-share.js';
import { asks } from './signals/asks.js';
import { bm25OfParagraph } from './signals/bm25.js';
import { contradicts } from './signals/contradicts.js';
import { counted } from './signals/counted.js';
import { coverageAround, coverageOfParagraph, coverageWithBefore } from './signals/coverage.js';
import { definition, placed } from './signals/definition.js';
import { exact } from './signals/exact.js';
import { furniture, furnitureBeside } from './signals/furniture.js';
import { namesInParagraph } from './signals/names.js';
import { proximity } from './signals/proximity.js';
import { rarestMissing } from './signals/rarest-missing.js';
import { rarity } from './signals/rarity.js';
import { wording, wordingOfForms, wordPairs } from './signals/wording.js';
/** Every signal. A new one is a file in `signals/`, its name here and its weight in `weights.ts`. */
export const SIGNALS = [
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
