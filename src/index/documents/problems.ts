import type { Walked } from '../../ingest/files/walk.ts';
import { summariseProblems } from '../../ingest/formats/summarise-problems.ts';
import { duplicateOf, withoutArticles } from '../../ingest/read-corpus.ts';
import type { Problem } from '../../model/article.ts';
import type { Connection } from '../database/connection.ts';
import { bytes, jsonOfBytes } from '../database/encoding.ts';
import { filesIn, type PlacedFlaw, UNFINISHED_READING } from './document-store.ts';
import { totalsIn } from './document-table.ts';

/** It is long, and its transactions come one after the other; or the process was killed between two. */
const UNFINISHED_FILE = {
  severity: 'warning',
  reason: 'not read to its end yet: some of its articles are missing, or as they were before',
} as const;

type Placed = readonly [place: number, problem: Problem];

/** What is wrong with these files, as the store knows it: what `readFiles` would say of them. */
export function problemsIn(connection: Connection, walked: Walked): Problem[] {
  const byPath = new Map<string, Placed[]>(walked.files.map(({ path }) => [path, []]));
  for (const { path, flaws } of filesIn(connection, "WHERE flaws <> x'5b5d'")) {
    for (const [place, { flaw }] of jsonOfBytes(flaws) as PlacedFlaw[]) {
      byPath.get(path)?.push([place, { ...flaw, path }]);
    }
  }
  for (const { path, place, line, id } of inactive(connection)) {
    const first = connection.row(ACTIVE, Buffer.from(id));
    if (first) {
      const other = { path: jsonOfBytes(bytes(first[0])) as string };
      byPath.get(path)?.push([place, duplicateOf(id, { path }, line, other, lineOf(first[1]))]);
    }
  }
  for (const { path } of filesIn(connection, 'WHERE CAST(reading AS BLOB) = ?', UNFINISHED_READING)) {
    byPath.get(path)?.push([Number.POSITIVE_INFINITY, { path, ...UNFINISHED_FILE }]);
  }
  const own = [...byPath.values()].flatMap((placed) =>
    summariseProblems(placed.sort(([a], [b]) => a - b).map(([, problem]) => problem)),
  );
  const none = totalsIn(connection).articles === 0 ? [withoutArticles()] : [];
  return [...walked.problems, ...own, ...none];
}

const INACTIVE = `SELECT CAST(path AS BLOB), place, line, CAST(articles.id AS BLOB)
  FROM articles JOIN files ON files.id = file WHERE active = 0`;
const ACTIVE = `SELECT CAST(path AS BLOB), line FROM articles JOIN files ON files.id = file
  WHERE active = 1 AND articles.id = ?`;

function inactive(connection: Connection) {
  return Array.from(connection.rows(INACTIVE), ([path, place, line, id]) => ({
    path: jsonOfBytes(bytes(path)) as string,
    place: Number(place),
    line: lineOf(line),
    id: bytes(id).toString(),
  }));
}

function lineOf(value: unknown): number | undefined {
  return Number(value) || undefined;
}
