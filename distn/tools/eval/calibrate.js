import { foldOf } from './learn.js';
import { areaUnderCurve, fitLogistic, probabilityBy } from './logistic.js';
/**
 * Share of the questions about something else that must be refused. At .95 a tenth of right first sentences are refused, at
 * .97 a seventh.
 */
const OUTSIDE_REFUSED = 0.955;
/** Share of the questions with a right sentence among the first three that may end in silence. */
const MOST_SILENT = 0.01;
/** Fits the confidence on all trials; threshold and figures are by folds. */
export function calibrate(trials, { folds, seed }) {
    const observations = observationsOf(trials);
    const fold = trials.map(({ group }) => foldOf(group, folds, seed));
    const models = Array.from({ length: folds }, (_, held) => fitLogistic(observations.filter((_, i) => fold[i] !== held)));
    const judged = trials.map((trial, i) => ({
        ...trial,
        confidence: probabilityBy(models[fold[i]], trial.values),
    }));
    const whole = judged.filter((one) => one.whole);
    const right = confidences(whole.filter((one) => one.right));
    const inThree = confidences(whole.filter((one) => one.inThree));
    const asked = (list, kind) => list.filter((one) => one.asked === kind);
    const wrong = confidences(asked(whole, 'answerable').filter((one) => !one.right));
    const outside = confidences(asked(whole, 'outside'));
    const threshold = quantile(outside, OUTSIDE_REFUSED);
    const unsure = quantile(inThree, MOST_SILENT);
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
function confidences(list) {
    return list.map(({ confidence }) => confidence);
}
/** The value that this share of a list lies below, to three places; .5 for an empty list. */
function quantile(list, share) {
    const sorted = [...list].sort((a, b) => a - b);
    return Number((sorted[Math.floor(sorted.length * share)] ?? 0.5).toFixed(3));
}
function below(list, threshold) {
    return list.filter((confidence) => confidence < threshold).length / Math.max(1, list.length);
}
/** Weighs the trials so that each kind of question of each archive counts the same in all. */
function observationsOf(trials) {
    const key = ({ archive, asked }) => `${archive} ${asked}`;
    const counts = new Map();
    for (const trial of trials)
        counts.set(key(trial), (counts.get(key(trial)) ?? 0) + 1);
    return trials.map((trial) => ({
        values: trial.values,
        right: trial.right,
        weight: WEIGHT_OF_KIND / counts.get(key(trial)),
    }));
}
/** Of all trials of one kind in one archive. */
const WEIGHT_OF_KIND = 1_000;
