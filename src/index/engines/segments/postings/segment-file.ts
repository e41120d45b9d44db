import { close, closeSync, fstatSync, fsync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A file that is no segment, not whole, or not as it was written. Its articles have to be indexed again. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
  }
}

/** A file of another version of Ibid: nothing is wrong with it. */
export class OtherFormat extends Error {
  override readonly name = 'OtherFormat';
}

/** "ibid" and the byte order at once: numbers are as the machine has them, and another one's don't look like this. */
const MAGIC = 0x64696269;
export const FORMAT = 2;

/** Numbers before the table of sections. */
const HEAD = 5;

/**
 * Sections in one file:
 *
 *     u32 magic, u32 format, u32 crc32 of what follows up to the sections, u32 bytes of the file, u32 sections
 *     u32 start, u32 bytes, u32 crc32 for each section
 *     sections, each beginning at a multiple of 8
 */
export function writeSections(path: string, sections: readonly Uint8Array[]): void {
  const head = new Uint32Array(HEAD + sections.length * 3);
  let size = aligned(head.byteLength);
  sections.forEach((section, i) => {
    head.set([size, section.length, crc32(section)], HEAD + i * 3);
    size = aligned(size + section.length);
  });
  if (size > LARGEST) throw new RangeError(`${path}: a segment holds 4 GB at most`);
  head.set([MAGIC, FORMAT, 0, size, sections.length]);
  head[2] = crcOf(head);
  const file = openSync(path, 'w');
  try {
    ftruncateSync(file, size);
    writeWhole(file, new Uint8Array(head.buffer), 0);
    sections.forEach((section, i) => {
      writeWhole(file, section, head[HEAD + i * 3]!);
    });
  } catch (error) {
    closeSync(file);
    throw error;
  }
  // Nobody waits for the disk: should the power fail before it has everything, the checksums will tell.
  fsync(file, () => close(file));
}

function crcOf(head: Uint32Array): number {
  return crc32(new Uint8Array(head.buffer, head.byteOffset + 12, head.byteLength - 12));
}

const LARGEST = 2 ** 32 - 1;

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function writeWhole(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

/** Reads and checks every section. Throws `DamagedFile`, `OtherFormat`, or what the file system says. */
export function readSections(path: string, count: number): Uint8Array<ArrayBuffer>[] {
  const bytes = readWhole(path);
  const length = HEAD + count * 3;
  if (bytes.length < length * 4) throw new DamagedFile(path, 'is too short for a segment of the index');
  const head = new Uint32Array(bytes.buffer, 0, length);
  const [magic, format, crcOfHead, size, sections] = head;
  if (magic !== MAGIC)
    throw new DamagedFile(path, 'is not a segment of the index (or of another kind of machine)');
  if (format !== FORMAT) {
    throw new OtherFormat(
      `${path}: has format ${format}, this Ibid reads ${FORMAT}: index the archive again`,
    );
  }
  if (sections !== count || crcOf(head) !== crcOfHead) throw new DamagedFile(path, 'has a damaged head');
  if (bytes.length !== size) throw new DamagedFile(path, `has ${bytes.length} bytes of ${size}`);
  return Array.from({ length: count }, (_, i) => {
    const [start, length, crc] = head.subarray(HEAD + i * 3);
    const section = bytes.subarray(start, start! + length!);
    if (crc32(section) !== crc) throw new DamagedFile(path, `section ${i} is not as it was written`);
    return section;
  });
}

/** Into memory of its own, where arrays of numbers are aligned. */
function readWhole(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, bytes.length - done, done);
      if (read === 0) throw new DamagedFile(path, 'became shorter while it was read');
      done += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
