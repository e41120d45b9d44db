import { type Run, rightOf, rowsOf } from './rows.ts';

/** A white stripe between two columns of a region, and what it parts. */
export interface ColumnSplit {
  readonly above: Run[];
  readonly first: Run[];
  readonly second: Run[];
  readonly below: Run[];
}

/** Lengths in font sizes, of which half is a letter. Columns have lines of some words, cells of a table have few. */
const COLUMN_WIDTH = 9;
/** The narrowest column of a newspaper; one so narrow has to show that its lines are sentences that go on. */
const NARROW_COLUMN_WIDTH = 4;
const COLUMN_LINES = 3;
/** The white between two columns, at least. */
export const GUTTER = 0.6;
/** Lines begin at one place where they are no farther apart. */
const ALIGNED = 0.35;
/** Lines of prose that begin in the middle of a sentence, at least: of English text it is nine in ten, of tables one. */
const RUNNING_ON = 0.35;
/** Of a headline, in sizes of the text. */
const HEADLINE = 1.25;
/** From the line above it to a headline's, in sizes of the text: that of the headline counts too. */
const BAND = 2;
/** In distances of lines: what is farther off stands by itself. */
const APART = 1.6;

/**
 * Splits a region at the tallest white stripe that has a column of text on each side; `undefined` where there is none. What
 * stands above and below the stripe, a headline over two columns or another story, is left for another look. `pieces` are
 * read from the left: those of Arabic or Hebrew must be mirrored.
 */
export function splitAtGutter(pieces: readonly Run[]): ColumnSplit | undefined {
  const rows = rowsOf(pieces);
  const openers = storiesIn(rows);
  let best: Stripe | undefined;
  for (const x of beginningsOf(pieces)) {
    for (const stripe of stripesAt(x, rows, openers)) {
      if (stripe.rows.length > (best?.rows.length ?? 0) && partsColumns(stripe)) best = stripe;
    }
  }
  return best && splitBy(best, pieces);
}

