import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { packageRoot } from '../../../src/package.ts';

const CORPUS = join(packageRoot(), 'corpus');

function bench(...more: string[]) {
  return spawnSync(process.execPath, [inject('tools'), 'bench', '--corpus', CORPUS, ...more], {
    encoding: 'utf8',
  });
}

test('a bench tells what it measured of each index', () => {
  const { status, stdout } = bench('--sentences', '300', '--only', 'minisearch', 'ibid', 'limit');
  expect(status).toBe(0);
  const rows = new Map(
    stdout
      .split('\n')
      .filter((line) => / {2}/.test(line))
      .map((line) => [line.split(/ {2,}/)[0]!, line.trim().split(/ {2,}/)]),
  );
  expect(stdout).toMatch(/^3\d\d sentences in \d+ articles, \d+ of them real/);
  expect(rows.get('')).toEqual(['minisearch', 'ibid', 'limit']);
  expect(rows.get('question p50')).toHaveLength(4);
  for (const name of [
    'build, of CPU',
    'disk',
    'open',
    'memory, open',
    'typo p50',
    'prefix p50',
    'article removed',
  ]) {
    expect(rows.get(name)![2], name).toMatch(/^[\d.]+ (ms|s|MB) \(×[\d.]+\)$/);
  }
  expect(rows.get('typo p50')![3]).toBe('–');
  expect(stdout).toMatch(
    /^all of them saved in a bot's archive: answered after [\d.]+ m?s; its event loop stood still for [\d.]+ ms at most \(99%: [\d.]+ ms\)$/m,
  );
});

test('an index that nobody knows is wrong use', () => {
  const { status, stderr } = bench('--only', 'grep');
  expect(status).toBe(2);
  expect(stderr).toContain('--only: "grep" is none of minisearch, ');
});
