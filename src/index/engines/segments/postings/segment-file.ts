import { close, closeSync, fstatSync, fsync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { PRIVATE_FILE } from '../../../../write-atomic.ts';

/** The file is no segment, is cut off, or a checksum differs. Its articles have to be indexed again. */
export class CorruptSegmentError extends Error {
  override readonly name = 'CorruptSegmentError';
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
  }
}

/** The file was written by another version of Ibid; it is not corrupt. */
export class SegmentFormatError extends Error {
  override readonly name = 'SegmentFormatError';
}

/** "ibid" as a u32: numbers are in the machine's byte order, and on a machine with the other one this number differs. */
const MAGIC = 0x64696269;
export const FORMAT = 2;

/** Before the table of sections, in numbers; and a section in the table: its start, bytes and checksum. */
const HEADER_LENGTH = 5;
const HEADER_CRC = 2;
const SECTION_STRIDE = 3;
/** The first byte that the header's checksum is of. */
const CHECKED_FROM = 12;

/**
 * Writes a segment file of sections. Throws a `RangeError` above 4 GB, or the file system's error. The format:
 *
 *     u32 magic, u32 format, u32 crc32 of what follows up to the sections, u32 bytes of the file, u32 sections
 *     u32 start, u32 bytes, u32 crc32 for each section
 *     sections, each beginning at a multiple of 8
 */
export function writeSections(path: string, sections: readonly Uint8Array[]): void {
  const head = new Uint32Array(HEADER_LENGTH + sections.length * SECTION_STRIDE);
  let size = aligned(head.byteLength);
  sections.forEach((section, i) => {
    head.set([size, section.length, crc32(section)], HEADER_LENGTH + i * SECTION_STRIDE);
    size = aligned(size + section.length);
  });
  if (size > MAX_FILE_BYTES) throw new RangeError(`${path}: a segment holds 4 GB at most`);
  head.set([MAGIC, FORMAT, 0, size, sections.length]);
  head[HEADER_CRC] = crcOf(head);
  const file = openSync(path, 'w', PRIVATE_FILE.mode);
  try {
    ftruncateSync(file, size);
    writeFully(file, new Uint8Array(head.buffer), 0);
    sections.forEach((section, i) => {
      writeFully(file, section, head[HEADER_LENGTH + i * SECTION_STRIDE]!);
    });
  } catch (error) {
    closeSync(file);
    throw error;
  }
  // Nobody waits for the disk: should the power fail before it has everything, the checksums will tell.
  fsync(file, () => close(file));
}

function crcOf(head: Uint32Array): number {
  return crc32(new Uint8Array(head.buffer, head.byteOffset + CHECKED_FROM, head.byteLength - CHECKED_FROM));
}

/** Offsets are u32. */
const MAX_FILE_BYTES = 2 ** 32 - 1;

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function writeFully(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

/**
 * Reads a segment file of `count` sections and compares all checksums. Throws a `CorruptSegmentError`, a
 * `SegmentFormatError`, or the file system's error.
 */
export function readSections(path: string, count: number): Uint8Array<ArrayBuffer>[] {
  const bytes = readFully(path);
  const length = HEADER_LENGTH + count * SECTION_STRIDE;
  if (bytes.length < length * 4)
    throw new CorruptSegmentError(path, 'is too short for a segment of the index');
  const head = new Uint32Array(bytes.buffer, 0, length);
  const [magic, format, crcOfHead, size, sections] = head;
  if (magic !== MAGIC)
    throw new CorruptSegmentError(
      path,
      'is not a segment of the index (or was written on another kind of machine)',
    );
  if (format !== FORMAT) {
    throw new SegmentFormatError(
      `${path}: has format ${format}, this version of Ibid reads format ${FORMAT}; rebuild the index`,
    );
  }
  if (sections !== count || crcOf(head) !== crcOfHead)
    throw new CorruptSegmentError(path, 'has a corrupt header');
  if (bytes.length !== size)
    throw new CorruptSegmentError(path, `has ${bytes.length} bytes instead of ${size}`);
  return Array.from({ length: count }, (_, i) => {
    const [start, length, crc] = head.subarray(HEADER_LENGTH + i * SECTION_STRIDE);
    const section = bytes.subarray(start, start! + length!);
    if (crc32(section) !== crc)
      throw new CorruptSegmentError(path, `section ${i} is corrupt (checksum differs)`);
    return section;
  });
}

/** Reads into a buffer of its own, in which arrays of numbers are aligned. */
function readFully(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, bytes.length - done, done);
      if (read === 0) throw new CorruptSegmentError(path, 'was truncated while it was read');
      done += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
