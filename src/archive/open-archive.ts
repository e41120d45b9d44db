import type { Encoder } from '../encoder/encoder.ts';
import type { EngineSettings } from '../index/engines/engines.ts';
import { openIndex, openMemoryIndex } from '../index/open-index.ts';
import { stateOf } from '../ingest/files/file-stamp.ts';
import { filesOf } from '../ingest/files/files.ts';
import type { CorpusFile } from '../ingest/formats/reader.ts';
import { isPacked } from '../ingest/formats/readers.ts';
import type { Article } from '../model/article.ts';
import type { Role } from '../model/role.ts';
import type { Archive } from './archive.ts';
import { archiveOver, markingCorrupt } from './index-archive.ts';

export interface ArchiveOptions extends EngineSettings {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
  /** Ibid's own folder, where the index of a large archive is kept; without one, everything is read each time. */
  readonly data?: string;
  /** What this process may do where several have the archive open; `all` where absent. */
  readonly role?: Role;
  /** Told what went otherwise, in a line: the archive opens all the same. */
  readonly tell?: (note: string) => void;
  /** Models that order sentences by meaning; without them they are ordered by words alone. Who opened it closes it. */
  readonly encoder?: Encoder;
}

/** Opens an archive as it is now. Throws when the path does not exist; bad articles become problems. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { corpus, exclude = [], data, role = 'all', tell = () => {}, encoder, ...settings } = options;
  const walked = await filesOf(corpus, { exclude });
  // A reader reads no articles itself, however few.
  const isRead = role !== 'reader' && (exclude.length > 0 || (await isSmall(walked.files)));
  if (data === undefined || isRead)
    return archiveOver(await openMemoryIndex({ walked }, settings), undefined, encoder);
  const index = await openIndex({ ...settings, corpus, data, role, tell }, walked);
  const note = 'the index is corrupt: it is built again when you ask again';
  return archiveOver(index, markingCorrupt(index, tell, note), encoder);
}

/** Builds an archive over articles already in memory. */
export async function buildArchive(
  articles: readonly Article[],
  { encoder, ...settings }: EngineSettings & Pick<ArchiveOptions, 'encoder'> = {},
): Promise<Archive> {
  return archiveOver(await openMemoryIndex({ articles }, settings), undefined, encoder);
}

/** In bytes. Reading and splitting 1 MB takes about 0.1 s, which is what an index can save; opening one takes 20 ms. */
const SMALL_BYTES = 1024 * 1024;

/** Whether files are read faster than looked up. */
async function isSmall(files: readonly CorpusFile[]): Promise<boolean> {
  let bytes = 0;
  for (const file of files) {
    bytes += (await stateOf(file)).bytes;
    if (bytes >= SMALL_BYTES || isPacked(file.path)) return false;
  }
  return true;
}
