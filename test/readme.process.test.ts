import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { loadCommands } from '../src/discord/commands/commands.ts';
import { packageRoot } from '../src/package.ts';

const ROOT = packageRoot();
const README = join(ROOT, 'README.md');
const readme = existsSync(README) ? readFileSync(README, 'utf8') : '';

test.skipIf(readme === '')('the README lists every command, and no other', async () => {
  const commands = await loadCommands();
  const names = [...commands.values()].map(({ data }) => data.name);
  const rows = readme.split('\n').filter((line) => /^\| (?:`\/|\*Apps)/.test(line));
  const listed = rows.flatMap((row) =>
    Array.from(row.matchAll(/`\/([a-z-]+)[^`]*`|\*Apps → ([^*]+)\*/g), ([, slash, app]) => (slash ?? app)!),
  );
  expect([...new Set(listed)].sort()).toEqual(names.sort());
});

test.skipIf(readme === '')('the README lists every option of ask, and no other', () => {
  const { stdout } = spawnSync(process.execPath, [inject('cli'), 'ask', '--help'], { encoding: 'utf8' });
  const options = Array.from(stdout.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm), ([, name]) => name);
  const listed = Array.from(readme.matchAll(/^\| `--([a-z-]+)[^`]*` \|/gm), ([, name]) => name);
  expect(listed.sort()).toEqual(options.filter((name) => name !== 'help').sort());
});

test.skipIf(readme === '')('what the README tells to run is there to run', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    engines: { node: string };
  };
  const scripts = Array.from(readme.matchAll(/npm run (?:--silent )?([\w-]+)/g), ([, name]) => name!);
  const unknown = scripts.filter((name) => !(name in manifest.scripts));
  expect(unknown).toEqual([]);
  const { stdout } = spawnSync(process.execPath, [inject('tools'), '--help'], { encoding: 'utf8' });
  const verbs = Array.from(readme.matchAll(/npm run (?:--silent )?ibid -- ([a-z-]+)/g), ([, verb]) => verb!);
  expect(verbs.filter((verb) => !new RegExp(`^ +${verb}\\b`, 'm').test(stdout))).toEqual([]);
  expect(readme).toContain(
    `Node.js](https://nodejs.org) ${manifest.engines.node.replace('>=', '')} or newer`,
  );
});
