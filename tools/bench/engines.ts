import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES } from '../../src/index/engines/engines.ts';
import type { Document } from '../../src/model/article.ts';
import { startChild } from './child.ts';
import { CORPUS, writeArticles } from './growing.ts';

/** What an engine's process is told, once: the questions to ask. */
export interface EngineOrder {
  readonly questions: readonly string[];
}

/** What an archive is like with one engine: an index on disk that follows its files, as a bot has it. Milliseconds, bytes. */
export interface EngineFigures {
  /** From an index on disk to an archive that answers; of CPU. */
  readonly open: number;
  /** From changing an article to answering with it; of CPU. */
  readonly change: number;
  /** Meanwhile, for how long the thread that answers stood still. */
  readonly pause: number;
  /** V8's heap, after a collection. */
  readonly heap: number;
  readonly resident: number;
  /** Of each question, asked in the archive's own thread. */
  readonly ask: readonly number[];
  /** The same questions, asked as the bot does: of an archive in another thread. */
  readonly askThread: readonly number[];
}

/** Enough for a p99 of whole answers, which take longer than searches. */
const QUESTIONS = 200;
/** Each measures all; of what varies with the machine's other work, the least is taken. */
const PROCESSES = 3;

/** Measures an archive of these documents with each engine, by the engine's name. */
export async function measureEngines(
  documents: readonly Document[],
  questions: readonly string[],
  folder: string,
): Promise<Map<string, EngineFigures>> {
  mkdirSync(join(folder, CORPUS), { recursive: true });
  writeArticles(documents, join(folder, CORPUS, 'articles.jsonl'));
  // The first one builds the index.
  await measure('segments', { questions: [] }, folder);
  const figures = new Map<string, EngineFigures>();
  for (let times = 0; times < PROCESSES; times++) {
    for (const engine of Object.keys(ENGINES)) {
      const report = await measure(engine, { questions: questions.slice(0, QUESTIONS) }, folder);
      const before = figures.get(engine);
      figures.set(engine, before ? leastOf(before, report) : report);
    }
  }
  return figures;
}

async function measure(engine: string, order: EngineOrder, folder: string): Promise<EngineFigures> {
  const child = await startChild<EngineOrder, EngineFigures>('./engine-process.js', engine, {
    args: [folder, engine],
    node: ['--expose-gc'],
  });
  try {
    return await child.order(order);
  } finally {
    child.end();
  }
}

function leastOf(a: EngineFigures, b: EngineFigures): EngineFigures {
  const least = (of: 'open' | 'change' | 'pause' | 'heap' | 'resident') => Math.min(a[of], b[of]);
  const leastEach = (of: 'ask' | 'askThread') => a[of].map((ms, i) => Math.min(ms, b[of][i]!));
  return {
    ...{ open: least('open'), change: least('change'), pause: least('pause') },
    ...{ heap: least('heap'), resident: least('resident') },
    ...{ ask: leastEach('ask'), askThread: leastEach('askThread') },
  };
}
