import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFileError } from '../unreadable.ts';

/** The entries of a zip file that were asked for, by name. */
export type Entries = ReadonlyMap<string, Buffer>;

/** A book of 20 MB of text with a thousand pictures has fewer; the parts of a document are some dozens. */
const MAX_ENTRIES = 10_000;
const MEGABYTE = 1024 * 1024;
/** What is unpacked of one entry and of all: five times the text that an article may have, for its markup. */
const MAX_ENTRY_BYTES = 50 * MEGABYTE;
const MAX_TOTAL_BYTES = 100 * MEGABYTE;
/** Deflate can't do better than 1032:1 (zlib.net/zlib_tech.html); documents stay far below a fifth of it. */
const HIGHEST_RATIO = 200;
/** Where ratios begin to say something: a small entry of blanks harms nobody. */
const RATIO_FROM = MEGABYTE;

/**
 * The wanted entries of a zip file. Nothing is written to the disk, and archives in the archive stay closed. Sizes are
 * counted while unpacking: what the file says of itself is not believed. Throws `Refused`.
 */
export async function unzip(bytes: Buffer, wanted: (name: string) => boolean): Promise<Entries> {
  const entries = new Map<string, Buffer>();
  let total = 0;
  try {
    const zip = await fromBufferPromise(bytes);
    if (zip.entryCount > MAX_ENTRIES) throw new UnreadableFileError(`too many entries: ${zip.entryCount}`);
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      if (entry.isEncrypted()) throw new UnreadableFileError('encrypted: save it without a password');
      const content = await unpack(zip, entry, MAX_TOTAL_BYTES - total);
      total += content.length;
      entries.set(entry.fileName, content);
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(`damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > Math.min(MAX_ENTRY_BYTES, room))
      throw new UnreadableFileError(`too large when unpacked: ${entry.fileName}`);
    if (length > RATIO_FROM && length > HIGHEST_RATIO * entry.compressedSize) {
      throw new UnreadableFileError(
        `too large when unpacked: ${entry.fileName}, over ${HIGHEST_RATIO} times its size`,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
