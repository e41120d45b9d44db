import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What belongs into a test of the project "processes", of which the file's name says so: `*.process.test.ts`. */
const PROCESSES =
  /^import (?!type\b).*(?:node:(?:child_process|worker_threads|http|net)|'ws')|\binject\('|\bvi\.(?:mock|resetModules|stubEnv)\(/m;

const HERE = import.meta.dirname;

/** What a test file starts, itself or in what it imports of `test/`: the file and the line. */
function startedBy(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const [found] = text.match(PROCESSES) ?? [];
  const imported = Array.from(text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+\.ts)'/gm))
    .map(([, from]) => resolve(dirname(path), from!))
    .filter((file) => file.startsWith(`${HERE}/`));
  return [...(found ? [`${path}: ${found}`] : []), ...imported.flatMap((file) => startedBy(file, seen))];
}

test('a test that starts a process or a thread, opens a socket or changes the process is called *.process.test.ts', () => {
  const pure = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.test.ts') && !path.endsWith('.process.test.ts') && path !== 'projects.test.ts',
  );
  expect(pure.length).toBeGreaterThan(50);
  expect(pure.flatMap((path) => startedBy(join(HERE, path)))).toEqual([]);
  expect(startedBy(join(HERE, 'log.process.test.ts'))).not.toEqual([]);
});
