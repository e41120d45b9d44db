import type { Run } from './rows.ts';

/** What pdf.js says of a piece of text. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  /** Along its own direction. */
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** The text of a page as runs, all turned so that they are read from left to right and from top to bottom. */
export interface PageRuns {
  /** Of the direction that most letters have first, then of others that are more than what runs up a margin. */
  readonly turned: readonly (readonly Run[])[];
  readonly rightToLeft: boolean;
}

/** A stamp or the name of a photographer that runs up the margin is no part of the text: shorter than this. */
const MAX_MARGINAL_LETTERS = 200;

/** `transform` is that of the page (its viewport). */
export function runsOf(items: readonly TextItem[], transform: readonly number[]): PageRuns {
  const turned: Run[][] = [[], [], [], []];
  const letters = [0, 0, 0, 0];
  let rightToLeft = 0;
  let all = 0;
  for (const [order, { str, dir, width, transform: own }] of items.entries()) {
    if (str.trim() === '') continue;
    const matrix = product(transform, own);
    const size = Math.hypot(matrix[2], matrix[3]);
    const quarter = quarterOf(matrix);
    if (size === 0 || quarter === undefined) continue;
    const text = str.replace(SHAPES, (shape: string) => shape.normalize('NFKC'));
    turned[quarter]!.push({ text, ...turnedBack(matrix, quarter), width, size, order });
    letters[quarter]! += str.length;
    all += str.length;
    if (dir === 'rtl') rightToLeft += str.length;
  }
  const most = letters.indexOf(Math.max(...letters));
  const others = [0, 1, 2, 3].filter((one) => one !== most && letters[one]! > MAX_MARGINAL_LETTERS);
  return { turned: [most, ...others].map((one) => turned[one]!), rightToLeft: rightToLeft > all / 2 };
}

/** Arabic letters as shapes at the start, in the middle or at the end of a word, which is how Chromium prints them. */
const SHAPES = /[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]+/gu;

type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`: ISO 32000-1, 8.3.4. */
function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = outer as unknown as Matrix;
  const [g, h, i, j, k, l] = inner as unknown as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** By how many quarters of a circle, clockwise, a text is turned; `undefined` of a watermark across the page. */
function quarterOf([a, b]: Matrix): number | undefined {
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const quarter = Math.round(turns);
  return Math.abs(turns - quarter) > MAX_SLANT ? undefined : (quarter + 4) % 4;
}

/** In quarters of a circle: a page that was scanned askew is within it. */
const MAX_SLANT = 0.3;

/** Where a text begins once the page is turned so that it stands upright. */
function turnedBack([, , , , x, y]: Matrix, quarter: number): { readonly x: number; readonly y: number } {
  return [
    { x, y },
    { x: y, y: -x },
    { x: -x, y: -y },
    { x: -y, y: x },
  ][quarter]!;
}
