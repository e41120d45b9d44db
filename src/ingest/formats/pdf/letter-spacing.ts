import { type Run, rightOf, rowsOf } from './rows.ts';

/** Letters with blanks between them, as pdf.js gives letters that are set apart. Arabic ones, which are never, it gives one by one. */
const SPACED = /^[\p{Lu}\p{Ll}]\p{M}*(?: [\p{Lu}\p{Ll}]\p{M}*)*[.,:;!?]?$/u;
/** So few may be initials of a name or choices of a test. */
const MIN_LETTERS = 4;
/** In font sizes. What is farther off is another column. */
const MAX_GAP = 3;
/** By how much the gap between two words is wider than those between letters. */
const WORD_GAP = 0.2;
/** Of capital and small letters on average. */
const CAPITAL_WIDTH = 0.67;
const SMALL_WIDTH = 0.5;
/** Letters set apart by less: pdf.js then gives words and letters with the same blank between them. */
const MIN_SPACING = 0.17;

/** Closes up words that are printed with white between their letters, "F E R R Y", as headings are. */
export function closedUp(runs: readonly Run[]): Run[] {
  if (!runs.some(({ text }) => SPACED.test(text.trim()))) return [...runs];
  return rowsOf(runs).flatMap((row) => {
    const sequences: Run[][] = [];
    for (const run of row) {
      const before = sequences.at(-1)?.at(-1);
      const goesOn =
        before !== undefined &&
        isSpaced(before) === isSpaced(run) &&
        before.size === run.size &&
        run.x - rightOf(before) < MAX_GAP * run.size;
      if (goesOn) sequences.at(-1)!.push(run);
      else sequences.push([run]);
    }
    return sequences.flatMap((sequence) => (isSpaced(sequence[0]!) ? wordsOf(sequence) : sequence));
  });
}

function isSpaced({ text }: Run): boolean {
  return SPACED.test(text.trim());
}

function wordsOf(sequence: readonly Run[]): readonly Run[] {
  const letters = sequence.map(({ text }) => text.replace(/\s/gu, ''));
  const all = letters.join('');
  if (all.length < MIN_LETTERS || new Set(all).size === 1) return sequence;
  if (letters.some((own) => own.length > 2)) {
    const isWide = sequence.every(
      (run, place) => letters[place]!.length === 1 || spacingIn(run, letters[place]!) >= MIN_SPACING,
    );
    return isWide ? sequence.map((run, place) => ({ ...run, text: letters[place]! })) : sequence;
  }
  return letters.every((own) => own.length === 1) ? joinedLetters(sequence) : sequence;
}

/** The white between two letters of a run, in font sizes. */
function spacingIn({ width, size }: Run, letters: string): number {
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  const printed = capitals * CAPITAL_WIDTH + (letters.length - capitals) * SMALL_WIDTH;
  return (width / size - printed) / (letters.length - 1);
}

/** Letters that are runs of their own, made words where the gap is wider. */
function joinedLetters(sequence: readonly Run[]): Run[] {
  const gaps = sequence.slice(1).map((run, place) => run.x - rightOf(sequence[place]!));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  const words: Run[] = [];
  for (const [place, run] of sequence.entries()) {
    const before = words.at(-1);
    if (before && gaps[place - 1]! < usual + WORD_GAP * run.size) {
      words[words.length - 1] = { ...before, text: before.text + run.text, width: rightOf(run) - before.x };
    } else words.push(run);
  }
  return words;
}
