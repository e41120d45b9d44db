/**
 * Compares a word with one term after the other, unit by unit, in the order of a dictionary: what a term shares with the
 * one before it is not compared again. An automaton of bits (Wu and Manber 1992), and of those only the ones within `most`
 * of the diagonal, which alone can matter (Ukkonen 1985).
 */
export class LevenshteinWalk {
  /** Set by `hopeless`. */
  until = 0;
  private readonly length: number;
  private readonly most: number;
  /** The word's units from `most` on, and beside them what no unit is. */
  private readonly word: Uint32Array;
  /**
   * State e after i units of the term stands at i * (most + 1) + e. Its bit d says that they and the first i + d - most
   * units of the word are at most e edits apart.
   */
  private readonly states: Uint32Array;
  /** By units of the term: the bits that stand for a place in the word. */
  private readonly possible: Uint32Array;

  /** `most`: 15 at most. */
  constructor(word: string, most: number) {
    const { length } = word;
    this.length = length;
    this.most = most;
    this.word = new Uint32Array(length + 3 * most + 1).fill(NO_UNIT);
    this.word.set(unitsOf(word), most);
    this.possible = Uint32Array.from({ length: length + most + 2 }, (_, units) => {
      const last = Math.min(length - units + most, 2 * most);
      return last < 0 ? 0 : (1 << (last + 1)) - 1;
    });
    const states = new Uint32Array((length + most + 2) * (most + 1));
    states[0] = 1 << most;
    for (let e = 1; e <= most; e++) states[e] = states[e - 1]! | ((states[e - 1]! << 1) & this.possible[0]!);
    this.states = states;
  }

  /** Takes unit `i` of a term, after those before it. False: nothing that begins so is near. */
  take(unit: number, i: number): boolean {
    const { states, word, most } = this;
    let same = 0;
    for (let d = 0; d <= 2 * most; d++) if (word[i + d] === unit) same |= 1 << d;
    const possible = this.possible[i + 1]!;
    let above = i * (most + 1);
    let at = above + most + 1;
    let fewer = states[above]!;
    let state = fewer & same;
    states[at] = state;
    for (let e = 1; e <= most; e++) {
      const before = states[++above]!;
      // The same unit; or one replaced, one too many in the term, one too few.
      state = ((before & same) | fewer | (fewer >>> 1) | (state << 1)) & possible;
      states[++at] = state;
      fewer = before;
    }
    return state !== 0;
  }

  /**
   * After unit `i` couldn't be taken: how much of `units` nothing near begins with, nor with its last unit replaced by one
   * below `until`.
   */
  hopeless(units: Uint16Array, i: number): number {
    let last = i;
    this.until = this.nextPossible(units[last]!, last);
    while (this.until === NO_UNIT && last > 0) {
      last -= 1;
      this.until = this.nextPossible(units[last]!, last);
    }
    return last + 1;
  }

  /** The next unit after `unit` that could be taken as unit `i`. */
  private nextPossible(unit: number, i: number): number {
    const { states, word, most } = this;
    const state = i * (most + 1) + most;
    // With an edit to spare, any.
    if (most > 0 && states[state - 1] !== 0) return unit + 1;
    let next = NO_UNIT;
    for (let d = 0; d <= 2 * most; d++) {
      const its = word[i + d]!;
      if (states[state]! & (1 << d) && its > unit && its < next) next = its;
    }
    return next;
  }

  /** Edits between the word and the `length` units that were taken last, or some number above `most`. */
  edits(length: number): number {
    const { states, most } = this;
    const whole = this.length - length + most;
    if (whole < 0 || whole > 2 * most) return most + 1;
    let edits = 0;
    while (edits <= most && !(states[length * (most + 1) + edits]! & (1 << whole))) edits += 1;
    return edits;
  }
}

const NO_UNIT = 0x10000;

/** The UTF-16 units of a string. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
