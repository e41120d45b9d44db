/** The cells of a table's b-tree in the bytes of an SQLite file: sqlite.org/fileformat2.html, 1.6. */
export interface Cell {
  /** Where the cell starts in the file: its head is the length of its payload and the row's id, a varint each. */
  readonly at: number;
  /** Bytes of the head. */
  readonly head: number;
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
/** The database header stands before the first page's own. */
const DATABASE_HEADER = 100;

/** The leaf cells of the table whose root page this is, counted from 1. */
export function leafCells(file: Buffer, root: number): Cell[] {
  const size = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
  const start = (root - 1) * size;
  const header = root === 1 ? DATABASE_HEADER : start;
  const kind = file[header]!;
  const count = file.readUInt16BE(header + 3);
  const pointers = header + (kind === LEAF ? 8 : 12);
  const cells = Array.from({ length: count }, (_, i) => start + file.readUInt16BE(pointers + 2 * i));
  if (kind === LEAF) return cells.map((at) => ({ at, head: headOf(file, at) }));
  if (kind !== INTERIOR) throw new Error(`page ${root} is of no table`);
  const children = [...cells.map((at) => file.readUInt32BE(at)), file.readUInt32BE(header + 8)];
  return children.flatMap((child) => leafCells(file, child));
}

function headOf(file: Buffer, at: number): number {
  const length = varintLength(file, at);
  return length + varintLength(file, at + length);
}

/** Bytes of a varint: nine at most, the last one is the first below 128. */
function varintLength(file: Buffer, at: number): number {
  let bytes = 1;
  while (bytes < 9 && file[at + bytes - 1]! >= 0x80) bytes += 1;
  return bytes;
}
