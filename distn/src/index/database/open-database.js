import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { READING_VERSION } from '../../ingest/reading-version.js';
import { connect, IN_MEMORY, removeDatabase } from './connection.js';
import { bytes, checksumOf } from './encoding.js';
import { CorruptIndexError } from './errors.js';
import { FORMAT, SCHEMA } from './schema.js';
/** What decides what an index holds: our reading, and the Unicode data of this Node. */
const VERSIONS = [READING_VERSION, process.versions.icu ?? '', process.versions.unicode ?? ''].join(' ');
/**
 * The file of an index in the folder of its archive. Other versions of Ibid have files of their own: a new index is
 * built beside the old one, which goes on answering.
 */
export function indexLocation(folder, versions = VERSIONS) {
    const hash = createHash('sha256').update(versions).digest('hex').slice(0, 8);
    return join(folder, `index-${FORMAT}-${hash}.db`);
}
/** The folder of an index's segment files. */
export function segmentFolder(location) {
    return location.replace(/\.db$/, '.segments');
}
/** Opens an index to write it; makes an empty one where there is none. Throws `CorruptIndexError`, `IndexUnavailableError`. */
export async function openForWriting(location) {
    return opened(location, (connection) => {
        if (isEmpty(connection))
            create(connection);
        checkAbout(connection);
    });
}
/** Opens an index to read it, without the write lock; `undefined` where there is none, or not all files were read once. */
export async function openForReading(location) {
    if (!existsSync(location))
        return undefined;
    const connection = await opened(location, () => { });
    try {
        if (!isEmpty(connection) && checkAbout(connection))
            return connection;
    }
    catch (error) {
        connection.close();
        throw error;
    }
    connection.close();
    return undefined;
}
async function opened(location, prepare) {
    const connection = await connect(location);
    try {
        prepare(connection);
        return connection;
    }
    catch (error) {
        connection.close();
        throw error;
    }
}
/** All files of the corpus have been read once: the index may be read by others. */
export function setComplete(connection) {
    if (!checkAbout(connection))
        writeAbout(connection, true, false);
}
/** Marks an index as corrupt; the next process to write it builds it again. */
export async function markCorrupt(location) {
    const connection = await connect(location);
    try {
        if (!isEmpty(connection))
            writeAbout(connection, false, true);
    }
    finally {
        connection.close();
    }
}
/** Removes an index: its database and its segments. */
export function removeIndex(location) {
    removeDatabase(location);
    rmSync(segmentFolder(location), { recursive: true, force: true });
}
/** The complete index that another version of Ibid has left in this folder, in the same format; `undefined`: none. */
export function earlierIndex(location) {
    const prefix = `index-${FORMAT}-`;
    return otherIndexes(location).find((path) => basename(path).startsWith(prefix));
}
/** How long an index of another version of Ibid is kept, in ms: a day in which one can go back to that version. */
const KEPT_MS = 24 * 3_600_000;
/** Removes indexes of other versions of Ibid that nobody has written for a day. */
export function removeEarlierIndexes(location, now = Date.now()) {
    for (const path of otherIndexes(location)) {
        const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
        if (now - written > KEPT_MS)
            removeIndex(path);
    }
}
/** Latest first. */
function otherIndexes(location) {
    const folder = dirname(location);
    if (location === IN_MEMORY || !existsSync(folder))
        return [];
    const writtenAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return readdirSync(folder)
        .filter((name) => /^index-\d+-[\da-f]{8}\.db$/.test(name) && name !== basename(location))
        .map((name) => join(folder, name))
        .sort((a, b) => writtenAt(b) - writtenAt(a));
}
function create(connection) {
    connection.exec('BEGIN IMMEDIATE');
    // Asked again inside the transaction: another process may just have done it.
    if (isEmpty(connection)) {
        connection.exec(SCHEMA);
        writeAbout(connection, false, false);
    }
    connection.exec('COMMIT');
}
function isEmpty(connection) {
    return connection.row("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1") === undefined;
}
/** Whether the index is complete. Throws `CorruptIndexError` where it is marked so, or what is known of it isn't sound. */
function checkAbout(connection) {
    const row = connection.row('SELECT CAST(versions AS BLOB), complete, corrupt, checksum FROM about');
    if (!row)
        throw new CorruptIndexError('what is known of it is missing');
    const [versions, complete, corrupt, checksum] = row;
    if (checksumOf(bytes(versions), Number(complete), Number(corrupt)) !== checksum)
        throw new CorruptIndexError('what is known of it is not what was written');
    if (corrupt === 1)
        throw new CorruptIndexError('something in it was found to be corrupt');
    return complete === 1;
}
function writeAbout(connection, complete, corrupt) {
    const row = [Buffer.from(VERSIONS), complete ? 1 : 0, corrupt ? 1 : 0];
    connection.run('DELETE FROM about');
    connection.run('INSERT INTO about VALUES (?,?,?,?)', ...row, checksumOf(...row));
}
