import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { codeOf } from '../../ingest/files/file-error.ts';
import { filesOf } from '../../ingest/files/files.ts';
import { itemsIn } from '../../ingest/read-corpus.ts';

/** Which articles have been fetched, by their addresses: none of them is fetched again, also when its file is deleted. */
export interface Taken {
  has(url: string): boolean;
  /** `path` is undefined for an article that is given up. */
  add(urls: readonly string[], path: string | undefined): Promise<void>;
}

/** A line of the file: an article, and where it was put. */
interface Line {
  readonly urls: readonly string[];
  readonly path?: string;
}

/** What stands in the file at `location`, and in the articles below `folder` that it doesn't know. */
export async function openTaken(location: string, corpus: string, folder: string): Promise<Taken> {
  const known = new Set<string>();
  const paths = new Set<string>();
  for await (const { urls, path } of linesOf(location)) {
    for (const url of urls) known.add(keyOf(url));
    if (path !== undefined) paths.add(path);
  }
  for (const file of (await filesOf(corpus)).files) {
    if (!file.path.startsWith(`${folder}/`) || paths.has(file.path)) continue;
    for await (const item of itemsIn(file)) {
      if ('article' in item && item.article.url) known.add(keyOf(item.article.url));
    }
  }
  return {
    has: (url) => known.has(keyOf(url)),
    async add(urls, path) {
      for (const url of urls) known.add(keyOf(url));
      await mkdir(dirname(location), { recursive: true });
      // A line begins with its break: one that a killed process left half doesn't spoil the next.
      await appendFile(location, `\n${JSON.stringify({ urls: [...new Set(urls)], path })}`);
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
    if (codeOf(error) !== 'ENOENT') throw error;
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

/** One address for one article: without its fragment, and without what newsletters and feeds append to count readers. */
function keyOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (/^utm_/u.test(name)) url.searchParams.delete(name);
  return url.href;
}
