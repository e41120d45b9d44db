import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { type Archive, buildArchive, openArchive } from '../archive.ts';
import { readConfig } from '../config.ts';
import type { EvalQuestion } from '../eval/question-set.ts';
import { readQuestions } from '../eval/questions.ts';
import type { Engine } from '../search/engine.ts';
import { miniSearchEngine } from '../search/minisearch.ts';
import { segmentEngine } from '../search/segments.ts';
import { WrongUse } from '../wrong-use.ts';

export interface SetFlags {
  readonly questions: string;
  readonly corpus?: string;
  /** MiniSearch where left out. */
  readonly engine?: 'minisearch' | 'segments';
}

/** An archive and the questions to ask of it. A SQuAD file brings its own articles, unless another corpus is named. */
export async function openSet(
  flags: SetFlags,
): Promise<{ archive: Archive; questions: readonly EvalQuestion[] }> {
  const path = resolve(flags.questions);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new WrongUse(`--questions: there is no file at "${flags.questions}"`);
  const own = flags.corpus === undefined || resolve(flags.corpus) === path;
  const set = readQuestions(readFileSync(path, 'utf8'), flags.questions, own);
  const archive = set.articles
    ? buildArchive(set.articles, [], { engine: engineOf(flags) })
    : await openBeside(path, flags);
  return { archive, questions: set.questions };
}

/** The questions may lie in the archive's folder: they are no article of it. */
async function openBeside(questions: string, flags: SetFlags): Promise<Archive> {
  const { corpus } = readConfig(flags);
  const inside = relative(corpus, questions);
  const excluded = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  return openArchive({ corpus, engine: engineOf(flags), ...(excluded && { exclude: [questions] }) });
}

function engineOf({ engine }: SetFlags): Engine {
  return engine === 'segments' ? segmentEngine() : miniSearchEngine();
}
