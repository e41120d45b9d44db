import pMap from 'p-map';
import type { Article, Problem } from '../model/model.ts';
import { type CorpusOptions, filesOf } from './files/files.ts';
import type { Walked } from './files/walk.ts';
import { type CorpusFile, type Item, withoutRetry } from './formats/reader.ts';
import { EXTENSIONS, isPlain } from './formats/readers.ts';
import { summariseProblems } from './formats/summarise-problems.ts';
import { itemsHere } from './read-here.ts';
import { itemsApart } from './read-in-thread.ts';

export interface Corpus {
  readonly articles: Article[];
  readonly problems: Problem[];
}

/**
 * Reads every article of a folder, or of one file. What is wrong with a file is a problem in the list, and the rest
 * loads; only a corpus that isn't there at all throws.
 */
export async function readCorpus(path: string, options: CorpusOptions = {}): Promise<Corpus> {
  return readFiles(await filesOf(path, options));
}

/** The same of files that have been found. */
export async function readFiles({ files, problems }: Walked): Promise<Corpus> {
  return corpusOf(await readAll(files), problems);
}

/** The corpus that these files make, in their order; `problems` are those of finding them. */
export function corpusOf(read: readonly FileItems[], problems: readonly Problem[]): Corpus {
  const corpus = merge(read);
  corpus.problems.unshift(...problems);
  if (corpus.articles.length === 0) corpus.problems.push(withoutArticles());
  return corpus;
}

export function withoutArticles(): Problem {
  return { severity: 'warning', path: '.', reason: `no articles: add ${EXTENSIONS.join(', ')} files` };
}

type File = Pick<CorpusFile, 'path'>;

/** An article whose id one before it has. */
export function duplicateOf(
  id: string,
  file: File,
  line: number | undefined,
  first: File,
  firstLine: number | undefined,
): Problem {
  const reason = `duplicate id: ${id} is already the article in ${placeOf(first, firstLine)}`;
  return { severity: 'error', path: file.path, ...at(line), reason };
}

/** Files read at the same time: 19,043 small ones took 1.6 s one by one, 1.1 s by 16, 1.5 s by 64 (two cores). */
const AT_ONCE = 16;

/** What was read of one file. */
export interface FileItems {
  readonly file: Pick<CorpusFile, 'path'>;
  readonly items: readonly Item[];
}

/** Reads some files at the same time; returns what they hold in the order of `files`. */
function readAll(files: readonly CorpusFile[]): Promise<FileItems[]> {
  return pMap(files, async (file) => ({ file, items: await itemsOf(file) }), { concurrency: AT_ONCE });
}

async function itemsOf(file: CorpusFile): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of itemsIn(file)) items.push(withoutRetry(item));
  return items;
}

/**
 * Yields the items of a file: here, or in a thread for formats with parsers of others. Never throws: an error is the
 * last item.
 */
export function itemsIn(file: CorpusFile): AsyncGenerator<Item> {
  return isPlain(file.path) ? itemsHere(file) : itemsApart(file);
}

function merge(read: readonly FileItems[]): Corpus {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const firsts = new Map<string, { file: File; line: number | undefined }>();
  for (const { file, items } of read) {
    const own: Problem[] = [];
    for (const item of items) {
      if ('flaw' in item) {
        own.push({ ...item.flaw, path: file.path });
        continue;
      }
      const { article, line } = item;
      const first = firsts.get(article.id);
      if (first) {
        own.push(duplicateOf(article.id, file, line, first.file, first.line));
        continue;
      }
      firsts.set(article.id, { file, line });
      articles.push(article);
    }
    problems.push(...summariseProblems(own));
  }
  return { articles, problems };
}

function placeOf(file: File, line: number | undefined): string {
  return line === undefined ? file.path : `${file.path}, line ${line}`;
}

function at(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}
