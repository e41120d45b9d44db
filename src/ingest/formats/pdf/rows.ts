/** A run of printed text. Lengths are in points; `y` is the baseline and grows downwards. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** Its place in the order in which the page is drawn. */
  readonly order: number;
}

/** How far a raised figure or accent may stand off its line, in font sizes. */
const BASELINE = 0.4;

/** Runs on one baseline together: rows from the top, each from left to right. */
export function rowsOf<T extends Run>(runs: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first && run.y - first.y <= BASELINE * sizeOfBoth(first, run)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The larger size of two runs, unless it is a headline's beside a text. */
export function sizeOfBoth(a: Run, b: Run): number {
  return Math.min(Math.max(a.size, b.size), 2 * Math.min(a.size, b.size));
}

/** The right edge of a run. */
export function rightOf({ x, width }: Run): number {
  return x + width;
}
