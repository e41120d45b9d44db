import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { codeOf, faultOf, isTransient } from '../../files/file-error.ts';
import type { CorpusFile, Flaw, Formats, Item, Unpacking, UnpackLimits } from '../reader.ts';
import { UnreadableFileError } from '../unreadable.ts';

const MB = 1024 * 1024;

/**
 * News in JSON or XML shrinks to a tenth or, with much mark-up, to a fortieth; Deflate can reach 1032 to 1, and only what
 * is made for it does. An English Wikipedia is 100 GB of XML: that is larger than anything that we could hold.
 */
export const LIMITS: UnpackLimits = {
  entries: 500_000,
  depth: 3,
  ratio: 200,
  free: 64 * MB,
  total: 64 * 1024 * MB,
  jumped: 100 * MB,
};

export async function unpackingOf(file: CorpusFile, limits = LIMITS): Promise<Unpacking> {
  const outer = file.unpacking;
  if (outer) return { ...outer, depth: outer.depth + 1 };
  const { size } = await stat(file.location);
  return { depth: 1, limits, used: { entries: 0, bytes: 0, refused: false }, size };
}

/** Counts an entry of an archive; throws `UnreadableFileError` where there are too many: nothing more of the outermost file is read. */
export function countEntry({ used, limits }: Unpacking): void {
  used.entries += 1;
  if (used.entries <= limits.entries) return;
  used.refused = true;
  throw new UnreadableFileError(
    `too many files in it: over ${limits.entries.toLocaleString('en-US')}; the rest is left out`,
  );
}

/** The same bytes, counted; throws `UnreadableFileError` where they are more than an honest file unpacks to. */
export async function* counted(bytes: AsyncIterable<Buffer>, unpacking: Unpacking): AsyncGenerator<Buffer> {
  const { used, limits, size } = unpacking;
  for await (const chunk of bytes) {
    used.bytes += chunk.length;
    const excess =
      used.bytes > limits.total
        ? `over ${Math.round(limits.total / 1024 / MB)} GB`
        : used.bytes > Math.max(limits.free, limits.ratio * size)
          ? `over ${limits.ratio} times its size`
          : undefined;
    if (excess) {
      used.refused = true;
      throw new UnreadableFileError(`too large when unpacked: ${excess}; the rest is left out`);
    }
    yield chunk;
  }
}

/** Bytes out of gzip, counted. Several members one after another are one file, as `gzip` has it. */
export async function* gunzipped(bytes: AsyncIterable<Buffer>, unpacking: Unpacking): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // What goes wrong comes out of the loop below.
  const fed = pipeline(Readable.from(bytes), gunzip).catch(() => {});
  try {
    yield* counted(gunzip, unpacking);
  } finally {
    gunzip.destroy();
    await fed;
  }
}

/** What an archive holds beside articles. */
export const OTHERS = 'files that are hidden or of other formats';

/** Whether an entry is one that a folder's walk would take: neither hidden nor of another format. */
export function isWanted(name: string, formats: Formats): boolean {
  const parts = name.split(/[/\\]/u);
  return formats.isReadable(name) && !parts.some((part) => /^\.(?!\.?$)|^__MACOSX$/u.test(part));
}

/** Why a name can't be one inside an archive: nothing is ever written under it, but articles are called by it. */
export function faultOfName(name: string): string | undefined {
  if (/^[/\\]|^[a-z]:/iu.test(name) || name.split(/[/\\]/u).includes('..')) {
    return `path leads outside the archive: ${JSON.stringify(name.slice(0, 200))}; left out`;
  }
  return undefined;
}

/** The articles of a file inside `outer`, read by the reader of its own name. `path` is what it would be called unpacked. */
export async function* itemsInside(
  outer: CorpusFile,
  open: () => AsyncIterable<Buffer>,
  path: string,
  unpacking: Unpacking,
): AsyncGenerator<Item> {
  if (unpacking.depth > unpacking.limits.depth) {
    const reason = `nested too deep: more than ${unpacking.limits.depth} archives inside each other; left out`;
    yield { flaw: { severity: 'error', reason } };
    return;
  }
  try {
    const formats = formatsOf(outer);
    const reader = await formats.readerOf(path);
    const inner = { path, location: outer.location, open, unpacking, formats };
    for await (const item of reader.read(inner)) {
      yield 'article' in item ? { ...item, article: { ...item.article, path: outer.path } } : item;
    }
  } catch (error) {
    yield { flaw: unpackingFlaw(error) };
  }
}

/** Why unpacking ended. `otherwise` words the message of what neither we nor the file system refused. */
export function unpackingFlaw(error: unknown, otherwise?: (message: string) => string): Flaw {
  if (!otherwise || error instanceof UnreadableFileError || codeOf(error))
    return { severity: 'error', reason: reasonOf(error), ...(isTransient(error) && { retry: true }) };
  return { severity: 'error', reason: otherwise(error instanceof Error ? error.message : String(error)) };
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.message;
  const code = codeOf(error);
  if (code?.startsWith('Z_')) return `damaged or cut off: ${(error as Error).message}`;
  return faultOf(error);
}

/**
 * Items of an entry of many: a line alone would mislead. An article that is the whole entry is called by `path`, its
 * extension included: entries may differ in nothing else.
 */
export function ofEntry(item: Item, name: string, path: string): Item {
  if ('article' in item) {
    const { article } = item;
    return { article: path.startsWith(`${article.id}.`) ? { ...article, id: path } : article };
  }
  const { line, ...flaw } = item.flaw;
  const place = line === undefined ? name : `${name}, line ${line}`;
  return { flaw: { ...flaw, reason: `${flaw.reason}: in ${place}` } };
}

/** A mistake of ours: who reads an archive is given the readers. */
export function formatsOf({ formats }: CorpusFile): Formats {
  if (!formats) throw new Error('an archive is read without the other readers');
  return formats;
}
