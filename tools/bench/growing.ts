import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/article.ts';
import { startChild } from './child.ts';

/** What the process is told, once: the file of articles to add to its archive. */
export interface GrowingOrder {
  readonly file: string;
}

/** How an archive that was asked meanwhile took a file full of articles, in ms. */
export interface Growth {
  /** The longest time that the event loop stood still. */
  readonly longest: number;
  readonly p99: number;
  /** From saving to answering. */
  readonly took: number;
}

/** What the timer's own steps add to a delay is taken off (nodejs.org/api/perf_hooks.html). */
export const RESOLUTION_MS = 2;

/** Where a bot's folders are, below the folder that the process is given. */
export const CORPUS = 'corpus';
export const DATA = 'data';

/** Follows an archive of one article in a process of its own, as a bot does, and adds all these documents to it as one file. */
export async function growing(documents: readonly Document[], folder: string): Promise<Growth> {
  const corpus = join(folder, CORPUS);
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, 'first.txt'), 'The bridge at Halvorsund was opened in 1931.');
  const file = join(folder, 'more.jsonl');
  writeArticles(documents, file);
  const child = await startChild<GrowingOrder, Growth>('./growing-process.js', 'an archive that grows', {
    args: [folder],
  });
  try {
    return await child.order({ file });
  } finally {
    child.end();
  }
}

/** Writes documents as articles that an archive reads, one a line. */
export function writeArticles(documents: readonly Document[], file: string): void {
  writeFileSync(file, documents.map(lineOf).join(''));
}

function lineOf({ number, article: { title, text, publisher, published } }: Document): string {
  return `${JSON.stringify({ id: number, title, text, publisher, published })}\n`;
}