/** A row that no piece crosses at some place. */
interface SplitRow {
  readonly y: number;
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

interface Stripe {
  readonly x: number;
  /** From the top; the first and the last have something on both sides, or go on from one that has. */
  readonly rows: readonly SplitRow[];
}

/** Where at least three pieces begin, one below the other: the left edge of a column may be there. */
function beginningsOf(pieces: readonly Run[]): number[] {
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  const places: number[] = [];
  let group: Run[] = [];
  const end = () => {
    if (group.length >= COLUMN_LINES - 1) places.push(group[0]!.x);
    group = [];
  };
  for (const piece of sorted) {
    if (group.length > 0 && piece.x - group[0]!.x > ALIGNED * group[0]!.size) end();
    group.push(piece);
  }
  end();
  return places;
}

/** The first rows of stories: headlines below a white band over the whole region. */
function storiesIn(rows: readonly (readonly Run[])[]): ReadonlySet<readonly Run[]> {
  const sizes = rows.flat().map(({ size }) => size);
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  return new Set(
    rows.filter((row, place) => {
      const before = rows[place - 1]?.[0];
      const [opener] = row;
      return before && opener && opener.size > HEADLINE * usual && opener.y - before.y > BAND * usual;
    }),
  );
}

/** The stretches of rows that nothing crosses left of `x`, and in which no other story begins. */
function stripesAt(
  x: number,
  rows: readonly (readonly Run[])[],
  openers: ReadonlySet<readonly Run[]>,
): Stripe[] {
  const stripes: SplitRow[][] = [[]];
  for (const pieces of rows) {
    if (openers.has(pieces)) stripes.push([]);
    const crossing = pieces.some((piece) => piece.x < x && rightOf(piece) > x - (GUTTER / 2) * piece.size);
    if (crossing) stripes.push([]);
    else
      stripes.at(-1)!.push({
        y: pieces[0]!.y,
        left: pieces.filter((piece) => piece.x < x),
        right: pieces.filter((piece) => piece.x >= x),
      });
  }
  return stripes
    .filter(
      (stripe) => stripe.some(({ left }) => left.length > 0) && stripe.some(({ right }) => right.length > 0),
    )
    .map((stripe) => ({ x, rows: withoutLoners(stripe) }));
}

/** Without a line or two at the top and the bottom that stand alone, as a heading does that belongs to what is below. */
function withoutLoners(rows: readonly SplitRow[]): SplitRow[] {
  const downs = rows.slice(1).map(({ y }, place) => y - rows[place]!.y);
  const pitch = downs.toSorted((a, b) => a - b)[Math.floor(downs.length / 2)] ?? 0;
  const isLone = ({ left, right }: SplitRow) => left.length === 0 || right.length === 0;
  const loners = (from: readonly SplitRow[], gaps: readonly number[]): number => {
    for (const count of [1, 2]) {
      const all = from.slice(0, count).every(isLone);
      if (all && from.length > count && (gaps[count - 1] ?? 0) > APART * pitch) return count;
    }
    return 0;
  };
  const top = loners(rows, downs);
  const bottom = loners(rows.toReversed(), downs.toReversed());
  return rows.slice(top, rows.length - bottom);
}

interface Side {
  readonly lines: number;
  /** Of half of its lines, in font sizes. */
  readonly width: number;
  /** Its lines are parts of sentences. */
  readonly isProse: boolean;
  /** How many of its lines do, the first aside. */
  readonly goOn: number;
  readonly top: number;
  readonly bottom: number;
}

function partsColumns({ x, rows }: Stripe): boolean {
  const left = sideOf(rows.map((row) => ({ y: row.y, pieces: row.left })));
  const right = sideOf(rows.map((row) => ({ y: row.y, pieces: row.right })));
  if (left === undefined || right === undefined) return false;
  if (left.top > right.bottom || right.top > left.bottom) return false;
  const begin = rows.filter(({ right: [piece] }) => piece && piece.x - x <= ALIGNED * piece.size);
  if (begin.length < right.lines / 3) return false;
  const isWide = (side: Side) => side.lines >= COLUMN_LINES && side.width >= COLUMN_WIDTH;
  if (isWide(left) && isWide(right)) return true;
  if (left.width < NARROW_COLUMN_WIDTH || right.width < NARROW_COLUMN_WIDTH || isRiver(rows)) return false;
  if (left.isProse && right.isProse) return true;
  // A column's last line or two, or a short list beside it.
  if (left.isProse && left.lines > COLUMN_LINES && right.lines < COLUMN_LINES) return true;
  // The few lines of a short story: most that follow a first one go on in mid-sentence.
  const later = left.lines + right.lines - 2;
  if (
    left.lines <= COLUMN_LINES &&
    left.width >= COLUMN_WIDTH &&
    2 * (left.goOn + right.goOn) >= Math.max(1, later)
  )
    return true;
  return (left.isProse || right.isProse) && isDrawnByColumn(rows, left, right);
}

/** White between words of justified lines that happen to be below each other: other words of the line are as far apart. */
function isRiver(rows: readonly SplitRow[]): boolean {
  const beside = rows.filter(({ left, right }) => left.length > 0 && right.length > 0);
  const alike = beside.filter(({ left, right }) => {
    const gap = gapOf(left.at(-1)!, right[0]!);
    const others = [left.slice(-2), right.slice(0, 2)].flatMap(([a, b]) => (a && b ? [gapOf(a, b)] : []));
    if (others.length > 0) return others.every((other) => Math.abs(other - gap) < 0.15 * gap);
    return [left.at(-1)!, right[0]!].every(({ text }) => !/\S\s+\S/u.test(text));
  });
  return alike.length > beside.length / 2;
}

function gapOf(before: Run, after: Run): number {
  return after.x - rightOf(before);
}

function sideOf(rows: readonly { readonly y: number; readonly pieces: readonly Run[] }[]): Side | undefined {
  const lines = rows.filter(({ pieces }) => pieces.length > 0);
  if (lines.length === 0) return undefined;
  const widths = lines
    .map(({ pieces }) => pieces.reduce((sum, { width, size }) => sum + width / size, 0))
    .sort((a, b) => a - b);
  const later = lines.slice(1);
  const within = later.filter(({ pieces }) => /^\p{Ll}/u.test(pieces[0]!.text.trim()));
  return {
    lines: lines.length,
    width: widths[Math.floor(widths.length / 2)]!,
    isProse: later.length > 1 && within.length >= RUNNING_ON * later.length,
    goOn: within.length,
    top: lines[0]!.y,
    bottom: lines.at(-1)!.y,
  };
}

/** Whether the program that made the page drew one side before the other, rather than line by line. */
function isDrawnByColumn(rows: readonly SplitRow[], left: Side, right: Side): boolean {
  const [top, bottom] = [Math.max(left.top, right.top), Math.min(left.bottom, right.bottom)];
  const beside = rows.filter(({ y }) => y >= top && y <= bottom);
  const drawn = beside
    .flatMap((row) => [
      ...row.left.map(({ order }) => ({ order, side: 0 })),
      ...row.right.map(({ order }) => ({ order, side: 1 })),
    ])
    .sort((a, b) => a.order - b.order);
  const changes = drawn.filter(({ side }, place) => place > 0 && drawn[place - 1]!.side !== side).length;
  return beside.length >= COLUMN_LINES - 1 && changes <= 1 + beside.length / 4;
}

function splitBy({ rows }: Stripe, pieces: readonly Run[]): ColumnSplit {
  const first = rows.flatMap(({ left }) => left);
  const second = rows.flatMap(({ right }) => right);
  const within = new Set([...first, ...second]);
  const others = pieces.filter((piece) => !within.has(piece));
  const top = rows[0]!.y;
  return {
    above: others.filter(({ y }) => y < top),
    first,
    second,
    below: others.filter(({ y }) => y >= top),
  };
}
