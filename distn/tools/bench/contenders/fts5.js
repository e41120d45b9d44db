import { join } from 'node:path';
import Database from 'libsql';
import { entriesOf, TOP } from '../contender.js';
/** SQLite's FTS5 without the texts (contentless), ranked by its bm25; beginnings of words, no misspellings. */
export function fts5(folder) {
    const db = new Database(join(folder, 'index.db'));
    db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS sentences USING fts5(body, content='', contentless_delete=1, tokenize='unicode61')");
    const insert = db.prepare('INSERT INTO sentences(rowid, body) VALUES (?, ?)');
    const remove = db.prepare('DELETE FROM sentences WHERE rowid = ?');
    const find = db.prepare('SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT ?');
    const top = (query) => query === '' ? [] : find.all(query, TOP).map(({ rowid }) => rowid - 1);
    const whole = (work) => {
        db.exec('BEGIN');
        work();
        db.exec('COMMIT');
    };
    return {
        // A rowid of 0 is none.
        add: (documents) => whole(() => {
            for (const { id, body } of entriesOf(documents))
                insert.run(id + 1, body);
        }),
        save: () => void db.close(),
        open: () => void top('a'),
        ask: (question) => top((question.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ')),
        prefix: (beginning) => top(`"${beginning}"*`),
        remove: ({ sentences }) => whole(() => {
            for (const { number } of sentences)
                remove.run(number + 1);
        }),
    };
}
