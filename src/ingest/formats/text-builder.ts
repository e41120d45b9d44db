/**
 * Words in the making. They are kept in pieces: to look at the end of a long string that was just added to copies all of
 * it, and a paragraph may have a hundred thousand additions.
 */
export interface Words {
  add(text: string): void;
  /** Without white space at the end. */
  trimEnd(): void;
  readonly isEmpty: boolean;
  /** Nothing, or white space at the end. */
  readonly isOpen: boolean;
  toString(): string;
}

export function wordsOf(): Words {
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

/** Without blanks at the edges, and around newlines. Each character is looked at once: there may be megabytes of blanks. */
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
