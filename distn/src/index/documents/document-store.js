import { causeOf } from '../../ingest/formats/summarise-problems.js';
import { bytes, bytesOfJson, checksumOf, jsonOfBytes } from '../database/encoding.js';
import { CorruptIndexError } from '../database/errors.js';
import { DocumentTable } from './document-table.js';
export function storeOf(connection, listener) {
    const articles = new DocumentTable(connection, listener);
    return {
        connection,
        readings: () => new Map(Array.from(filesIn(connection), ({ path, reading }) => [path, readingOf(reading)])),
        version: () => Number(connection.row('PRAGMA data_version')[0]),
        begin() {
            connection.exec('BEGIN IMMEDIATE');
            articles.begin();
            listener?.begun();
        },
        settle: () => articles.settle(),
        commit() {
            articles.settle();
            listener?.done();
            connection.exec('COMMIT');
        },
        rollback() {
            // SQLite has done it by itself where the disk is full.
            if (connection.inTransaction)
                connection.exec('ROLLBACK');
        },
        write: (path) => writing(connection, articles, path),
        remark(path, reading) {
            for (const { id, flaws, count } of fileIn(connection, path)) {
                writeFile(connection, { id, path: bytesOfJson(path), reading, flaws, count });
            }
        },
        remove(path) {
            for (const { id } of fileIn(connection, path)) {
                for (const { number } of articles.of(id))
                    articles.remove(number);
                connection.run('DELETE FROM files WHERE id = ?', id);
            }
        },
        close: () => connection.close(),
    };
}
const FILES = `SELECT id, CAST(path AS BLOB), CAST(reading AS BLOB), CAST(flaws AS BLOB),
  CAST(articles AS INTEGER), CAST(checksum AS INTEGER) FROM files`;
/** All files, or those that meet a condition. Throws `CorruptIndexError`. */
export function filesIn(connection, condition = '', ...values) {
    const rows = connection.rows(`${FILES} ${condition}`, ...values);
    return Array.from(rows, (row) => {
        const [id, name, reading, flaws, count, checksum] = row;
        if (checksumOf(id, bytes(name), bytes(reading), bytes(flaws), count) !== checksum) {
            throw new CorruptIndexError('what is known of a file is not what was written');
        }
        return { id, path: jsonOfBytes(name), reading, flaws, count };
    });
}
function fileIn(connection, path) {
    return filesIn(connection, 'WHERE path = ?', bytesOfJson(path));
}
function writing(connection, articles, path) {
    const name = bytesOfJson(path);
    const known = fileIn(connection, path)[0]?.id;
    const [next] = connection.row('SELECT COALESCE(MAX(id), 0) + 1 FROM files');
    const id = known ?? Number(next);
    const before = new Map();
    for (const { number, id: articleId } of known === undefined ? [] : articles.of(id)) {
        before.set(articleId, [...(before.get(articleId) ?? []), number]);
    }
    const flaws = flawsOfFile();
    let place = 0;
    let count = 0;
    return {
        add(item) {
            place += 1;
            if ('flaw' in item) {
                flaws.add(place, item);
                return;
            }
            count += 1;
            const { article, line } = item;
            const candidates = before.get(article.id) ?? [];
            if (candidates.length > 1)
                articles.touch(article.id);
            const same = articles.same(candidates, article);
            if (same !== undefined)
                candidates.splice(candidates.indexOf(same), 1);
            articles.write(same, article, { file: id, place, line });
        },
        done(reading) {
            writeFile(connection, { id, path: name, reading, flaws: bytesOfJson(flaws.all()), count });
            for (const number of [...before.values()].flat())
                articles.remove(number);
        },
    };
}
/** More than these are only counted by their cause: of a large file there may be millions. */
const FLAWS_KEPT = 1_000;
function flawsOfFile() {
    const kept = [];
    const others = new Map();
    return {
        add(place, item) {
            if (kept.length < FLAWS_KEPT) {
                kept.push([place, item]);
                return;
            }
            const { severity, reason } = item.flaw;
            const kind = `${severity} ${causeOf(reason)}`;
            const other = others.get(kind);
            if (other)
                other.times += 1;
            else
                others.set(kind, { place, flaw: item.flaw, times: 1 });
        },
        all: () => [
            ...kept,
            ...[...others.values()].map(({ place, flaw, times }) => [place, { flaw: { ...flaw, times } }]),
        ],
    };
}
function writeFile(connection, { id, path, reading, flaws, count }) {
    const { stamp, hash, rested, retryAt } = reading;
    const values = [stamp, hash.toString('base64'), rested, ...(retryAt === undefined ? [] : [retryAt])];
    const row = [id, path, bytesOfJson(values), flaws, count];
    connection.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)', ...row, checksumOf(...row));
}
function readingOf(bytes) {
    const [stamp, hash, rested, retryAt] = jsonOfBytes(bytes);
    return { stamp, hash: Buffer.from(hash, 'base64'), rested, retryAt };
}
