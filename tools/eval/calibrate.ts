import { foldOf } from './learn.ts';
import { areaUnderCurve, fitLogistic, type Logistic, type Observation, probabilityBy } from './logistic.ts';
import type { Trial } from './trials.ts';

/** Shares of the trials on whole archives, 0 to 1, by confidences that were learned on other articles. */
export interface CalibrationFigures {
  /** Refused of those whose first sentence is right: an error. */
  readonly right: number;
  /** Silent of those of which one of the first three is right: an error. */
  readonly inThreeSilent: number;
  /** Refused of the questions of other sets, and silent of them: right. */
  readonly outside: number;
  readonly outsideSilent: number;
  /** Refused of the questions whose answer a part of the set lacks, and of those that a set says are not answered: right. */
  readonly near: number;
  readonly unanswerable: number;
  /** How well confidence tells right first sentences from wrong ones, and from questions of other sets. */
  readonly aucWrong: number;
  readonly aucOutside: number;
}

export interface Calibration {
  readonly model: Logistic;
  readonly threshold: number;
  /** Below it nothing is shown. */
  readonly unsure: number;
  readonly figures: CalibrationFigures;
}

/**
 * Share of the questions about something else that must be refused. At .95 a tenth of right first sentences are refused, at
 * .97 a seventh.
 */
const OUTSIDE_REFUSED = 0.955;
/** Share of the questions with a right sentence among the first three that may end in silence. */
const MOST_SILENT = 0.01;

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
  const right = confidences(whole.filter((one) => one.right));
  const inThree = confidences(whole.filter((one) => one.inThree));
  const asked = (list: readonly (typeof judged)[number][], kind: Trial['asked']) =>
    list.filter((one) => one.asked === kind);
  const wrong = confidences(asked(whole, 'answerable').filter((one) => !one.right));
  const outside = confidences(asked(whole, 'outside'));
  const threshold = inThousandths(quantile(outside, OUTSIDE_REFUSED), Math.ceil);
  const unsure = inThousandths(quantile(inThree, MOST_SILENT), Math.floor);
  return {
    model: fitLogistic(observations),
    ...{ threshold, unsure },
    figures: {
      right: below(right, threshold),
      inThreeSilent: below(inThree, unsure),
      outside: below(outside, threshold),
      outsideSilent: below(outside, unsure),
      near: below(confidences(asked(judged, 'near')), threshold),
      unanswerable: below(confidences(asked(whole, 'unanswerable')), threshold),
      aucWrong: areaUnderCurve(right, wrong),
      aucOutside: areaUnderCurve(right, outside),
    },
  };
}

function confidences(list: readonly { readonly confidence: number }[]): number[] {
  return list.map(({ confidence }) => confidence);
}

/** The value that this share of a list lies below; .5 for an empty list. */
function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0.5;
}

/** A threshold to three places, towards the side on which it keeps its promise. */
function inThousandths(value: number, round: (value: number) => number): number {
  return round(value * 1000) / 1000;
}

function below(list: readonly number[], threshold: number): number {
  return list.filter((confidence) => confidence < threshold).length / Math.max(1, list.length);
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
