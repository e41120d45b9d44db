/** Parts of the font size: what is farther apart than a word is another word; than a gutter another column, perhaps. */
const WORD_GAP = 0.15;
const GUTTER = 1;
/** How far a raised figure or accent may stand off its line. */
const BASELINE = 0.4;
/** Columns have lines of some words (here in font sizes, half of which is a letter), cells of a table have few. */
const COLUMN_WIDTH = 9;
const COLUMN_LINES = 3;
/** A page of a newspaper has some 2,000 runs. With more, columns are not searched for: that is quadratic. */
const MAX_RUNS = 5000;
/**
 * Puts the runs of a page into lines, in reading order: a column is read to its end before the next one, and what spans
 * columns (a headline, a figure's caption) parts what is above it from what is below.
 */
export function linesInOrder(runs, rightToLeft) {
    const printed = runs.filter(({ text }) => text.trim() !== '');
    const pieces = piecesOf(rightToLeft ? printed.map(withItsEnd) : printed, GUTTER, rightToLeft);
    return inOrder(pieces, rightToLeft, 0);
}
function inOrder(pieces, rightToLeft, depth) {
    const gutter = pieces.length > MAX_RUNS || depth > 8 ? undefined : gutterOf(pieces);
    if (gutter === undefined)
        return linesOf(pieces, rightToLeft);
    const spanning = pieces.filter((piece) => piece.x < gutter && rightOf(piece) > gutter);
    const tops = [...new Set(spanning.map(({ y }) => y))].sort((a, b) => a - b);
    const bands = Array.from({ length: tops.length + 1 }, () => [[], [], []]);
    for (const piece of pieces) {
        const span = spanning.includes(piece);
        const above = tops.filter((top) => top < piece.y).length;
        bands[above][span ? 2 : piece.x >= gutter ? 1 : 0].push(piece);
    }
    const lines = [];
    let whole = [];
    const flush = () => {
        lines.push(...linesOf(whole, rightToLeft));
        whole = [];
    };
    for (const [left, right, across] of bands) {
        const columns = rightToLeft ? [right, left] : [left, right];
        // Beside a spanning line, a lone piece is part of it rather than a column.
        if (left.length === 0 || right.length === 0)
            whole.push(...left, ...right);
        else {
            flush();
            for (const column of columns)
                lines.push(...inOrder(column, rightToLeft, depth + 1));
        }
        whole.push(...across);
    }
    flush();
    return lines;
}
/** Where a white stripe parts two columns, if one does: the one that the fewest pieces cross. */
function gutterOf(pieces) {
    let best;
    const edges = [...new Set(pieces.map((piece) => Math.ceil(rightOf(piece))))];
    for (const edge of edges) {
        const x = edge + 0.5;
        const left = pieces.filter((piece) => rightOf(piece) <= x);
        const right = pieces.filter((piece) => piece.x >= x);
        const crossing = pieces.length - left.length - right.length;
        if (crossing > pieces.length / 3 || (best && crossing >= best.crossing))
            continue;
        if (isColumn(left) && isColumn(right) && sideBySide(left, right))
            best = { x, crossing };
    }
    return best?.x;
}
/** By what is printed on its lines: the gaps between words of a justified line may be as wide as a gutter. */
function isColumn(pieces) {
    const printed = new Map();
    for (const { y, width, size } of pieces) {
        const row = Math.round(y);
        printed.set(row, (printed.get(row) ?? 0) + width / size);
    }
    if (printed.size < COLUMN_LINES)
        return false;
    const widths = [...printed.values()].sort((a, b) => a - b);
    return widths[Math.floor(widths.length / 2)] >= COLUMN_WIDTH;
}
function sideBySide(left, right) {
    const [a, b] = [left, right].map((pieces) => pieces.map(({ y }) => y));
    return least(a) <= greatest(b) && least(b) <= greatest(a);
}
function linesOf(pieces, rightToLeft) {
    const left = least(pieces.map(({ x }) => x));
    const right = greatest(pieces.map(rightOf));
    return piecesOf(pieces, Number.POSITIVE_INFINITY, rightToLeft).map((line) => {
        const placed = { ...line, left, right };
        return rightToLeft ? mirrored(placed) : placed;
    });
}
/** As if it were read from the left: what is asked of a line is where it begins and ends. */
function mirrored(line) {
    return { ...line, x: -rightOf(line), left: -line.right, right: -line.left };
}
/** A figure at the end of a sentence that is read from the right has its full stop on the left: `.2020`. */
function withItsEnd(run) {
    const sign = RIGHT_TO_LEFT.test(run.text)
        ? undefined
        : run.text.match(/^[.,:;!?]{1,3}(?=[\p{L}\p{N}])/u)?.[0];
    return sign === undefined ? run : { ...run, text: run.text.slice(sign.length) + sign };
}
/** Runs of one baseline joined, unless they are `gap` font sizes apart or more. From the top, then by reading direction. */
function piecesOf(runs, gap, rightToLeft) {
    const rows = [];
    for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
        const row = rows.at(-1);
        const first = row?.[0];
        if (first && run.y - first.y <= BASELINE * Math.max(first.size, run.size))
            row.push(run);
        else
            rows.push([run]);
    }
    return rows.flatMap((row) => joined(row.sort((a, b) => a.x - b.x), gap, rightToLeft));
}
/**
 * Runs of one line joined where they are less than `gap` apart. Figures and Latin words in a line that is read from the
 * right are read from the left, and the other way round.
 */
function joined(row, gap, rightToLeft) {
    const near = (before, run) => run.x - rightOf(before) <= gap * Math.max(run.size, before.size);
    const against = againstOf(row, rightToLeft);
    const phrases = mergedRuns(row, (before, run) => against.has(before) && against.has(run) && near(before, run), !rightToLeft);
    return mergedRuns(phrases, near, rightToLeft);
}
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** The runs of a line that are read against it, with the signs between two of them. */
function againstOf(row, rightToLeft) {
    const against = new Set();
    let signs;
    for (const run of row) {
        const isSign = !/[\p{L}\p{N}]/u.test(run.text);
        if (isSign)
            signs?.push(run);
        else if (RIGHT_TO_LEFT.test(run.text) === rightToLeft)
            signs = undefined;
        else {
            for (const one of [...(signs ?? []), run])
                against.add(one);
            signs = [];
        }
    }
    return against;
}
/** Neighbours from left to right made one, as they are read. */
function mergedRuns(row, together, rightToLeft) {
    const merged = [];
    let neighbour;
    for (const run of row) {
        const before = merged.at(-1);
        if (before && neighbour && together(neighbour, run))
            merged[merged.length - 1] = pairOf(before, run, rightToLeft);
        else
            merged.push(run);
        neighbour = run;
    }
    return merged;
}
function pairOf(before, run, rightToLeft) {
    const [first, second] = rightToLeft ? [run, before] : [before, run];
    const isApart = run.x - rightOf(before) > WORD_GAP * run.size;
    const space = isApart && !/\s$/u.test(first.text.slice(-1)) && !/^\s/u.test(second.text) ? ' ' : '';
    const { y, size } = run.width > before.width ? run : before;
    return { text: first.text + space + second.text, x: before.x, y, size, width: rightOf(run) - before.x };
}
function rightOf({ x, width }) {
    return x + width;
}
// Not `Math.min(...)`, whose arguments must fit on the stack.
function least(numbers) {
    return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
function greatest(numbers) {
    return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
