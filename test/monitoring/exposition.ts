import { expect } from 'vitest';

/** A sample of Prometheus' text format: its name, labels and value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/u;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/uy;
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];

/**
 * Reads the text format, version 0.0.4: prometheus.io/docs/instrumenting/exposition_formats. Fails where it is not well formed: a line of no
 * kind, a sample without a type above it, the same sample twice, a histogram whose buckets don't grow or don't end with its count.
 */
export function readExposition(text: string): Sample[] {
  expect(text.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('# HELP '))) {
    const [, typed, type] = /^# TYPE (\S+) (\S+)$/u.exec(line) ?? [];
    if (typed !== undefined) {
      expect(TYPES).toContain(type);
      expect(types.has(typed), `${typed} has one type`).toBe(false);
      types.set(typed, type!);
      continue;
    }
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    expect(name, `a sample: ${line}`).toBeDefined();
    const family = name!.replace(/_(?:bucket|sum|count)$/u, '');
    expect(types.has(name!) || types.has(family), `${name} has a type`).toBe(true);
    samples.push({ name: name!, labels: labelsOf(labels), value: valueIn(value!) });
  }
  const keys = samples.map(({ name, labels }) => JSON.stringify([name, labels]));
  expect(new Set(keys).size).toBe(keys.length);
  for (const [name, type] of types) if (type === 'histogram') expectHistogram(name, samples);
  return samples;
}

/** As Go's ParseFloat reads it, in any case: prom-client writes `Nan` of what was never measured. */
function valueIn(text: string): number {
  if (/^nan$/iu.test(text)) return Number.NaN;
  const value = Number(text.replace(/^\+?Inf$/u, 'Infinity'));
  expect(Number.isNaN(value), `a number: ${text}`).toBe(false);
  return value;
}

function labelsOf(text: string): Record<string, string> {
  const found: [string, string][] = [];
  let end = 0;
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(text); match; match = LABEL.exec(text)) {
    found.push([match[1]!, match[2]!]);
    end = LABEL.lastIndex;
  }
  expect(end, `labels: ${text}`).toBe(text.length);
  return Object.fromEntries(found);
}

function expectHistogram(name: string, samples: readonly Sample[]): void {
  for (const count of samples.filter((one) => one.name === `${name}_count`)) {
    const buckets = samples.filter(
      ({ name: own, labels: { le: _, ...labels } }) =>
        own === `${name}_bucket` && JSON.stringify(labels) === JSON.stringify(count.labels),
    );
    const values = buckets.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(buckets.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value: count.value });
  }
}
