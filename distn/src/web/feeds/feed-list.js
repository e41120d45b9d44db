import { readFile } from 'node:fs/promises';
import { errorCodeOf, fileErrorReason } from '../../ingest/files/file-error.js';
import { addressKey } from '../../ingest/metadata/canonical-url.js';
/**
 * Reads a list of feeds: one address a line; `#` at the start of a line or word begins a comment. A missing file is
 * an empty list.
 */
export async function readFeedList(source) {
    if ('addresses' in source)
        return listOf(source.addresses.map((text) => ({ text, where: 'IBID_FEEDS' })));
    try {
        const lines = (await readFile(source.file, 'utf8')).replace(/^\ufeff/u, '').split('\n');
        return listOf(lines.map((line, index) => ({
            text: withoutComment(line),
            where: `${source.file}:${index + 1}`,
        })));
    }
    catch (error) {
        if (errorCodeOf(error) === 'ENOENT')
            return { feeds: [], faults: [] };
        return { feeds: [], faults: [`${source.file} ${fileErrorReason(error)}`] };
    }
}
function withoutComment(line) {
    const mark = line.search(/(?<!\S)#/u);
    return (mark === -1 ? line : line.slice(0, mark)).trim();
}
function listOf(entries) {
    /** By their addresses' keys: one feed in two spellings is polled once. */
    const feeds = new Map();
    const faults = [];
    for (const { text, where } of entries) {
        if (text === '')
            continue;
        if (/^https?:\/\//iu.test(text) && URL.canParse(text)) {
            const key = addressKey(text);
            if (!feeds.has(key))
                feeds.set(key, withoutFragment(text));
        }
        else
            faults.push(`${where}: not an http(s) address: ${JSON.stringify(text.slice(0, 100))}`);
    }
    return { feeds: [...feeds.values()], faults };
}
/** The address that is fetched: without `#…`. Throws for what is no address. */
export function withoutFragment(address) {
    const url = new URL(address);
    url.hash = '';
    return url.href;
}
