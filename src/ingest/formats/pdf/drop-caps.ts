import { isEnglishWord } from '../../../text/languages/english-words.ts';
import { STOP_WORDS } from '../../../text/tokens/stop-words.ts';
import type { Run } from './rows.ts';

const INITIAL = /^["'“”„«‘’¿¡]?\p{Lu}['’]?$/u;
/** How many times as large as the text, at least. */
const INITIAL_SIZE = 1.7;
/** In sizes of the text: how far a line begins right of its initial, and how far its foot may be off the line's. */
const BESIDE = 1.5;
const FOOT = 0.45;
/** Capital letters are about three quarters of their font's size. */
const CAPITAL_HEIGHT = 0.75;

/**
 * Puts a large initial that stands beside some lines (a drop cap) before the first of them, where it is read; the lines
 * beside it then begin where it does. A program that prints one doesn't say so: its foot is that of the last line.
 */
export function withDropCaps(runs: readonly Run[]): Run[] {
  const size = usualSize(runs);
  const caps = runs.filter((run) => run.size >= INITIAL_SIZE * size && INITIAL.test(run.text.trim()));
  if (caps.length === 0 || caps.length > MAX_INITIALS) return [...runs];
  const changed = new Map<Run, Run | undefined>();
  for (const cap of caps) {
    const beside = linesBeside(cap, runs, size);
    const [first, second] = beside;
    if (!first || !second || Math.abs(beside.at(-1)!.y - cap.y) > FOOT * size) continue;
    changed.set(cap, undefined);
    for (const run of beside) {
      const own =
        run === first
          ? { text: cap.text.trim() + spaceAfter(cap, first, second) + first.text.trimStart() }
          : {};
      changed.set(run, { ...run, ...own, x: cap.x, width: run.x + run.width - cap.x });
    }
  }
  return runs.flatMap((run) => (changed.has(run) ? (changed.get(run) ?? []) : run));
}

/** On one page: each is compared with every line. */
const MAX_INITIALS = 100;

/** The size in which most letters are set. */
function usualSize(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 4) / 4;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The first runs of the lines that stand beside an initial, from the top. */
function linesBeside(cap: Run, runs: readonly Run[], size: number): Run[] {
  const right = cap.x + cap.width;
  const near = runs.filter(
    (run) =>
      run.size < cap.size / 1.5 &&
      run.x > cap.x + cap.width / 2 &&
      run.x - right < BESIDE * size &&
      run.y > cap.y - CAPITAL_HEIGHT * cap.size - 0.25 * size &&
      run.y < cap.y + FOOT * size,
  );
  const lines: Run[] = [];
  for (const run of near.sort((a, b) => a.y - b.y || a.x - b.x)) {
    if (run.y - (lines.at(-1)?.y ?? Number.NEGATIVE_INFINITY) > FOOT * size) lines.push(run);
  }
  return lines;
}

/** "A new ferry", but "Another ferry": the initial may be a word of its own. */
function spaceAfter(cap: Run, first: Run, second: Run): '' | ' ' {
  if (/^\s/u.test(first.text) || first.x - second.x > 0.15 * first.size) return ' ';
  const rest = first.text.match(/^\p{L}{2,}/u)?.[0].toLowerCase();
  const letter = cap.text.trim().toLowerCase();
  // "Anew" opens no sentence.
  if (rest === undefined || (rest !== 'new' && isWord(letter + rest))) return '';
  // "I" before any word may be the beginning of a name: "Iran".
  const isOwn = letter === 'a' ? isWord(rest) : letter === 'i' && STOP_WORDS.has(rest);
  return isOwn ? ' ' : '';
}

function isWord(word: string): boolean {
  return STOP_WORDS.has(word) || isEnglishWord(word);
}
