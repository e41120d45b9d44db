import { GUTTER, splitAtGutter } from './columns.ts';
import { type Run, rightOf, rowsOf, sizeOfBoth } from './rows.ts';

/** A printed line: the text on one baseline of one column. */
export interface PrintedLine extends Run {
  /** The edges of the column that it stands in. */
  readonly left: number;
  readonly right: number;
}

/** Parts of the font size: what is farther apart than a word is another word. */
const WORD_GAP = 0.15;
/** A page of a newspaper has some 2,000 runs. With more, columns are not searched for: that is quadratic. */
const MAX_RUNS = 5000;
/** Of regions in each other. Real pages have a dozen. */
const MAX_DEPTH = 40;

/**
 * Puts the runs of a page into lines, in reading order: a column is read to its end before the next one, and what spans
 * columns (a headline, a figure's caption) parts what is above it from what is below.
 */
export function linesInOrder(runs: readonly Run[], rightToLeft: boolean): PrintedLine[] {
  const pieces = piecesOf(rightToLeft ? runs.map(withItsEnd) : runs, GUTTER, rightToLeft);
  return inOrder(rightToLeft ? pieces.map(mirrored) : pieces, 0).flatMap((region) =>
    linesOf(rightToLeft ? region.map(mirrored) : region, rightToLeft),
  );
}

/** The columns and other regions of a page as they are read. */
function inOrder(pieces: readonly Run[], depth: number): (readonly Run[])[] {
  if (pieces.length === 0) return [];
  const split = pieces.length > MAX_RUNS || depth > MAX_DEPTH ? undefined : splitAtGutter(pieces);
  if (split === undefined) return [pieces];
  return [split.above, split.first, split.second, split.below].flatMap((part) => inOrder(part, depth + 1));
}

function linesOf(pieces: readonly Run[], rightToLeft: boolean): PrintedLine[] {
  const left = least(pieces.map(({ x }) => x));
  const right = greatest(pieces.map(rightOf));
  return piecesOf(pieces, Number.POSITIVE_INFINITY, rightToLeft).map((line) => {
    const placed = { ...line, left, right };
    return rightToLeft ? { ...mirrored(placed), left: -right, right: -left } : placed;
  });
}

/** As if it were read from the left: what is asked of a line is where it begins and ends. */
function mirrored<T extends Run>(run: T): T {
  return { ...run, x: -rightOf(run) };
}

/** A figure at the end of a sentence that is read from the right has its full stop on the left: `.2020`. */
function withItsEnd(run: Run): Run {
  const sign = RIGHT_TO_LEFT.test(run.text)
    ? undefined
    : run.text.match(/^[.,:;!?]{1,3}(?=[\p{L}\p{N}])/u)?.[0];
  return sign === undefined ? run : { ...run, text: run.text.slice(sign.length) + sign };
}

/** Runs of one baseline joined, unless they are `gap` font sizes apart or more. From the top, then by reading direction. */
function piecesOf(runs: readonly Run[], gap: number, rightToLeft: boolean): Run[] {
  return rowsOf(runs).flatMap((row) => joined(row, gap, rightToLeft));
}

/**
 * Runs of one line joined where they are less than `gap` apart. Figures and Latin words in a line that is read from the
 * right are read from the left, and the other way round.
 */
function joined(row: readonly Run[], gap: number, rightToLeft: boolean): Run[] {
  const near = (before: Run, run: Run) => run.x - rightOf(before) <= gap * sizeOfBoth(before, run);
  const against = againstOf(row, rightToLeft);
  const phrases = mergedRuns(
    row,
    (before, run) => against.has(before) && against.has(run) && near(before, run),
    !rightToLeft,
  );
  return mergedRuns(phrases, near, rightToLeft);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The runs of a line that are read against it, with the signs between two of them. */
function againstOf(row: readonly Run[], rightToLeft: boolean): ReadonlySet<Run> {
  const against = new Set<Run>();
  let signs: Run[] | undefined;
  for (const run of row) {
    const isSign = !/[\p{L}\p{N}]/u.test(run.text);
    if (isSign) signs?.push(run);
    else if (RIGHT_TO_LEFT.test(run.text) === rightToLeft) signs = undefined;
    else {
      for (const one of [...(signs ?? []), run]) against.add(one);
      signs = [];
    }
  }
  return against;
}

/** Neighbours from left to right made one, as they are read. */
function mergedRuns(
  row: readonly Run[],
  together: (before: Run, run: Run) => boolean,
  rightToLeft: boolean,
): Run[] {
  const merged: Run[] = [];
  let neighbour: Run | undefined;
  for (const run of row) {
    const before = merged.at(-1);
    if (before && neighbour && together(neighbour, run))
      merged[merged.length - 1] = pairOf(before, run, rightToLeft);
    else merged.push(run);
    neighbour = run;
  }
  return merged;
}

function pairOf(before: Run, run: Run, rightToLeft: boolean): Run {
  const [first, second] = rightToLeft ? [run, before] : [before, run];
  const isApart = run.x - rightOf(before) > WORD_GAP * run.size;
  const space = isApart && !/\s$/u.test(first.text.slice(-1)) && !/^\s/u.test(second.text) ? ' ' : '';
  const { y, size } = run.width > before.width ? run : before;
  const order = Math.min(before.order, run.order);
  return {
    text: first.text + space + second.text,
    x: before.x,
    y,
    size,
    order,
    width: rightOf(run) - before.x,
  };
}

// Not `Math.min(...)`, whose arguments must fit on the stack.
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
