import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Article, Problem } from '../model.ts';
import { WrongUse } from '../wrong-use.ts';
import { codeOf, faultOf } from './fault.ts';
import type { CorpusFile, Item } from './reader.ts';
import { EXTENSIONS, isReadable, readerOf } from './readers.ts';
import { shortened } from './shortened.ts';
import { type Walked, walk } from './walk.ts';

export interface Corpus {
  readonly articles: Article[];
  readonly problems: Problem[];
}

export interface CorpusOptions {
  /** Files or folders to leave out: absolute, or relative to the corpus or to the working directory. */
  readonly exclude?: readonly string[];
}

/**
 * Reads every article of a folder, or of one file. What is wrong with a file is a problem in the list, and the rest
 * loads; only a corpus that isn't there at all throws.
 */
export async function readCorpus(path: string, options: CorpusOptions = {}): Promise<Corpus> {
  const { files, problems } = await filesOf(resolve(path), options.exclude ?? [], path);
  const corpus = merge(await readAll(files));
  corpus.problems.unshift(...problems);
  if (corpus.articles.length === 0) {
    const reason = `no articles: add ${EXTENSIONS.join(', ')} files`;
    corpus.problems.push({ severity: 'warning', path: '.', reason });
  }
  return corpus;
}

async function filesOf(root: string, exclude: readonly string[], typed: string): Promise<Walked> {
  const excluded = new Set(exclude.flatMap((name) => [resolve(name), resolve(root, name)]));
  const stats = await statOrExplain(root, typed);
  if (!stats.isDirectory()) return oneFile(root, stats, excluded, typed);
  const wanted = (path: string, location: string) =>
    isReadable(path) && !isReadme(path) && !excluded.has(location);
  return walk(root, wanted);
}

function oneFile(location: string, stats: Stats, excluded: ReadonlySet<string>, typed: string): Walked {
  if (!stats.isFile() || !isReadable(location)) {
    throw new WrongUse(
      `${typed} is not a file that Ibid reads: give it a folder, or a file that ends in ${listed()}.`,
    );
  }
  const files = excluded.has(location) ? [] : [{ path: basename(location), location }];
  return { files, problems: [] };
}

async function statOrExplain(root: string, typed: string): Promise<Stats> {
  try {
    return await stat(root);
  } catch (error) {
    const advice =
      codeOf(error) === 'ENOENT'
        ? `There is no folder or file ${typed}: create it and put articles (${listed()}) in it, or name another one.`
        : `${typed} ${faultOf(error)}. Let the user who runs Ibid read it, or name another folder.`;
    throw new WrongUse(advice);
  }
}

function listed(): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(EXTENSIONS);
}

/** The corpus explains itself in a README, which is not an article. */
function isReadme(path: string): boolean {
  return path.toLowerCase() === 'readme.md';
}

/** Files read at the same time: 19,043 small ones took 1.6 s one by one, 1.1 s by 16, 1.5 s by 64 (two cores). */
const AT_ONCE = 16;

interface FileItems {
  readonly file: CorpusFile;
  readonly items: readonly Item[];
}

/** Reads side by side, answers in the order of `files`. */
async function readAll(files: readonly CorpusFile[]): Promise<FileItems[]> {
  const read: FileItems[] = new Array(files.length);
  const queue = files.entries();
  const work = async () => {
    for (const [place, file] of queue) read[place] = { file, items: await itemsOf(file) };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return read;
}

async function itemsOf(file: CorpusFile): Promise<Item[]> {
  const items: Item[] = [];
  try {
    const reader = await readerOf(file.path);
    for await (const item of reader.read(file)) items.push(item);
  } catch (error) {
    items.push({ flaw: { severity: 'error', reason: faultOf(error) } });
  }
  return items;
}

function merge(read: readonly FileItems[]): Corpus {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  for (const { file, items } of read) {
    const own: Problem[] = [];
    for (const item of items) {
      if ('flaw' in item) {
        own.push({ ...item.flaw, path: file.path });
        continue;
      }
      const first = places.get(item.article.id);
      if (first === undefined) {
        places.set(item.article.id, placeOf(file, item.line));
        articles.push(item.article);
      } else {
        const reason = `duplicate id: ${item.article.id} is already the article in ${first}`;
        own.push({ severity: 'error', path: file.path, ...at(item.line), reason });
      }
    }
    problems.push(...shortened(own));
  }
  return { articles, problems };
}

function placeOf(file: CorpusFile, line: number | undefined): string {
  return line === undefined ? file.path : `${file.path}, line ${line}`;
}

function at(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}
