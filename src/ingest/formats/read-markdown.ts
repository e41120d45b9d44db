import { articleOf, withoutExtension } from '../metadata/new-article.ts';
import { publishedOf } from '../metadata/published.ts';
import { readText } from './read-small.ts';
import type { CorpusFile, Item } from './reader.ts';

/** Reads a `.md` file as one article. Its text is what follows the front matter, unchanged: Markdown is not rendered. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const { text: whole, encoding, flaw } = await readText(file);
  if (flaw) yield { flaw };
  if (flaw?.severity === 'error') return;
  const common = { id: withoutExtension(file.path), path: file.path, encoding };
  const named = dayInName(file.path);
  if (!opensFrontMatter(whole)) {
    const fields = { fields: named, fieldsFrom: 'file name' as const };
    yield articleOf({ ...common, ...fields, text: whole, heading: headingOf(whole) });
    return;
  }
  // With the YAML parser and the schema: some 50 ms that a folder of plain texts shouldn't pay.
  const { splitFrontMatter } = await import('../metadata/front-matter.ts');
  const { text, fields, flaws } = splitFrontMatter(whole);
  for (const flaw of flaws) yield { flaw };
  if (flaws.some(({ severity }) => severity === 'error')) return;
  const all = { ...named, ...fields };
  const origin = Object.fromEntries(
    Object.keys(all).map((name) => [
      name,
      name in fields ? ('front matter' as const) : ('file name' as const),
    ]),
  );
  yield articleOf({ ...common, text, fields: all, fieldsFrom: origin, heading: headingOf(text) });
}

/** `2024-02-03-ferry.md`: Jekyll knows the day of a post by the name of its file alone. */
function dayInName(path: string): { readonly published?: string } {
  const day = path.match(/(?:^|\/)((?:19|20)\d\d-\d\d-\d\d)-[^/]+$/u)?.[1];
  const result = day === undefined ? undefined : publishedOf(day);
  return result && 'published' in result ? result : {};
}

/**
 * YAML between `---` lines, TOML between `+++` lines (Hugo), or a JSON object that ends before a blank line (Hugo). Blank
 * lines may come first; `----` is an ordinary rule.
 */
function opensFrontMatter(text: string): boolean {
  if (/^---(?:\r?\n|$)/u.test(text)) return true;
  // Elsewhere a rule, plus signs or a brace may be text: a field has to follow.
  return /^\s{0,100}(?:(?:---|\+\+\+)[ \t]{0,20}\r?\n\s{0,100}["'\w][^\r\n:=]{0,60}[:=]|\{\s{0,100}")/u.test(
    text,
  );
}

/** In UTF-16 units. Longer lines are no titles, and the search for their ends is quadratic. */
const MAX_HEADING_LENGTH = 1_000;

/** The heading on the first line that isn't blank. */
function headingOf(text: string): string | undefined {
  const line = text.match(/\S.*/u)?.[0] ?? '';
  if (line.length > MAX_HEADING_LENGTH) return undefined;
  return line.match(/^#{1,6}[ \t]+(.*?)[ \t]*#*\s*$/u)?.[1]?.replace(/\s+/gu, ' ');
}
