import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { splitOf } from '../index/documents/document.js';
import { textMarkOf } from '../index/documents/metadata.js';
import { detectFormat } from '../ingest/formats/detect-format.js';
import { withoutRetry } from '../ingest/formats/reader.js';
import { corpusOf } from '../ingest/read-corpus.js';
import { itemsHere } from '../ingest/read-here.js';
const PROBLEMS_KEPT = 20;
/** What the ids and problems of an upload call it. */
export const EXAMINED_AS = 'upload';
/**
 * Reads a file by its detected format, as the archive would, in the calling thread (`examiner` bounds it). Throws
 * what the file system throws.
 */
export async function examineFile(location) {
    const bytes = await readFile(location);
    const sniffed = await detectFormat(bytes);
    if ('foreign' in sniffed)
        return { rejected: { why: sniffed.foreign } };
    const path = `${EXAMINED_AS}${sniffed.extension}`;
    const items = [];
    for await (const item of itemsHere({ path, location }))
        items.push(withoutRetry(item));
    const { articles, problems } = corpusOf([{ file: { path }, items }], []);
    const own = problems.filter((problem) => problem.path === path).slice(0, PROBLEMS_KEPT);
    const splits = articles.map((article) => splitOf(article).sentences);
    if (!articles[0])
        return { rejected: { why: 'unreadable', reasons: own.map(({ reason }) => reason) } };
    return {
        upload: {
            sha256: createHash('sha256').update(bytes).digest('hex'),
            extension: sniffed.extension,
            first: seen(articles[0], splits[0]?.[0]),
            articles: articles.length,
            sentences: splits.reduce((sum, { length }) => sum + length, 0),
            texts: articles.map(({ text }) => textMarkOf(text)),
            problems: own,
        },
    };
}
function seen({ text, ...article }, sentence) {
    return { article, opening: sentence ? text.slice(sentence.start, sentence.end) : '' };
}
