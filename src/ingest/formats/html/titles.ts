/** Half of the words of the shorter one, at least: a headline is worded otherwise for search engines than on the page. */
const LEAST_SHARED = 0.6;

/** Whether two titles are of one story: most words of the shorter one stand in the other. */
export function agree(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  const shared = [...few].filter((word) => many.has(word)).length;
  return few.size > 0 && shared >= few.size * LEAST_SHARED;
}

/** Chinese and Japanese have no blanks: their characters are taken for words. */
function wordsOf(title: string): ReadonlySet<string> {
  const words = title
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu);
  return new Set(words ?? []);
}

/** The title without what a page's `<title>` says beside its heading: "Ferry runs again - Example News". */
export function withoutSurroundings(title: string, heading: string | undefined, site: string): string {
  const words = title.replace(/\s+/gu, ' ').trim();
  const own = heading?.replace(/\s+/gu, ' ').trim() ?? '';
  if (own !== '' && own.length < words.length) {
    const isFirst = words.startsWith(own) && /^\s?[-–—|·•»«:/]+\s/u.test(words.slice(own.length));
    const isLast = words.endsWith(own) && /\s[-–—|·•»«:/]+\s?$/u.test(words.slice(0, -own.length));
    if (isFirst || isLast) return own;
  }
  return withoutSite(words, site);
}

/** "Headline - The Paper" without the paper, where it is the one that is known. */
function withoutSite(words: string, site: string): string {
  if (site === '' || !words.toLowerCase().endsWith(site.toLowerCase())) return words;
  const rest = words.slice(0, -site.length).trimEnd();
  return /[-–—|·»:]$/u.test(rest) ? rest.slice(0, -1).trimEnd() : words;
}
