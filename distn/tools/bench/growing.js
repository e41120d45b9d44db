import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.js';
/** What the timer's own steps add to a delay is taken off (nodejs.org/api/perf_hooks.html). */
export const RESOLUTION_MS = 2;
/** Where a bot's folders are, below the folder that the process is given. */
export const CORPUS = 'corpus';
export const DATA = 'data';
/** Follows an archive of one article in a process of its own, as a bot does, and adds all these documents to it as one file. */
export async function growing(documents, folder) {
    const corpus = join(folder, CORPUS);
    mkdirSync(corpus, { recursive: true });
    writeFileSync(join(corpus, 'first.txt'), 'The bridge at Halvorsund was opened in 1931.');
    const file = join(folder, 'more.jsonl');
    writeArticles(documents, file);
    const child = await startChild('./growing-process.js', 'an archive that grows', {
        args: [folder],
    });
    try {
        return await child.order({ file });
    }
    finally {
        child.end();
    }
}
/** Writes documents as articles that an archive reads, one a line. */
export function writeArticles(documents, file) {
    writeFileSync(file, documents.map(lineOf).join(''));
}
function lineOf({ number, article: { title, text, publisher, published } }) {
    return `${JSON.stringify({ id: number, title, text, publisher, published })}\n`;
}
