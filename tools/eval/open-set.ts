import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { type Archive, buildArchive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/index/engines/engine.ts';
import { segmentEngine } from '../../src/index/engines/memory-segments.ts';
import { miniSearchEngine } from '../../src/index/engines/minisearch.ts';
import { UsageError } from '../../src/usage-error.ts';
import type { EvalQuestion } from './question-set.ts';
import { readQuestions } from './questions.ts';

export interface SetFlags {
  readonly questions: string;
  readonly corpus?: string;
  /** MiniSearch where left out. */
  readonly engine?: 'minisearch' | 'segments';
}

export interface OpenSet {
  readonly archive: Archive;
  readonly questions: readonly EvalQuestion[];
  /** Milliseconds of each search in the index since the last call, in order. */
  readonly searches: () => number[];
}

/** An archive and the questions to ask of it. A SQuAD file brings its own articles, unless another corpus is named. */
export async function openSet(flags: SetFlags): Promise<OpenSet> {
  const path = resolve(flags.questions);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`--questions: there is no file at "${flags.questions}"`);
  const own = flags.corpus === undefined || resolve(flags.corpus) === path;
  const set = readQuestions(readFileSync(path, 'utf8'), flags.questions, own);
  const { engine, searches } = watched(engineOf(flags));
  const archive = set.articles
    ? buildArchive(set.articles, [], { engine })
    : await openBeside(path, flags, engine);
  return { archive, questions: set.questions, searches };
}

/** The questions may lie in the archive's folder: they are no article of it. */
async function openBeside(questions: string, flags: SetFlags, engine: Engine): Promise<Archive> {
  const { corpus } = readConfig(flags);
  const inside = relative(corpus, questions);
  const excluded = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  return openArchive({ corpus, engine, ...(excluded && { exclude: [questions] }) });
}

function engineOf({ engine }: SetFlags): Engine {
  return engine === 'segments' ? segmentEngine() : miniSearchEngine();
}

/** An engine that notes how long each search takes. */
function watched(engine: Engine): { engine: Engine; searches: () => number[] } {
  let times: number[] = [];
  return {
    engine: {
      add: (document) => engine.add(document),
      holding: (term, accepts) => engine.holding(term, accepts),
      search(...asked) {
        const began = performance.now();
        const hits = engine.search(...asked);
        times.push(performance.now() - began);
        return hits;
      },
    },
    searches() {
      const noted = times;
      times = [];
      return noted;
    },
  };
}
