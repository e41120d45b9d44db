import { COMPARED, marksOf } from '../../ingest/duplicates/near-duplicates.ts';
import type { Document } from '../../model/article.ts';
import type { Connection } from '../database/connection.ts';

export function addMarks(connection: Connection, number: number, marks: readonly number[]): void {
  if (marks.length === 0) return;
  const rows = marks.map(() => '(?,?)').join();
  connection.run(`INSERT INTO duplicate_marks VALUES ${rows}`, ...marks.flatMap((mark) => [mark, number]));
}

export function removeMarks(connection: Connection, { article, number }: Document): void {
  for (const mark of marksOf(article)) {
    connection.run('DELETE FROM duplicate_marks WHERE mark = ? AND number = ?', mark, number);
  }
}

/** The numbers of the articles that share the most marks with one, most first. */
export function sharingMarks(connection: Connection, { article, number }: Document): number[] {
  const marks = marksOf(article);
  const rows = connection.rows(
    `SELECT number FROM duplicate_marks WHERE mark IN (${marks.map(() => '?').join()}) AND number <> ?
     GROUP BY number ORDER BY COUNT(*) DESC, number LIMIT ${COMPARED}`,
    ...marks,
    number,
  );
  return Array.from(rows, ([other]) => Number(other));
}
