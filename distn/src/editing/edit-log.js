import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { EDITS_FILE } from '../data-folder.js';
import { written } from './edit-error.js';
/**
 * Logs an intent, makes the change, and logs the edit (write-ahead): if the intent can't be written, nothing is changed.
 * `folder` is the archive's own (`archiveFolder`). Throws `EditError`, and what the change throws.
 */
export async function logged(folder, intent, change) {
    const id = randomUUID();
    await written(mkdir(folder, { recursive: true }));
    const log = await written(open(join(folder, EDITS_FILE), 'a+'));
    try {
        await written(append(log, { id, intent }));
        const edit = await change().catch(async (error) => {
            // A disk that is full has no place for this line either: the intent stays, not confirmed.
            await append(log, { id, failed: error.message }).catch(() => { });
            throw error;
        });
        // What is done is done: where the disk has just filled up, its intent tells of it.
        await append(log, { ...edit, id }).catch(() => { });
        return edit;
    }
    finally {
        await log.close();
    }
}
async function append(log, line) {
    // A line that a crash or a full disk cut short must not take this one with it.
    const start = (await isWhole(log)) ? '' : '\n';
    await log.appendFile(`${start}${JSON.stringify(line)}\n`);
    await log.sync();
}
/** How much of a long log is read, from its end: some 3,000 edits. */
const TAIL = 1024 * 1024;
/**
 * Returns the last edits, oldest first, at most `limit`; unconfirmed ones in the place of their intents. Skips damaged
 * lines; empty when there is no log.
 */
export async function lastEdits(folder, limit) {
    const entries = new Map();
    for (const line of await linesIn(join(folder, EDITS_FILE))) {
        const { id = Symbol('an edit without intent') } = line;
        if ('intent' in line)
            entries.set(id, { unconfirmed: line.intent });
        else if ('failed' in line)
            entries.delete(id);
        else
            entries.set(id, withoutId(line));
    }
    return [...entries.values()].slice(-limit);
}
function withoutId({ id: _, ...edit }) {
    return edit;
}
/** No file, or not even a folder. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR']);
async function linesIn(location) {
    let file;
    try {
        file = await open(location, 'r');
    }
    catch (error) {
        if (ABSENT.has(error.code ?? ''))
            return [];
        throw error;
    }
    try {
        const text = (await tailOf(file, TAIL)).toString('utf8');
        return text.split('\n').flatMap((line) => lineIn(line) ?? []);
    }
    finally {
        await file.close();
    }
}
async function isWhole(file) {
    const end = await tailOf(file, 1);
    return end.length === 0 || end[0] === 0x0a;
}
async function tailOf(file, most) {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, most));
    const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
    return tail.subarray(0, bytesRead);
}
function lineIn(text) {
    try {
        const line = JSON.parse(text);
        if (typeof line?.id === 'string' && typeof line.failed === 'string')
            return line;
        if (typeof line?.id === 'string' && isEdit(line.intent))
            return line;
        return isEdit(line) ? line : undefined;
    }
    catch {
        // The first line of the tail may have lost its beginning, the last one its end.
        return undefined;
    }
}
function isEdit(value) {
    const edit = value;
    return typeof edit?.time === 'string' && typeof edit.user?.id === 'string';
}
