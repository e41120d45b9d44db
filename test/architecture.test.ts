import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, inject, test } from 'vitest';
import { loadCommands } from '../src/discord/commands.ts';
import { packageRoot } from '../src/package.ts';

const ROOT = packageRoot();

/** Rooms from the ground up: each may import those of the lines above its own. */
const FLOORS = [
  ['model.ts', 'wrong-use.ts', 'package.ts', 'log.ts'],
  ['text', 'net'],
  ['corpus'],
  ['store'],
  ['feeds'],
  ['question'],
  ['search'],
  ['indexing'],
  ['ranking'],
  ['answer'],
  ['archive.ts'],
  ['kept-archive.ts'],
  ['open-archive.ts'],
  ['live-archive.ts'],
  ['editing'],
  ['eval', 'terminal', 'discord', 'bench'],
  ['verbs', 'commands'],
  ['cli.ts'],
];

/** Beside the floors: the reader of the environment stands on leaves, and only entries ask it. */
const ASK_CONFIG = ['discord', 'verbs', 'commands', 'cli.ts'];

/** The one place where a package may be imported. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  natural: ['src/text/'],
  minisearch: ['src/search/minisearch.ts', 'src/bench/'],
  flexsearch: ['src/bench/'],
  '@orama/orama': ['src/bench/'],
  libsql: ['src/store/connection.ts', 'src/bench/'],
  'discord.js': ['src/discord/', 'commands/'],
  dotenv: ['src/config.ts'],
  '@mozilla/readability': ['src/corpus/html.ts'],
  linkedom: ['src/corpus/dom.ts'],
  htmlparser2: ['src/corpus/'],
  feedsmith: ['src/corpus/read-feed.ts'],
  'postal-mime': ['src/corpus/mail.ts'],
  unpdf: ['src/corpus/read-pdf.ts'],
  mammoth: ['src/corpus/read-docx.ts'],
  yauzl: ['src/corpus/zip.ts', 'src/corpus/read-zip.ts'],
  'csv-parse': ['src/corpus/read-csv.ts'],
  'modern-tar': ['src/corpus/read-tar.ts'],
  saxes: ['src/corpus/xml-elements.ts'],
  warcio: ['src/corpus/read-warc.ts'],
  'ipaddr.js': ['src/net/addresses.ts'],
  'robots-parser': ['src/net/robots.ts'],
  eld: ['src/corpus/detect-language.ts'],
  'file-type': ['src/corpus/sniff.ts'],
};

const LONGEST_FILE = 300;

interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const IMPORT = /^(?:import|export)\b(?:[^;'"=]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const SOURCES: readonly Source[] = ['src', 'commands']
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return {
      path: path.replaceAll(sep, '/'),
      lines: text.trimEnd().split('\n').length,
      imports: Array.from(text.matchAll(IMPORT), ([, from, lazy]) => (from ?? lazy)!),
    };
  });

/** `src/text/words.ts` -> text, `src/model.ts` -> model.ts, `commands/who.ts` -> commands. */
function roomOf(path: string): string {
  const [top, room] = path.split('/');
  return top === 'src' ? room! : top!;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** Every pair of an importing file and the file of the house that it imports, from one room to another. */
function crossings(): { from: string; to: string }[] {
  return SOURCES.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('.'))
      .map((name) => ({ from: path, to: normalize(join(dirname(path), name)).replaceAll(sep, '/') }))
      .filter(({ from, to }) => roomOf(from) !== roomOf(to)),
  );
}

/** None of these, each shown as it would be read. */
function check(faults: readonly string[]): void {
  expect(faults).toEqual([]);
}

test('the sources are seen, and what they import', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  expect(crossings().length).toBeGreaterThan(50);
  expect(SOURCES.find(({ path }) => path === 'src/cli.ts')!.imports).toContain('./verbs/ask.ts');
});

test('every room has its floor', () => {
  check(
    [...new Set(SOURCES.map(({ path }) => roomOf(path)))].filter(
      (room) => room !== 'config.ts' && floorOf(room) < 0,
    ),
  );
});

test('imports point one way', () => {
  const upward = crossings().filter(({ from, to }) => {
    const [importer, imported] = [roomOf(from), roomOf(to)];
    if (imported === 'config.ts') return !ASK_CONFIG.includes(importer);
    if (importer === 'config.ts') return floorOf(imported) !== 0;
    return floorOf(imported) >= floorOf(importer);
  });
  check(upward.map(({ from, to }) => `${from} imports ${to}`));
});

test('leaves import nothing of the house', () => {
  const leaves = SOURCES.filter(({ path }) => floorOf(roomOf(path)) === 0);
  check(leaves.filter(({ imports }) => imports.some((name) => name.startsWith('.'))).map(({ path }) => path));
});

test('the data types import nothing at all', () => {
  expect(SOURCES.find(({ path }) => path === 'src/model.ts')!.imports).toEqual([]);
});

test.each(Object.entries(DOORS))('%s comes in by one door', (name, doors) => {
  const importers = SOURCES.filter(({ imports }) =>
    imports.some((imported) => imported === name || imported.startsWith(`${name}/`)),
  );
  check(importers.map(({ path }) => path).filter((path) => !doors.some((door) => path.startsWith(door))));
});

test('no file is too long to read', () => {
  check(
    SOURCES.filter(({ lines }) => lines > LONGEST_FILE).map(({ path, lines }) => `${path}: ${lines} lines`),
  );
});

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
  check([...new Set(scripts)].filter((name) => !(name in manifest.scripts)).map((name) => `npm run ${name}`));
  const { stdout } = spawnSync(process.execPath, [inject('cli'), '--help'], { encoding: 'utf8' });
  const verbs = Array.from(readme.matchAll(/npm run (?:--silent )?ibid -- ([a-z-]+)/g), ([, verb]) => verb!);
  check(
    [...new Set(verbs)]
      .filter((verb) => !new RegExp(`^ +${verb}\\b`, 'm').test(stdout))
      .map((verb) => `ibid ${verb}`),
  );
  expect(readme).toContain(
    `Node.js](https://nodejs.org) ${manifest.engines.node.replace('>=', '')} or newer`,
  );
});
