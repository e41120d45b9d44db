import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/monitoring/metrics.ts';
import { packageRoot } from '../../src/package.ts';
import { readExposition } from './exposition.ts';

const textOf = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');

/** The names of metrics, and the labels, that an expression of PromQL asks for. */
const asked = (expression: string) => ({
  names: expression.match(/\b(?:ibid|nodejs|process)_\w+/gu) ?? [],
  labels: [...expression.matchAll(/[{,]\s*(\w+)\s*(?:=|!)/gu), ...expression.matchAll(/by \((\w+)\)/gu)].map(
    ([, label]) => label!,
  ),
});

const dashboard = JSON.parse(textOf('deploy/grafana-dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};
const alerts = parse(textOf('deploy/alerts.yml')) as { groups: { rules: { expr: string }[] }[] };
const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
];

test('each metric and label that the dashboard and the alerts ask for is there', async () => {
  const archive = { isOpen: true, articles: 1, sentences: 2, lookedAt: 3 } as const;
  const shards = [{ shard: 0, isConnected: true }];
  const metrics = createMetrics(() => ({ pid: 1, version: '1', startedAt: 0, archive, shards }));
  metrics.count({ kind: 'interaction', type: 'command', name: 'who', outcome: 'found', seconds: 0.1 });
  metrics.count({ kind: 'feed', outcome: 'read', stored: 1, refused: 0 });
  const samples = readExposition(await metrics.text());
  const names = new Set(samples.map(({ name }) => name));
  // Prometheus itself adds where it has read them, and whether it could.
  const labels = new Set(['instance', 'job', ...samples.flatMap((one) => Object.keys(one.labels))]);
  expect(expressions.length).toBeGreaterThan(20);
  const all = expressions.map(asked);
  expect(all.flatMap((one) => one.names).filter((name) => !names.has(name))).toEqual([]);
  expect(all.flatMap((one) => one.labels).filter((label) => !labels.has(label))).toEqual([]);
});
