import { summariseProblems } from '../../ingest/formats/summarise-problems.js';
import { duplicateOf, withoutArticles } from '../../ingest/read-corpus.js';
import { bytes, jsonOfBytes } from '../database/encoding.js';
import { filesIn } from './document-store.js';
import { totalsIn } from './document-table.js';
/** What is wrong with these files, as the store knows it: what `readFiles` would say of them. */
export function problemsIn(connection, walked) {
    const byPath = new Map(walked.files.map(({ path }) => [path, []]));
    for (const { path, flaws } of filesIn(connection, "WHERE flaws <> x'5b5d'")) {
        for (const [place, { flaw }] of jsonOfBytes(flaws)) {
            byPath.get(path)?.push([place, { ...flaw, path }]);
        }
    }
    for (const { path, place, line, id } of inactive(connection)) {
        const first = connection.row(ACTIVE, Buffer.from(id));
        if (first) {
            const other = { path: jsonOfBytes(bytes(first[0])) };
            byPath.get(path)?.push([place, duplicateOf(id, { path }, line, other, lineOf(first[1]))]);
        }
    }
    const own = [...byPath.values()].flatMap((placed) => summariseProblems(placed.sort(([a], [b]) => a - b).map(([, problem]) => problem)));
    const none = totalsIn(connection).articles === 0 ? [withoutArticles()] : [];
    return [...walked.problems, ...own, ...none];
}
const INACTIVE = `SELECT CAST(path AS BLOB), place, line, CAST(articles.id AS BLOB)
  FROM articles JOIN files ON files.id = file WHERE active = 0`;
const ACTIVE = `SELECT CAST(path AS BLOB), line FROM articles JOIN files ON files.id = file
  WHERE active = 1 AND articles.id = ?`;
function inactive(connection) {
    return Array.from(connection.rows(INACTIVE), ([path, place, line, id]) => ({
        path: jsonOfBytes(bytes(path)),
        place: Number(place),
        line: lineOf(line),
        id: bytes(id).toString(),
    }));
}
function lineOf(value) {
    return Number(value) || undefined;
}
