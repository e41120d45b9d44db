/**
 * Compares a word with one term after the other, in the order of a dictionary: what a term shares with the one before
 * it is not computed again. Only cells within `most` of the diagonal can matter (Ukkonen 1985).
 */
export class LevenshteinWalk {
  /** Length of the current term's beginning that nothing within `most` edits begins with; Infinity: there is none. */
  hopeless = Number.POSITIVE_INFINITY;
  private readonly word: Uint16Array;
  private readonly most: number;
  /** Row i: distances between the first i units of the term and the first 0 … n units of the word. */
  private readonly rows: Uint16Array;

  constructor(word: string, most: number) {
    this.word = unitsOf(word);
    this.most = most;
    const width = word.length + 1;
    this.rows = new Uint16Array(width * (width + most + 2)).fill(most + 1);
    for (let j = 0; j < width; j++) this.rows[j] = j;
  }

  /**
   * Edits between the word and `term[0, length)`, or some number above `most`. `shared`: units that it has in
   * common with the term of the last call.
   */
  edits(term: Uint16Array, length: number, shared: number): number {
    const { rows, word, most } = this;
    if (shared >= this.hopeless) return most + 1;
    const width = word.length + 1;
    for (let i = shared + 1; i <= length; i++) {
      const row = i * width;
      const above = row - width;
      const unit = term[i - 1];
      const from = Math.max(1, i - most);
      const to = Math.min(word.length, i + most);
      let least = from === 1 ? i : most + 1;
      rows[row + from - 1] = least;
      for (let j = from; j <= to; j++) {
        const replaced = rows[above + j - 1]! + (unit === word[j - 1] ? 0 : 1);
        const removed = rows[above + j]! + 1;
        const added = rows[row + j - 1]! + 1;
        let cell = replaced < removed ? replaced : removed;
        if (added < cell) cell = added;
        rows[row + j] = cell;
        if (cell < least) least = cell;
      }
      if (to < word.length) rows[row + to + 1] = most + 1;
      if (least > most) {
        this.hopeless = i;
        return most + 1;
      }
    }
    this.hopeless = Number.POSITIVE_INFINITY;
    return length + most < word.length ? most + 1 : rows[length * width + word.length]!;
  }
}

/** The UTF-16 units of a string. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
