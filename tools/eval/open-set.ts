import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Archive } from '../../src/archive/archive.ts';
import { buildArchive, openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import type { Encoder } from '../../src/encoder/encoder.ts';
import { encoderOf, foldersInUse } from '../../src/encoder/models-in-use.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import type { Article } from '../../src/model/article.ts';
import { UsageError } from '../../src/usage-error.ts';
import type { EvalQuestion } from './question-set.ts';
import { readQuestions } from './questions.ts';

export interface SetFlags {
  readonly questions: string;
  readonly corpus?: string;
  /** As set in the environment where left out. */
  readonly engine?: string;
  /** Order by words alone. */
  readonly byWords?: boolean;
}

/** An archive and the questions to ask of it. */
export interface OpenSet {
  readonly archive: Archive;
  readonly questions: readonly EvalQuestion[];
  /** The models that it asks; absent where there are none. */
  readonly encoder?: Encoder;
  /** The articles of the archive, in reading order. */
  articles(): Promise<readonly Article[]>;
}

/** Opens a set as the bot opens its archive. A SQuAD file brings its own articles, unless another corpus is named. */
export async function openSet(flags: SetFlags): Promise<OpenSet> {
  const path = resolve(flags.questions);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`--questions: there is no file at "${flags.questions}"`);
  const own = flags.corpus === undefined || resolve(flags.corpus) === path;
  const { questions, articles } = readQuestions(readFileSync(path, 'utf8'), flags.questions, own);
  const config = readConfig(flags);
  const { corpus, engine, miniSearchSentences } = config;
  const encoder = await encoderOf(flags.byWords ? [] : foldersInUse(config), (line) =>
    process.stderr.write(`${line}\n`),
  );
  const models = encoder && { encoder };
  const settings = { engine: flags.engine ?? engine, miniSearchSentences, ...models };
  if (articles)
    return {
      ...models,
      questions,
      archive: await buildArchive(articles, settings),
      articles: async () => articles,
    };
  const exclude = isInside(path, corpus) ? [path] : [];
  return {
    ...models,
    questions,
    archive: await openArchive({ ...settings, corpus, exclude }),
    articles: async () => (await readCorpus(corpus, { exclude })).articles,
  };
}

/** The questions may lie in the archive's folder: they are no article of it. */
function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
