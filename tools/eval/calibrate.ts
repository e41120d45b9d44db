import { foldOf } from './learn.ts';
import { areaUnderCurve, fitLogistic, type Logistic, type Observation, probabilityBy } from './logistic.ts';
import type { Trial } from './trials.ts';

/** Shares of the trials on whole archives, 0 to 1, by confidences that were learned on other articles. */
export interface CalibrationFigures {
  /** Refused of those whose first sentence is right: an error. */
  readonly right: number;
  /** Refused of the questions of other sets, and of those that the sets themselves say are not answered: right. */
  readonly outside: number;
  readonly unanswerable: number;
  /** How well confidence tells right first sentences from wrong ones, and from questions of other sets. */
  readonly aucWrong: number;
  readonly aucOutside: number;
}

export interface Calibration {
  readonly model: Logistic;
  readonly threshold: number;
  readonly figures: CalibrationFigures;
}

/** Share of the right answers that may be refused: at this price nearly all questions of other sets are refused. */
const MAX_RIGHT_REFUSED = 0.143;

/** Fits the confidence on all trials; threshold and figures are by folds. */
export function calibrate(
  trials: readonly Trial[],
  { folds, seed }: { folds: number; seed: number },
): Calibration {
  const observations = observationsOf(trials);
  const fold = trials.map(({ group }) => foldOf(group, folds, seed));
  const models = Array.from({ length: folds }, (_, held) =>
    fitLogistic(observations.filter((_, i) => fold[i] !== held)),
  );
  const judged = trials.map((trial, i) => ({
    ...trial,
    confidence: probabilityBy(models[fold[i]!]!, trial.values),
  }));
  const whole = judged.filter((one) => one.whole);
  const confidences = (list: readonly { confidence: number }[]) => list.map(({ confidence }) => confidence);
  const right = confidences(whole.filter((one) => one.right)).sort((a, b) => a - b);
  const threshold = Number((right[Math.floor(right.length * MAX_RIGHT_REFUSED)] ?? 0.5).toFixed(3));
  const of = (asked: Trial['asked']) => whole.filter((one) => one.asked === asked);
  const refused = (list: readonly number[]) =>
    list.filter((confidence) => confidence < threshold).length / Math.max(1, list.length);
  const wrong = confidences(of('answerable').filter((one) => !one.right));
  const outside = confidences(of('outside'));
  return {
    model: fitLogistic(observations),
    threshold,
    figures: {
      right: refused(right),
      outside: refused(outside),
      unanswerable: refused(confidences(of('unanswerable'))),
      aucWrong: areaUnderCurve(right, wrong),
      aucOutside: areaUnderCurve(right, outside),
    },
  };
}

/** Weighs the trials so that each kind of question of each archive counts the same in all. */
function observationsOf(trials: readonly Trial[]): Observation[] {
  const key = ({ archive, asked }: Trial) => `${archive} ${asked}`;
  const counts = new Map<string, number>();
  for (const trial of trials) counts.set(key(trial), (counts.get(key(trial)) ?? 0) + 1);
  return trials.map((trial) => ({
    values: trial.values,
    right: trial.right,
    weight: WEIGHT_OF_KIND / counts.get(key(trial))!,
  }));
}

/** Of all trials of one kind in one archive. */
const WEIGHT_OF_KIND = 1_000;
