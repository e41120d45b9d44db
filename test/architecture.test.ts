import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package.ts';

const ROOT = packageRoot();

/** Rooms from the ground up: each may import those of the lines above its own. */
const FLOORS = [
  ['model', 'usage-error.ts', 'package.ts', 'log.ts', 'settings.ts', 'write-atomic.ts'],
  ['text', 'threads'],
  ['data-folder.ts'],
  ['ingest'],
  ['index'],
  ['web'],
  ['encoder'],
  ['query'],
  ['ranking'],
  ['answer'],
  ['archive'],
  ['backup'],
  ['editing'],
  ['discord'],
  ['monitoring'],
  ['cli', 'commands'],
  ['tools'],
];

/** Beside the floors: the reader of the environment, and what checks it, stand on leaves, and only entries ask them. */
const CONFIG = ['config.ts', 'environment.ts'];
const ASK_CONFIG = ['config.ts', 'discord', 'cli', 'commands', 'tools'];

/** The one place where a package may be imported; tools/ may import what it measures Ibid against. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  natural: ['src/text/languages/', 'src/text/tokens/'],
  '@sindresorhus/transliterate': ['src/text/names/latin.ts'],
  minisearch: ['src/index/engines/minisearch.ts'],
  flexsearch: [],
  '@orama/orama': [],
  libsql: ['src/index/database/connection.ts'],
  'discord.js': ['src/discord/', 'commands/'],
  dotenv: ['src/environment.ts'],
  'prom-client': ['src/monitoring/metrics.ts'],
  '@mozilla/readability': ['src/ingest/formats/html/'],
  linkedom: ['src/ingest/formats/html/'],
  jsonrepair: ['src/ingest/formats/html/json-ld.ts'],
  htmlparser2: ['src/ingest/formats/'],
  feedsmith: ['src/ingest/formats/'],
  'postal-mime': ['src/ingest/formats/mail/'],
  unpdf: ['src/ingest/formats/pdf/'],
  mammoth: ['src/ingest/formats/office/'],
  yauzl: ['src/ingest/formats/office/', 'src/ingest/formats/archives/'],
  'csv-parse': ['src/ingest/formats/'],
  'modern-tar': ['src/ingest/formats/archives/', 'src/backup/'],
  saxes: ['src/ingest/formats/'],
  warcio: ['src/ingest/formats/archives/'],
  'ipaddr.js': ['src/web/'],
  'robots-parser': ['src/web/'],
  eld: ['src/ingest/metadata/'],
  'file-type': ['src/ingest/formats/'],
  'onnxruntime-node': ['src/encoder/onnx.ts'],
  '@huggingface/tokenizers': ['src/encoder/tokenizer.ts'],
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
      if (CONFIG.includes(imported)) return !ASK_CONFIG.includes(importer);
      if (CONFIG.includes(importer)) return floorOf(imported) !== 0;
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
      (room) => !CONFIG.includes(room) && floorOf(room) < 0,
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

/** Names that two exported types still share: one of each pair is to be renamed. The list only gets shorter. */
const SHARED_NAMES: readonly string[] = [];

interface TypeName {
  readonly name: string;
  readonly path: string;
}

function exportedTypesIn(path: string, text: string): TypeName[] {
  const declarations = text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gm);
  return Array.from(declarations, ([, name]) => ({ name: name!, path }));
}

/** Names of exported types that several files use, with those files: `Entry: src/a.ts, src/b.ts`. */
function sharedNamesIn(types: readonly TypeName[]): Map<string, string[]> {
  const files = [...grouped(types, ({ name }) => name)].map(
    ([name, declared]) => [name, declared.map(({ path }) => path).sort()] as const,
  );
  return new Map(files.filter(([, paths]) => paths.length > 1));
}

const TYPES = SOURCES.filter(({ path }) => path.startsWith('src/')).flatMap(({ path }) =>
  exportedTypesIn(path, readFileSync(join(ROOT, path), 'utf8')),
);

test('one name, one thing: no two exported types share a name', () => {
  const shared = sharedNamesIn(TYPES);
  check(
    [...shared].flatMap(([name, paths]) =>
      SHARED_NAMES.includes(name) ? [] : [`${name}: ${paths.join(', ')}`],
    ),
  );
  check(SHARED_NAMES.filter((name) => !shared.has(name)).map((name) => `${name}: no longer shared`));
});

test('two exported types of one name are noticed', () => {
  const planted = ['src/text/a.ts', 'src/index/b.ts'].flatMap((path) =>
    exportedTypesIn(path, 'export interface Planted {\n  readonly a: string;\n}\n'),
  );
  expect(sharedNamesIn([...TYPES, ...planted]).get('Planted')).toEqual(['src/index/b.ts', 'src/text/a.ts']);
});

const MOST_FILES = 25;

test(`no folder of code holds more than ${MOST_FILES} files`, () => {
  const folders = grouped(SOURCES, ({ path }) => dirname(path));
  check(
    [...folders].flatMap(([folder, { length }]) => (length > MOST_FILES ? [`${folder}: ${length}`] : [])),
  );
});

/** What a document names as a place for something that isn't there yet. */
const EXAMPLES = /^\| (?:a|an) /;

test('each file that a document names is there', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...inFolder('docs'),
    'corpus/README.md',
  ];
  const named = documents
    .filter((path) => existsSync(join(ROOT, path)))
    .flatMap((document) =>
      readFileSync(join(ROOT, document), 'utf8')
        .split('\n')
        .filter((line) => !EXAMPLES.test(line))
        .flatMap((line) => line.match(/\b(?:src|test|tools|scripts)\/[\w./-]*\w/g) ?? [])
        .map((path) => ({ document, path })),
    );
  expect(named.length).toBeGreaterThan(10);
  check(
    named
      .filter(({ path }) => !existsSync(join(ROOT, path)))
      .map(({ document, path }) => `${document}: ${path}`),
  );
});

function inFolder(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}
