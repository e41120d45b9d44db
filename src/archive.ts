import type { Answer, Article, Citation, Collection, Problem, QuestionKind } from './model.ts';

export interface ArchiveOptions {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
}

export interface AskOptions {
  /** Citations shown at most. */
  readonly limit?: number;
  /** Whether each citation carries the value of every signal. */
  readonly explain?: boolean;
}

/** The facade: what the terminal and Discord know of everything below. */
export interface Archive {
  readonly collection: Collection;
  readonly problems: readonly Problem[];
  /** How many names the archive holds. */
  readonly names: number;
  ask(kind: QuestionKind, text: string, options?: AskOptions): Answer;
  /** The answer, and the ranked list behind it whether or not the answer passes the threshold: for measuring. */
  examine(kind: QuestionKind, text: string, limit: number): { answer: Answer; ranked: readonly Citation[] };
}

/** Builds an archive over articles already in memory. */
export function buildArchive(_articles: readonly Article[], _problems: readonly Problem[] = []): Archive {
  throw new Error('being built');
}

/** Reads a corpus and builds the archive. Throws when the path does not exist; bad articles become problems. */
export async function openArchive(_options: ArchiveOptions): Promise<Archive> {
  throw new Error('being built');
}
