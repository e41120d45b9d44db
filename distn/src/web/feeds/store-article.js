import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodeOf } from '../../ingest/files/file-error.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../../ingest/formats/reader.js';
import { isSamePage } from '../../ingest/metadata/canonical-url.js';
import { splitFrontMatter } from '../../ingest/metadata/front-matter.js';
import { markdownOf } from '../../ingest/metadata/write-markdown.js';
import { fileNameOf } from '../../text/file-name.js';
import { writeAtomicSync } from '../../write-atomic.js';
/**
 * Writes an article to `<folder>/<publisher>/<day>-<title>.md` in the archive, with a number where another article has that
 * name; nothing where it is there already. Returns why when it is too large. Throws what the file system throws.
 */
export function storeArticle(corpus, folder, { fields, text }) {
    const content = markdownOf(fields, text);
    if (Buffer.byteLength(content) > MAX_ARTICLE_LENGTH)
        return { reason: `over ${MAX_ARTICLE_MB} MB of text` };
    const day = fields.published?.slice(0, 10) ?? 'undated';
    const publisher = fileNameOf(fields.publisher ?? '', 'unknown');
    const name = `${day}-${fileNameOf(fields.title ?? '', 'untitled')}`;
    for (let number = 1;; number += 1) {
        const path = `${folder}/${publisher}/${number === 1 ? name : `${name}-${number}`}.md`;
        const location = join(corpus, ...path.split('/'));
        const present = contentOf(location);
        if (present === undefined) {
            writeAtomicSync(location, content, { lasting: true });
            return { path, isNew: true };
        }
        if (present === content || isOf(present, fields.url))
            return { path, isNew: false };
    }
}
function contentOf(location) {
    try {
        return readFileSync(location, 'utf8');
    }
    catch (error) {
        if (errorCodeOf(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}
function isOf(content, url) {
    if (url === undefined || !content.startsWith('---\n'))
        return false;
    const { url: present } = splitFrontMatter(content).fields;
    return typeof present === 'string' && isSamePage(present, url);
}
