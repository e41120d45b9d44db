import { COMPARED, marksOf } from '../../ingest/duplicates/near-duplicates.ts';
import type { Document } from '../../model/model.ts';
import type { Connection } from '../database/connection.ts';

/** By which marks an article that counts is found by those that are the same: some 65 bytes an article. */
export const LIKENESS_TABLE =
  'CREATE TABLE likenesses (mark INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (mark, number)) WITHOUT ROWID;';

export function mark(connection: Connection, { article, number }: Document): void {
  const marks = marksOf(article);
  if (marks.length === 0) return;
  const rows = marks.map(() => '(?,?)').join();
  connection.run(`INSERT INTO likenesses VALUES ${rows}`, ...marks.flatMap((one) => [one, number]));
}

export function unmark(connection: Connection, { article, number }: Document): void {
  for (const one of marksOf(article)) {
    connection.run('DELETE FROM likenesses WHERE mark = ? AND number = ?', one, number);
  }
}

/** The articles that share the most marks with one. */
export function sharingMarks(connection: Connection, { article, number }: Document): number[] {
  const marks = marksOf(article);
  const rows = connection.rows(
    `SELECT number FROM likenesses WHERE mark IN (${marks.map(() => '?').join()}) AND number <> ?
     GROUP BY number ORDER BY COUNT(*) DESC, number LIMIT ${COMPARED}`,
    ...marks,
    number,
  );
  return Array.from(rows, ([other]) => Number(other));
}
