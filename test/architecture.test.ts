import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, inject, test } from 'vitest';
import { loadCommands } from '../src/discord/commands/commands.ts';
import { packageRoot } from '../src/package.ts';

const ROOT = packageRoot();

/** Rooms from the ground up: each may import those of the lines above its own. */
const FLOORS = [
  ['model', 'usage-error.ts', 'package.ts', 'log.ts', 'write-atomic.ts'],
  ['text', 'threads'],
  ['data-folder.ts'],
  ['ingest'],
  ['index'],
  ['web'],
  ['query'],
  ['ranking'],
  ['answer'],
  ['archive'],
  ['editing'],
  ['discord'],
  ['cli', 'commands'],
  ['tools'],
];

/** Beside the floors: the reader of the environment stands on leaves, and only entries ask it. */
const ASK_CONFIG = ['discord', 'cli', 'commands', 'tools'];

/** The one place where a package may be imported; tools/ may import what it measures Ibid against. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  natural: ['src/text/languages/', 'src/text/tokens/'],
  minisearch: ['src/index/engines/minisearch.ts'],
  flexsearch: [],
  '@orama/orama': [],
  libsql: ['src/index/database/connection.ts'],
  'discord.js': ['src/discord/', 'commands/'],
  dotenv: ['src/config.ts'],
  '@mozilla/readability': ['src/ingest/formats/html/'],
  linkedom: ['src/ingest/formats/html/'],
  htmlparser2: ['src/ingest/formats/'],
  feedsmith: ['src/ingest/formats/'],
  'postal-mime': ['src/ingest/formats/mail/'],
  unpdf: ['src/ingest/formats/pdf/'],
  mammoth: ['src/ingest/formats/office/'],
  yauzl: ['src/ingest/formats/office/', 'src/ingest/formats/archives/'],
  'csv-parse': ['src/ingest/formats/'],
  'modern-tar': ['src/ingest/formats/archives/'],
  saxes: ['src/ingest/formats/'],
  warcio: ['src/ingest/formats/archives/'],
  'ipaddr.js': ['src/web/'],
  'robots-parser': ['src/web/'],
  eld: ['src/ingest/metadata/'],
  'file-type': ['src/ingest/formats/'],
  commander: ['src/cli/', 'tools/'],
};

interface Source {
  readonly path: string;
  readonly imports: readonly string[];
}

const IMPORT = /^(?:import|export)\b(?:[^;'"=]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function sourceOf(path: string, text: string): Source {
  return { path, imports: Array.from(text.matchAll(IMPORT), ([, from, lazy]) => (from ?? lazy)!) };
}

const SOURCES: readonly Source[] = ['src', 'commands', 'tools']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => sourceOf(path.replaceAll(sep, '/'), readFileSync(join(ROOT, path), 'utf8')));

/** `src/text/tokens/words.ts` -> text, `src/config.ts` -> config.ts, `commands/who.ts` -> commands. */
function roomOf(path: string): string {
  const [top, room] = path.split('/');
  return top === 'src' ? room! : top!;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every pair of a file and a file of the house that it imports. */
function importsIn(sources: readonly Source[]): Import[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('.'))
      .map((name) => ({ from: path, to: normalize(join(dirname(path), name)).replaceAll(sep, '/') })),
  );
}

