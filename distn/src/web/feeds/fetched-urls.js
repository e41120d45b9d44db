import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { errorCodeOf } from '../../ingest/files/file-error.js';
import { filesOf } from '../../ingest/files/files.js';
import { addressKey } from '../../ingest/metadata/canonical-url.js';
import { itemsIn } from '../../ingest/read-corpus.js';
/**
 * Reads the file at `location`, and the articles below `folder` that it doesn't list. Throws what the file system
 * throws.
 */
export async function openTaken(location, corpus, folder) {
    const known = new Set();
    const paths = new Set();
    for await (const { urls, path } of linesOf(location)) {
        for (const url of urls)
            known.add(addressKey(url));
        if (path !== undefined)
            paths.add(path);
    }
    for (const file of (await filesOf(corpus)).files) {
        if (!file.path.startsWith(`${folder}/`) || paths.has(file.path))
            continue;
        for await (const item of itemsIn(file)) {
            if ('article' in item && item.article.url)
                known.add(addressKey(item.article.url));
        }
    }
    return {
        has: (url) => known.has(addressKey(url)),
        async add(urls, path) {
            for (const url of urls)
                known.add(addressKey(url));
            await mkdir(dirname(location), { recursive: true });
            // A line begins with its break: one that a killed process left half doesn't spoil the next.
            await appendFile(location, `\n${JSON.stringify({ urls: [...new Set(urls)], path })}`);
        },
    };
}
async function* linesOf(location) {
    try {
        for await (const line of createInterface({ input: createReadStream(location) })) {
            const parsed = lineOf(line);
            if (parsed)
                yield parsed;
        }
    }
    catch (error) {
        if (errorCodeOf(error) !== 'ENOENT')
            throw error;
    }
}
function lineOf(line) {
    try {
        const { urls, path } = JSON.parse(line);
        return Array.isArray(urls) ? { urls, ...(typeof path === 'string' && { path }) } : undefined;
    }
    catch {
        return undefined;
    }
}
