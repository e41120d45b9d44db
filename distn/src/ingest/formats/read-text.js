import { articleOf, withoutExtension } from '../metadata/new-article.js';
import { readText } from './read-small.js';
/** Reads a `.txt` file as one article; its text is the decoded file, unchanged. */
export async function* read(file) {
    const { text, encoding, flaw } = await readText(file);
    if (flaw)
        yield { flaw };
    if (flaw?.severity === 'error')
        return;
    yield articleOf({ id: withoutExtension(file.path), path: file.path, text, encoding });
}
