/** How much of an expected text was found, from 0 to 1. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compares two texts as bags of words: letters and digits, in lower case. */
export function tokenScores(found: string, expected: string): Scores {
  const left = new Map<string, number>();
  const wanted = tokensOf(expected);
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  const given = tokensOf(found);
  let right = 0;
  for (const token of given) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    right += 1;
    left.set(token, count - 1);
  }
  const precision = given.length === 0 ? 0 : right / given.length;
  const recall = wanted.length === 0 ? 0 : right / wanted.length;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Whether a page carries a field at all: searched for in its source, and not with the parser that is measured. */
export const CARRIES = {
  published: (html: string, address: string): boolean =>
    /datePublished|published_time|pubdate|publish-?date|sailthru\.date|dc\.date|<time\b|"date"\s*:/iu.test(
      html,
    ) || isDated(address),
  title: (html: string): boolean => /<title\b[^>]*>\s*[^<\s]|og:title|"headline"/iu.test(html),
  url: (html: string): boolean => /rel=["']?canonical|og:url/iu.test(html),
} as const;

function isDated(address: string): boolean {
  return /\/(?:19|20)\d\d\/\d\d?\/\d\d?\//u.test(address);
}

/** Passages that shouldn't have been read, and such as were missed. */
export interface PassageCounts {
  /** Read, and not in the truth. */
  readonly unwanted: readonly string[];
  /** Of the truth, and not read. */
  readonly missed: readonly string[];
}

/** Compares two texts by passages: their lines of four words or more, wherever these stand in the other one. */
export function passageCounts(found: string, expected: string): PassageCounts {
  const without = (text: string, other: string) => {
    const words = ` ${tokensOf(other).join(' ')} `;
    return text.split('\n').filter((line) => {
      const tokens = tokensOf(line);
      return tokens.length >= LEAST_WORDS && !words.includes(` ${tokens.join(' ')} `);
    });
  };
  return { unwanted: without(found, expected), missed: without(expected, found) };
}

/** "By A. Writer" and "Photo: AP" are shorter: they stand in no sentence that would be cited. */
const LEAST_WORDS = 4;
