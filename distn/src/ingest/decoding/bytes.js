import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
/** Streams the bytes of a file from its start, from the disk or out of its archive. Throws the file system's error. */
export function streamBytes(file) {
    return file.open ? file.open() : fromDisk(file);
}
async function* fromDisk({ location, seen }) {
    let position = 0;
    // Node's 64 KB would cut every other article in two.
    for await (const chunk of createReadStream(location, {
        highWaterMark: 1024 * 1024,
    })) {
        yield chunk;
        position += chunk.length;
        seen?.(position);
    }
}
/**
 * Reads all bytes of a file, if they are at most `limit`. Otherwise returns its size in bytes, which is not known of a file
 * inside an archive. Throws the file system's error.
 */
export async function readUpTo(file, limit) {
    if (!file.open) {
        const { size } = await stat(file.location);
        return size > limit ? { size } : readFile(file.location);
    }
    const chunks = [];
    let length = 0;
    for await (const chunk of streamBytes(file)) {
        length += chunk.length;
        if (length > limit)
            return {};
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
