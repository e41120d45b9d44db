import type { Engine } from '../index/engines/engine.ts';
import { isSmall } from '../index/small.ts';
import { filesOf } from '../ingest/files/files.ts';
import { readFiles } from '../ingest/read-corpus.ts';
import { type Archive, buildArchive } from './archive.ts';
import { keptArchive } from './kept-archive.ts';

export interface ArchiveOptions {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
  /** Ibid's own folder, where what was read of a large archive is kept; without one, everything is read each time. */
  readonly data?: string;
  /** Told what went otherwise with that folder, in a line: the archive opens all the same. */
  readonly tell?: (note: string) => void;
  /** An empty index, to measure another one than MiniSearch. */
  readonly engine?: Engine | undefined;
}

/** Reads a corpus and builds the archive. Throws when the path does not exist; bad articles become problems. */
export async function openArchive({
  corpus,
  exclude = [],
  data,
  engine,
  tell = () => {},
}: ArchiveOptions): Promise<Archive> {
  const walked = await filesOf(corpus, { exclude });
  if (data !== undefined && engine === undefined && exclude.length === 0 && !(await isSmall(walked.files))) {
    const { openKept } = await import('../index/open-index.ts');
    const kept = await openKept({ corpus, data, tell }, walked);
    return keptArchive(kept, () =>
      tell('the archive’s store is damaged: it is built again when you ask again'),
    );
  }
  const { articles, problems } = await readFiles(walked);
  return buildArchive(articles, problems, { engine });
}
