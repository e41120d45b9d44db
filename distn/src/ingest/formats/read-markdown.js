import { articleOf, withoutExtension } from '../metadata/new-article.js';
import { readText } from './read-small.js';
/** Reads a `.md` file as one article. Its text is what follows the front matter, unchanged: Markdown is not rendered. */
export async function* read(file) {
    const { text: whole, encoding, flaw } = await readText(file);
    if (flaw)
        yield { flaw };
    if (flaw?.severity === 'error')
        return;
    const common = { id: withoutExtension(file.path), path: file.path, encoding };
    if (!opensFrontMatter(whole)) {
        yield articleOf({ ...common, text: whole, heading: headingOf(whole) });
        return;
    }
    // With the YAML parser and the schema: some 50 ms that a folder of plain texts shouldn't pay.
    const { splitFrontMatter } = await import('../metadata/front-matter.js');
    const { text, fields, flaws } = splitFrontMatter(whole);
    for (const flaw of flaws)
        yield { flaw };
    if (flaws.some(({ severity }) => severity === 'error'))
        return;
    yield articleOf({ ...common, text, fields, fieldsFrom: 'front matter', heading: headingOf(text) });
}
/** Only a first line that is exactly `---` opens front matter: `----` is an ordinary rule. */
function opensFrontMatter(text) {
    return /^---(?:\r?\n|$)/u.test(text);
}
/** In UTF-16 units. Longer lines are no titles, and the search for their ends is quadratic. */
const MAX_HEADING_LENGTH = 1_000;
/** The heading on the first line that isn't blank. */
function headingOf(text) {
    const line = text.match(/\S.*/u)?.[0] ?? '';
    if (line.length > MAX_HEADING_LENGTH)
        return undefined;
    return line.match(/^#{1,6}[ \t]+(.*?)[ \t]*#*\s*$/u)?.[1]?.replace(/\s+/gu, ' ');
}
