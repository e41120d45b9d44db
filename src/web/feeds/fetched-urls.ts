import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { errorCodeOf } from '../../ingest/files/file-error.ts';
import { filesOf } from '../../ingest/files/files.ts';
import { addressKey } from '../../ingest/metadata/canonical-url.ts';
import { itemsIn } from '../../ingest/read-corpus.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../../write-atomic.ts';

/** The articles that have been fetched, by address: none is fetched again, even when its file was deleted. */
export interface Taken {
  has(url: string): boolean;
  /** Appends an article, under all its addresses; `path` is undefined for one that was given up. */
  add(urls: readonly string[], path: string | undefined): Promise<void>;
}

/** A line of the file: an article, and where it was put. */
interface Line {
  readonly urls: readonly string[];
  readonly path?: string;
}

/**
 * Reads the file at `location`, and the articles below `folder` that it doesn't list. Throws what the file system
 * throws.
 */
export async function openTaken(location: string, corpus: string, folder: string): Promise<Taken> {
  const known = new Set<string>();
  const paths = new Set<string>();
  for await (const { urls, path } of linesOf(location)) {
    for (const url of urls) known.add(addressKey(url));
    if (path !== undefined) paths.add(path);
  }
  for (const file of (await filesOf(corpus)).files) {
    if (!file.path.startsWith(`${folder}/`) || paths.has(file.path)) continue;
    for await (const item of itemsIn(file)) {
      if ('article' in item && item.article.url) known.add(addressKey(item.article.url));
    }
  }
  return {
    has: (url) => known.has(addressKey(url)),
    async add(urls, path) {
      for (const url of urls) known.add(addressKey(url));
      await mkdir(dirname(location), PRIVATE_FOLDER);
      // A line begins with its break: one that a killed process left half doesn't spoil the next.
      await appendFile(location, `\n${JSON.stringify({ urls: [...new Set(urls)], path })}`, PRIVATE_FILE);
    },
  };
}

async function* linesOf(location: string): AsyncGenerator<Line> {
  try {
    for await (const line of createInterface({ input: createReadStream(location) })) {
      const parsed = lineOf(line);
      if (parsed) yield parsed;
    }
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
  }
}

function lineOf(line: string): Line | undefined {
  try {
    const { urls, path } = JSON.parse(line) as Line;
    return Array.isArray(urls) ? { urls, ...(typeof path === 'string' && { path }) } : undefined;
  } catch {
    return undefined;
  }
}
