import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../src/index/database/connection.ts';
import { folderOf } from '../../ingest/folder.ts';

test('who closes a database moves its log into it, unless somebody waits', async () => {
  const location = join(await folderOf({}), 'a.db');
  const logged = () => statSync(`${location}-wal`).size;
  const other = await connect(location);
  // Who has not read yet has no part in the log.
  other.row('SELECT COUNT(*) FROM sqlite_master');
  for (const keepLog of [true, false]) {
    const connection = await connect(location);
    connection.exec('CREATE TABLE IF NOT EXISTS numbers (number INTEGER); INSERT INTO numbers VALUES (1)');
    connection.close({ keepLog });
    if (keepLog) expect(logged()).toBeGreaterThan(0);
    else expect(logged()).toBe(0);
  }
  expect(other.row('SELECT COUNT(*) FROM numbers')).toEqual([2]);
  other.close();
});
