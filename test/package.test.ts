import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package.ts';
import { stemmerOf } from '../src/text/languages/stemmers.ts';
import { stem } from '../src/text/tokens/stem.ts';

const ROOT = packageRoot();

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const MANIFEST = readJson('package.json') as Manifest;

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, a lazy import or a `require`, where x is a package. */
const IMPORT =
  /^(?:import|export)\b(?:[^;'"=]*?\bfrom)?\s*['"]([^.'"][^'"]*)['"]|\b(?:import|require)\(\s*['"]([^.'"][^'"]*)['"]/gm;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** The packages that the TypeScript files of these folders import, each with one of the importers. */
function packagesImported(folders: readonly string[]): Map<string, string> {
  const importers = new Map<string, string>();
  for (const path of folders.flatMap(sourcesIn)) {
    for (const [, stated, lazy] of readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)) {
      const name = (stated ?? lazy)!;
      if (isBuiltin(name)) continue;
      importers.set(name.split('/', name.startsWith('@') ? 2 : 1).join('/'), path);
    }
  }
  return importers;
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path).replaceAll(sep, '/'));
}

const DEPENDENCIES = { ...MANIFEST.dependencies, ...MANIFEST.optionalDependencies };
const PRODUCTION = packagesImported(['src', 'commands']);

test('what production imports is a dependency', () => {
  expect(PRODUCTION.size).toBeGreaterThan(20);
  expect([...PRODUCTION].filter(([name]) => !(name in DEPENDENCIES))).toEqual([]);
});

test('production imports every dependency', () => {
  expect(Object.keys(DEPENDENCIES).filter((name) => !PRODUCTION.has(name))).toEqual([]);
});

test('what tests and tools import is a dependency of either kind', () => {
  const declared = { ...DEPENDENCIES, ...MANIFEST.devDependencies };
  const imported = packagesImported(['src', 'commands', 'tools', 'scripts', 'test']);
  expect([...imported].filter(([name]) => !(name in declared))).toEqual([]);
});

/** Where Node finds a package that `dependent` declares. */
function folderOf(dependent: string, name: string): string {
  const places = [
    join(ROOT, 'node_modules', dependent, 'node_modules', name),
    join(ROOT, 'node_modules', name),
  ];
  return places.find((place) => existsSync(place))!;
}

const LEFT_OUT = Object.entries(MANIFEST.overrides).flatMap(([dependent, packages]) =>
  Object.keys(packages).map((name) => ({ dependent, name })),
);

test('packages that are never loaded are left out: an empty one stands in for each', () => {
  expect(LEFT_OUT.length).toBeGreaterThan(14);
  for (const { dependent, name } of LEFT_OUT) {
    const folder = folderOf(dependent, name);
    expect(readdirSync(folder), `${dependent} > ${name}`).toEqual(['package.json']);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
      readFileSync(join(ROOT, 'vendor', 'empty-package', 'package.json'), 'utf8'),
    );
  }
});

test('all that natural declares is left out, but for what its German stemmer requires', () => {
  const { dependencies } = readJson('node_modules/natural/package.json') as Manifest;
  const kept = Object.keys(dependencies).filter((name) => !(name in MANIFEST.overrides.natural!));
  expect(kept).toEqual(['stopwords-iso']);
});

test("of libsql's binaries only those for this C library are installed", () => {
  const { packages } = readJson('package-lock.json') as {
    packages: Readonly<Record<string, { readonly libc?: readonly string[] }>>;
  };
  const binaries = Object.entries(packages).filter(([path]) =>
    path.startsWith('node_modules/@libsql/linux-'),
  );
  expect(binaries.length).toBeGreaterThan(0);
  for (const [path, { libc }] of binaries) {
    const library = path.includes('-musl') ? 'musl' : 'glibc';
    expect(libc, `package-lock.json, ${path}: write "libc": ["${library}"]; why: vendor/README.md`).toEqual([
      library,
    ]);
  }
});

test("onnxruntime-node's install script, which downloads 300 MB, is switched off for npm 10, 11 and later", () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^onnxruntime-node-install=skip$/m);
  expect(readJson('package.json')).toMatchObject({ allowScripts: { 'onnxruntime-node': false } });
});

const STEMS: Readonly<Record<string, readonly [word: string, stemmed: string]>> = {
  es: ['ciudades', 'ciudad:es'],
  fr: ['villes', 'vill:fr'],
  de: ['stadten', 'stadt:de'],
  it: ['cittadini', 'cittadin:it'],
  pt: ['cidades', 'cidad:pt'],
  nl: ['steden', 'sted:nl'],
  sv: ['staderna', 'stad:sv'],
  no: ['byene', 'byen:no'],
  ru: ['города', 'город'],
  uk: ['городами', 'город'],
};

test.each(Object.entries(STEMS))('the stemmer of %s loads and stems', (code, [word, stemmed]) => {
  expect(stemmerOf(code)(word)).toBe(stemmed);
});

test('the English stemmer loads and stems', () => {
  expect(stem('relational')).toBe('relat');
});

test('no stemmer is missing above', () => {
  const loaded = sourcesIn('src/text').flatMap((path) =>
    Array.from(
      readFileSync(join(ROOT, path), 'utf8').matchAll(/stemmers\/porter_stemmer_(\w+)\.js/g),
      ([, code]) => code!,
    ),
  );
  expect(loaded.sort()).toEqual(Object.keys(STEMS).sort());
});