/** Imports that point up, from one room to one above it. */
function upwardIn(sources: readonly Source[]): string[] {
  return importsIn(sources)
    .filter(({ from, to }) => {
      const [importer, imported] = [roomOf(from), roomOf(to)];
      if (importer === imported) return false;
      if (imported === 'config.ts') return !ASK_CONFIG.includes(importer);
      if (importer === 'config.ts') return floorOf(imported) !== 0;
      return floorOf(imported) >= floorOf(importer);
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** Files that import each other, over others or not, also inside a room: each circle once. */
function circlesIn(sources: readonly Source[]): string[] {
  const importsOf = grouped(importsIn(sources), ({ from }) => from);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, above: readonly string[]) => {
    const at = above.indexOf(file);
    if (at >= 0) circles.push([...above.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of importsOf.get(file) ?? []) visit(to, [...above, file]);
    done.add(file);
  };
  for (const { path } of sources) visit(path, []);
  return circles;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

/** None of these, each shown as it would be read. */
function check(faults: readonly string[]): void {
  expect(faults).toEqual([]);
}

test('the sources are seen, and what they import', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  expect(importsIn(SOURCES).length).toBeGreaterThan(500);
  expect(SOURCES.find(({ path }) => path === 'src/cli/cli.ts')!.imports).toContain('./run-cli.ts');
});

test('every room has its floor', () => {
  check(
    [...new Set(SOURCES.map(({ path }) => roomOf(path)))].filter(
      (room) => room !== 'config.ts' && floorOf(room) < 0,
    ),
  );
});

test('imports point one way', () => check(upwardIn(SOURCES)));

test('an import that points up is noticed', () => {
  const planted = sourceOf(
    'src/text/planted.ts',
    "import { openArchive } from '../archive/open-archive.ts';\n",
  );
  check(upwardIn(SOURCES));
  expect(upwardIn([...SOURCES, planted])).toEqual([
    'src/text/planted.ts imports src/archive/open-archive.ts',
  ]);
});

test('no file imports itself over others', () => check(circlesIn(SOURCES)));

test('a circle inside a room is noticed', () => {
  const planted = [
    sourceOf('src/text/a.ts', "import type { B } from './b.ts';\n"),
    sourceOf('src/text/b.ts', "export { c } from './c.ts';\n"),
    sourceOf('src/text/c.ts', "const { a } = await import('./a.ts');\n"),
  ];
  expect(circlesIn([...SOURCES, ...planted])).toEqual([
    'src/text/a.ts -> src/text/b.ts -> src/text/c.ts -> src/text/a.ts',
  ]);
});

test('leaves import nothing of the house', () => {
  const leaves = SOURCES.filter(({ path }) => path.startsWith('src/') && floorOf(roomOf(path)) === 0);
  const inside = (path: string, to: string) => roomOf(path) === roomOf(to);
  check(
    importsIn(leaves)
      .filter(({ from, to }) => !inside(from, to))
      .map(({ from, to }) => `${from} imports ${to}`),
  );
});

test.each(Object.entries(DOORS))('%s comes in by one door', (name, doors) => {
  const importers = SOURCES.filter(({ imports }) =>
    imports.some((imported) => imported === name || imported.startsWith(`${name}/`)),
  );
  check(
    importers
      .map(({ path }) => path)
      .filter((path) => ![...doors, 'tools/'].some((door) => path.startsWith(door))),
  );
});

const MOST_FILES = 25;

test(`no folder of code holds more than ${MOST_FILES} files`, () => {
  const folders = grouped(SOURCES, ({ path }) => dirname(path));
  check(
    [...folders].flatMap(([folder, { length }]) => (length > MOST_FILES ? [`${folder}: ${length}`] : [])),
  );
});

/** What the linter says of a file of these lines: `npm run check` runs it over all of them. */
function lint(text: string): string {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const folder = mkdtempSync(join(tmpdir(), 'ibid-lint-'));
  try {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const words = ['lint', `--config-path=${ROOT}`, '--vcs-enabled=false', file];
    const { stdout, stderr } = spawnSync(process.execPath, [biome, ...words], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const functionOf = (lines: number) =>
  `export function planted(): void {\n${"  console.log('');\n".repeat(lines - 2)}}\n`;

test('a function of 81 lines is refused, one of 80 is not', () => {
  expect(lint(functionOf(80))).not.toContain('noExcessiveLinesPerFunction');
  expect(lint(functionOf(81))).toContain('noExcessiveLinesPerFunction');
});

test('a sixth positional parameter is refused, five are not', () => {
  const withParameters = (names: string) => `export const planted = (${names}) => [${names}];\n`;
  expect(lint(withParameters('a, b, c, d, e'))).not.toContain('useMaxParams');
  expect(lint(withParameters('a, b, c, d, e, f'))).toContain('useMaxParams');
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
  const { stdout } = spawnSync(process.execPath, [inject('tools'), '--help'], { encoding: 'utf8' });
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
