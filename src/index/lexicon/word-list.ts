import { hasAtMostBits, signatureOf } from '../engines/segments/postings/levenshtein.ts';

/** What words are compared with: a word, and how many edits away (Levenshtein, in UTF-16 units) they may be. */
export interface Like {
  readonly length: number;
  readonly signature: number;
  readonly edits: number;
}

export function likeOf(word: string, edits: number): Like {
  return { length: word.length, signature: signatureOf(word), edits };
}

/**
 * Many words, all of which are looked at to find a few: one text, and of each word where it ends and which letters it has. A word takes
 * 8 bytes beside its text; as an object it would take 50.
 */
export class WordList {
  readonly length: number;
  private readonly text: string;
  private readonly ends: Uint32Array;
  private readonly signatures: Uint32Array;

  /** `lines`: the words, a line feed between two of them; `undefined`: none. */
  constructor(lines: string | undefined) {
    const words = lines?.split('\n') ?? [];
    this.length = words.length;
    this.text = lines ?? '';
    this.ends = new Uint32Array(words.length);
    this.signatures = new Uint32Array(words.length);
    let end = -1;
    words.forEach((word, i) => {
      end += word.length + 1;
      this.ends[i] = end;
      this.signatures[i] = signatureOf(word);
    });
  }

  /** In UTF-16 units. */
  get size(): number {
    return this.text.length + 4 * this.length;
  }

  at(i: number): string {
    return this.text.slice(this.startOf(i), this.ends[i]);
  }

  /** Whether a word may be within the edits, by its length and its letters; never `false` where it is. */
  mayBe(i: number, { length, signature, edits }: Like): boolean {
    const own = this.signatures[i]!;
    return (
      Math.abs(this.ends[i]! - this.startOf(i) - length) <= edits &&
      hasAtMostBits(own & ~signature, edits) &&
      hasAtMostBits(signature & ~own, edits)
    );
  }

  private startOf(i: number): number {
    return i === 0 ? 0 : this.ends[i - 1]! + 1;
  }
}
