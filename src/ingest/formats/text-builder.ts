/**
 * Builds a string out of pieces. To look at the end of a long string that was just appended to copies all of it, and a
 * paragraph may have a hundred thousand additions.
 */
export interface TextBuilder {
  add(text: string): void;
  /** Removes white space from the end. */
  trimEnd(): void;
  readonly isEmpty: boolean;
  /** Whether it is empty or ends with white space. */
  readonly isOpen: boolean;
  toString(): string;
}

/** An empty builder. */
export function textBuilder(): TextBuilder {
  const pieces: string[] = [];
  return {
    add(text) {
      if (text !== '') pieces.push(text);
    },
    trimEnd() {
      for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
        const kept = last.trimEnd();
        if (kept === '') continue;
        pieces.push(kept);
        return;
      }
    },
    get isEmpty() {
      return pieces.length === 0;
    },
    get isOpen() {
      const last = pieces.at(-1);
      return last === undefined || ' \t\n'.includes(last.at(-1)!);
    },
    toString: () => pieces.join(''),
  };
}

/** Trims blanks at both ends and around newlines, in one pass: there may be megabytes of blanks. */
export function tidied(words: string): string {
  return words.split('\n').map(withoutBlanks).join('\n').trim();
}

function withoutBlanks(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && isBlank(line[start])) start += 1;
  while (end > start && isBlank(line[end - 1])) end -= 1;
  return line.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
