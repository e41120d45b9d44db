import { writeFileSync } from 'node:fs';
import type { Calibration } from './calibrate.ts';
import type { Quality } from './learn.ts';

export function figuresOf({ p1, hit5, mrr10 }: Quality): string {
  return `P@1 ${p1.toFixed(4)}  hit@5 ${hit5.toFixed(4)}  MRR@10 ${mrr10.toFixed(4)}`;
}

/** Figures by folds of articles, on the whole archives. */
export function calibrationLine({ threshold, unsure, figures }: Calibration): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    `confidence under ${threshold} is no answer: ${percent(figures.right)} of right first sentences,`,
    `${percent(figures.outside)} of other sets' questions, ${percent(figures.near)} of those that a part of a set lacks,`,
    `${percent(figures.unanswerable)} of unanswerable ones; under ${unsure} is silence: ${percent(figures.inThreeSilent)} of`,
    `those with a right one of three, ${percent(figures.outsideSilent)} of other sets' questions;`,
    `AUC right/wrong ${figures.aucWrong.toFixed(3)}, right/other sets' ${figures.aucOutside.toFixed(3)}`,
  ].join(' ');
}

/** A line of figures, as the files have it that training writes. */
export function trainedRow(label: string, { p1, hit5, mrr10 }: Quality) {
  return {
    label: label.split('/').slice(-2).join('/'),
    p1: rounded(p1, 4),
    hit5: rounded(hit5, 4),
    mrr10: rounded(mrr10, 4),
  };
}

/** Writes the confidence's weights by the names of its features, and what they were worth in training. */
export function writeConfidence(
  path: string,
  features: readonly string[],
  { model, threshold, unsure, figures }: Calibration,
): void {
  const trained = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, rounded(value, 4)]),
  );
  const weights = Object.fromEntries(features.map((name, i) => [name, rounded(model.weights[i]!, 3)]));
  writeTrained(path, { trained, threshold, unsure, intercept: rounded(model.intercept, 3), weights });
}

export function writeTrained(path: string, content: unknown): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
