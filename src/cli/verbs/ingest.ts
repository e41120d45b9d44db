import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { archiveFolder, openArchiveFolder } from '../../data-folder.ts';
import { indexLocation } from '../../index/database/open-database.ts';
import type { Store } from '../../index/documents/document-store.ts';
import { articlesByFile } from '../../index/documents/document-table.ts';
import { problemsIn } from '../../index/documents/problems.ts';
import { type IndexWriter, type WriterListener, withWriter } from '../../index/index-writer.ts';
import { type Changes, syncFiles } from '../../index/sync-files.ts';
import { filesOf } from '../../ingest/files/files.ts';
import type { Walked } from '../../ingest/files/walk.ts';
import type { Problem } from '../../model/article.ts';
import { UsageError } from '../../usage-error.ts';
import type { Output } from '../output.ts';
import { progressBar, stateOfReading } from '../progress.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { CORPUS, verb } from '../verb.ts';
import { problemLine } from './status.ts';

export default verb(
  new Command('ingest')
    .description('read what has changed in the archive, or in these files and folders of it')
    .argument('[paths...]')
    .option('--dry-run', 'say what would change, and keep nothing')
    .option('--json', 'as one JSON object')
    .option(...CORPUS),
  run,
);

export interface IngestFlags {
  readonly corpus?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const CHANGES = ['added', 'changed', 'removed', 'unchanged'] as const;

export interface FileReport {
  readonly path: string;
  readonly change: (typeof CHANGES)[number];
  /** Articles of the archive that are in it. */
  readonly articles: number;
  readonly problems: readonly Problem[];
}

export interface IngestReport {
  readonly corpus: string;
  /** Where the index lies. */
  readonly store: string;
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  /** Of no file in particular. */
  readonly problems: readonly Problem[];
  /** How many files have formats that Ibid doesn't read, by their extension; absent where only some files were meant. */
  readonly others?: Readonly<Record<string, number>>;
  readonly took_ms: number;
}

/**
 * `ibid ingest`: makes the index agree with the files, all of them or those named; `--dry-run` says what would
 * change. The exit code is 1 where an article of these files can't be used.
 */
export async function run(paths: readonly string[], flags: IngestFlags, output: Output): Promise<number> {
  const began = performance.now();
  const { corpus, data, role } = readConfig(flags);
  if (role === 'reader') throw new UsageError('IBID_ROLE=reader: this process may not write the index');
  const scope = scopeOf(paths, corpus);
  const walked = await filesOf(corpus);
  const dryRun = flags.dryRun ?? false;
  const folder = dryRun ? archiveFolder(data, corpus) : openArchiveFolder(data, corpus, output.warn);
  const location = indexLocation(folder);
  const listener: WriterListener = {
    rebuilding: (why) => output.warn(`rebuilding the index of ${corpus}: ${why}`),
    waiting: () => output.warn('another process is writing the index: waiting for it'),
  };
  const use = async (writer: IndexWriter) => {
    const held = await ingest(writer.store, walked, scope, dryRun);
    if (!dryRun) writer.finish({ complete: scope.length === 0 });
    return held;
  };
  const { changes, ...held } =
    dryRun && !existsSync(location)
      ? await inScratch((scratch) => withWriter(scratch, listener, use))
      : await withWriter(location, listener, use);
  const report = {
    corpus,
    store: location,
    dryRun,
    ...reportOf(walked, changes, held, scope),
    ...(scope.length === 0 && { others: Object.fromEntries(walked.others) }),
    took_ms: Math.round(performance.now() - began),
  };
  output.write(flags.json ? JSON.stringify(report) : renderReport(report));
  const problems = [...report.problems, ...report.files.flatMap((file) => file.problems)];
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function ingest(store: Store, walked: Walked, scope: Scope, dryRun: boolean) {
  const known = [...walked.files.map(({ path }) => path), ...store.readings().keys()];
  const missing = scope.find((place) => !known.some((path) => isIn(path, place)));
  if (missing) throw new UsageError(`${missing.typed}: there is no such file in the archive`);
  const only = (path: string) => isMeant(path, scope);
  const progress = await progressBar(1, '{bar} {percentage} %{state}');
  let began: number | undefined;
  const tick = (done: number, all: number) => {
    began ??= performance.now();
    progress.update(done / Math.max(1, all), stateOfReading(done, all, performance.now() - began));
  };
  if (dryRun) store.begin();
  try {
    const changes = await syncFiles(store, walked.files, { only, tick, within: dryRun });
    if (dryRun) store.settle();
    const { connection } = store;
    return { changes, counts: articlesByFile(connection), problems: problemsIn(connection, walked) };
  } finally {
    progress.stop();
    if (dryRun) store.rollback();
  }
}

/** A dry run of an archive of any size is kept on disk too, as long as it runs. */
async function inScratch<T>(use: (location: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-'));
  try {
    return await use(join(folder, 'dry-run.db'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The places that are meant; none: everything. */
type Scope = readonly Place[];

interface Place {
  readonly typed: string;
  /** In the archive; empty for all of it. */
  readonly path: string;
}

/** Places named from the working directory, or else from the archive's folder. */
function scopeOf(paths: readonly string[], corpus: string): Scope {
  return paths.map((typed) => {
    const [here, there] = [resolve(typed), resolve(corpus, typed)].map((path) => insideOf(path, corpus));
    const path = here !== undefined && existsSync(resolve(typed)) ? here : there;
    if (path === undefined) throw new UsageError(`${typed} is not in the archive ${corpus}`);
    return { typed, path };
  });
}

function isMeant(path: string, scope: Scope): boolean {
  return scope.length === 0 || scope.some((place) => isIn(path, place));
}

function isIn(path: string, place: Place): boolean {
  return place.path === '' || path === place.path || path.startsWith(`${place.path}/`);
}

function insideOf(path: string, corpus: string): string | undefined {
  const inside = relative(corpus, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.replaceAll(sep, '/');
}

interface Held {
  /** Articles, by the path of their file. */
  readonly counts: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

function reportOf(
  walked: Walked,
  { added, changed, removed }: Changes,
  { counts, problems }: Held,
  scope: Scope,
): Pick<IngestReport, 'files' | 'problems'> {
  const present = walked.files.map(({ path }) => path).filter((path) => isMeant(path, scope));
  const byPath = new Map([...present, ...removed].sort().map((path) => [path, emptyReport(path)]));
  for (const path of added) byPath.get(path)!.change = 'added';
  for (const path of changed) byPath.get(path)!.change = 'changed';
  for (const path of removed) byPath.get(path)!.change = 'removed';
  for (const [path, file] of byPath) file.articles = counts.get(path) ?? 0;
  const others: Problem[] = [];
  const known = new Set(walked.files.map(({ path }) => path));
  for (const problem of problems) {
    const file = byPath.get(problem.path);
    if (file) file.problems.push(problem);
    else if (!known.has(problem.path)) others.push(problem);
  }
  return { files: [...byPath.values()], problems: others };
}

function emptyReport(path: string) {
  return { path, change: 'unchanged' as FileReport['change'], articles: 0, problems: [] as Problem[] };
}

export function renderReport({ files, problems, others = {}, dryRun, took_ms }: IngestReport): string {
  const lines = files.flatMap(({ path, change, articles, problems: own }) => {
    if (change === 'unchanged' && own.length === 0) return [];
    const held = change === 'removed' ? '' : `  ${counted(articles, 'article')}`;
    return [`${change.padEnd(9)}  ${visible(path)}${held}`, ...own.map(indented)];
  });
  const sums = CHANGES.map((change) => `${files.filter((file) => file.change === change).length} ${change}`);
  const articles = files.reduce((sum, file) => sum + file.articles, 0);
  return [
    ...lines,
    ...problems.map(problemLine),
    ...otherFormats(others),
    `${dryRun ? 'Nothing was kept (--dry-run). Files: ' : 'Files: '}${sums.join(', ')}. ${counted(articles, 'article')}, ${(took_ms / 1000).toFixed(1)} s.`,
  ].join('\n');
}

function otherFormats(others: Readonly<Record<string, number>>): string[] {
  const all = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  const most = Object.entries(others).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = most.slice(0, FORMATS_SHOWN).map(([extension, count]) => {
    return `${count} ${extension === '' ? 'without extension' : visible(extension)}`;
  });
  const more = most.length > FORMATS_SHOWN ? ', …' : '';
  return [
    `Left out: ${counted(all, 'file')} of formats that Ibid doesn't read (${shown.join(', ')}${more}).`,
  ];
}

const FORMATS_SHOWN = 5;

function indented(problem: Problem): string {
  return `  ${problemLine(problem)}`;
}
