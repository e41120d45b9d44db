import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../src/index/database/connection.ts';
import { segmentFolder } from '../../src/index/database/open-database.ts';

/** Every row of every table of an index, and what is in its segments, whatever their files are called. */
export function dumpOf(connection: Connection, location: string): Record<string, string[]> {
  const tables = namesIn(connection, "SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'");
  const rows = tables
    .filter((table) => table !== 'segments')
    .map((table) => [table, rowsIn(connection, table)] as const);
  const segments = namesIn(connection, 'SELECT CAST(file AS BLOB) FROM segments ORDER BY first').map((file) =>
    createHash('sha256')
      .update(readFileSync(join(segmentFolder(location), file)))
      .digest('hex'),
  );
  return Object.fromEntries([...rows, ['segments', segments]]);
}

function rowsIn(connection: Connection, table: string): string[] {
  const columns = namesIn(connection, `SELECT CAST(name AS BLOB) FROM pragma_table_info('${table}')`);
  const rows = connection.rows(
    `SELECT ${columns.map((name) => `hex(CAST(${name} AS BLOB))`).join()} FROM ${table}`,
  );
  return Array.from(rows, (row) => row.join(' ')).sort();
}

function namesIn(connection: Connection, sql: string): string[] {
  return Array.from(connection.rows(sql), ([name]) => (name as Buffer).toString());
}
