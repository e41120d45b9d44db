import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CorpusOptions } from '../../src/ingest/files/files.ts';
import { type Corpus, readCorpus } from '../../src/ingest/read-corpus.ts';
import type { Problem } from '../../src/model/article.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder that is gone when the test is over. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function corpusOf(files: Files, options?: CorpusOptions): Promise<Corpus> {
  return readCorpus(await folderOf(files), options);
}

/** `error a.jsonl:2 no text` */
export function linesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, path, line, reason }) => {
    return `${severity} ${path}${line === undefined ? '' : `:${line}`} ${reason}`;
  });
}
