/** The elements that texts in tables and feeds are marked up with. */
const ELEMENT =
  'p|div|span|br|a|em|strong|b|i|u|li|ul|ol|h[1-6]|blockquote|figure|figcaption|img|table|tr|td|article|section|font';
const OPENS = new RegExp(`^\\s*<(?:${ELEMENT})(?:\\s[^<>]{0,2000})?/?>`, 'iu');
const TAGS = new RegExp(`</(?:${ELEMENT})>|<br\\s?/?>|<p>`, 'giu');
/** So many tags are no example of HTML in a text about it. */
const MIN_TAGS = 2;

/** The plain text of what is marked up as HTML though nothing says so; any other text as it is. */
export async function withoutMarkup(text: string): Promise<string> {
  const tags = text.match(TAGS)?.length ?? 0;
  if (tags < (OPENS.test(text) ? 1 : MIN_TAGS)) return text;
  // Linear and without a tree, so that it may be read in the calling thread. Loaded with the first such text.
  const { blocksOf, HTML } = await import('./office/blocks.ts');
  try {
    return blocksOf(text, HTML).text || text;
  } catch {
    // Nested too deeply: no text that somebody wrote.
    return text;
  }
}
