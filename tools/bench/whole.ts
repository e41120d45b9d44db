import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STOP_WORDS } from '../../src/text/tokens/stop-words.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';
import { startChild } from './child.ts';
import type { Grown } from './grow.ts';
import { CORPUS, writeArticles } from './growing.ts';
import { randomOf } from './random.ts';

/** What an archive is asked, each kind as lists of what is typed. */
export interface WholeWorkload {
  readonly questions: readonly string[];
  /** Exact words: some of one sentence; function words alone; and such that no text holds. */
  readonly phrases: readonly string[];
  readonly commonPhrases: readonly string[];
  readonly absentPhrases: readonly string[];
  /** The first three letters of words. */
  readonly beginnings: readonly string[];
}

/** Of CPU, in ms, and bytes. Of what is a list one number for each that was asked. */
export interface WholeFigures {
  readonly open: number;
  readonly memory: number;
  readonly questions: readonly number[];
  /** The engine's part in the same questions: its searches again, alone. */
  readonly searches: readonly number[];
  readonly phrases: readonly number[];
  readonly commonPhrases: readonly number[];
  readonly absentPhrases: readonly number[];
  /** Articles about a name, and their facets: the names mentioned most, which take longest. */
  readonly articles: readonly number[];
  readonly facets: readonly number[];
  readonly beginnings: readonly number[];
}

const QUESTIONS = 400;
const PHRASES = 30;
const WORKLOAD = 'workload.json';

/** Whether the folder holds an archive that `growWhole` wrote. */
export function isWhole(folder: string): boolean {
  return existsSync(join(folder, WORKLOAD));
}

/** Writes an archive of grown articles, and what it will be asked: the questions given, or words of its sentences. */
export function writeWhole(grown: Grown, given: readonly string[], seed: number, folder: string): void {
  mkdirSync(join(folder, CORPUS), { recursive: true });
  writeArticles(grown.documents, join(folder, CORPUS, 'articles.jsonl'));
  writeFileSync(join(folder, WORKLOAD), JSON.stringify(wholeWorkloadOf(grown, given, seed)));
}

/** Measures such an archive in a process of its own, which reads it where it has no index yet. */
export async function measureWhole(folder: string): Promise<WholeFigures> {
  const child = await startChild<WholeWorkload, WholeFigures>('./whole-process.js', 'the archive', {
    args: [folder],
    node: ['--expose-gc'],
  });
  try {
    return await child.order(JSON.parse(readFileSync(join(folder, WORKLOAD), 'utf8')) as WholeWorkload);
  } finally {
    child.end();
  }
}

function wholeWorkloadOf({ documents }: Grown, given: readonly string[], seed: number): WholeWorkload {
  const random = randomOf(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** As many neighbouring words of some sentence, as they stand there. */
  const neighbours = (count: number, fits: (folded: readonly string[]) => boolean): string => {
    for (;;) {
      const { article, sentences } = any(documents);
      if (sentences.length === 0) continue;
      const { start, end } = any(sentences);
      const words = wordsOf(article.text.slice(start, end), start);
      const first = Math.floor(random() * (words.length - count));
      const run = words.slice(Math.max(0, first), first + count);
      if (run.length === count && fits(run.map(({ folded }) => folded)))
        return article.text.slice(run[0]!.start, run.at(-1)!.end);
    }
  };
  const isStop = (word: string) => STOP_WORDS.has(word);
  const hasContent = (words: readonly string[]) => !words.every(isStop);
  const many = (make: () => string, count = PHRASES) => Array.from({ length: count }, make);
  return {
    questions: many(
      () => (given.length > 0 ? any(given) : neighbours(3 + Math.floor(random() * 4), hasContent)),
      QUESTIONS,
    ),
    phrases: many(() => neighbours(3, hasContent)),
    commonPhrases: many(() => neighbours(2, (words) => words.every(isStop))),
    absentPhrases: many(() => `${neighbours(2, hasContent)} ${neighbours(2, hasContent)}`),
    beginnings: many(() => neighbours(1, ([word]) => hasContent([word!]) && word!.length > 4).slice(0, 3)),
  };
}
