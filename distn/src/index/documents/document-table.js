import { codeOf } from '../../text/languages/language.js';
import { bytes, bytesOfJson, bytesOfSplit, bytesOfText, checksumOf, jsonOfBytes, splitOfBytes, textOfBytes, } from '../database/encoding.js';
import { CorruptIndexError, present } from '../database/errors.js';
import { documentOf, splitOf } from './document.js';
import { addMarks, removeMarks } from './duplicate-table.js';
import { findableAs, markOf, textMarkOf } from './metadata.js';
/** The articles of a store, while a transaction writes. */
export class DocumentTable {
    connection;
    listener;
    gone = new Set();
    touched = new Set();
    totals = NO_TOTALS;
    constructor(connection, listener) {
        this.connection = connection;
        this.listener = listener;
    }
    begin() {
        this.gone.clear();
        this.touched.clear();
        this.totals = { ...totalsIn(this.connection) };
    }
    /** The articles of a file, with their numbers. */
    of(file) {
        const rows = this.connection.rows('SELECT number, CAST(id AS BLOB) FROM articles WHERE file = ?', file);
        return Array.from(rows, (row) => ({ number: Number(row[0]), id: bytes(row[1]).toString() }));
    }
    /** Of these articles the one that is exactly this; `undefined`: none. */
    same(numbers, article) {
        if (numbers.length === 0)
            return undefined;
        const [fields, text] = contentOf(article);
        return numbers.find((number) => {
            const row = textRow(this.connection, number);
            return row?.fields.equals(fields) && row.text.equals(text);
        });
    }
    /** Writes a new article; or, with its number, one that is known to another place. */
    write(same, article, where) {
        const { file, place, line = 0 } = where;
        if (same === undefined)
            this.insert(article, { file, place, line });
        else
            writeRow(this.connection, { ...this.row(same), place, line });
    }
    /** Articles of one id have changed places: which of them is active is decided anew by `settle`. */
    touch(id) {
        this.touched.add(id);
    }
    /** Takes an article away when `settle` is called. */
    remove(number) {
        this.gone.add(number);
    }
    /** Takes away what was removed, and decides which of several articles with one id is active. */
    settle() {
        const { connection } = this;
        for (const number of this.gone) {
            const row = articleRow(connection, number);
            if (row?.active === 1)
                this.setActive(row, false);
            if (row)
                this.touched.add(row.id.toString());
            for (const table of ['articles', 'texts'])
                connection.run(`DELETE FROM ${table} WHERE number = ?`, number);
        }
        for (const id of this.touched) {
            const [first, ...others] = inReadingOrder(connection, id);
            for (const { number, active } of others)
                if (active)
                    this.setActive(this.row(number), false);
            if (first && !first.active)
                this.setActive(this.renumbered(first.number), true);
        }
        this.gone.clear();
        this.touched.clear();
        writeTotals(connection, this.totals);
    }
    insert(article, { file, place, line }) {
        const { connection, totals } = this;
        const split = splitOf(article);
        const document = documentOf(article, split, totals.nextNumber, totals.nextFirst);
        const { number, sentences } = document;
        const first = totals.nextFirst;
        totals.nextNumber += 1;
        totals.nextFirst += sentences.length;
        const { id, published = '', publisher = '', language } = article;
        // One whose id no other has is active at once, and isn't read again.
        const alone = !connection.row('SELECT 1 FROM articles WHERE id = ? LIMIT 1', Buffer.from(id));
        const [key, mark, day, by, code, textMark, findable] = [
            ...[id, markOf(id), published, publisher, codeOf(language) ?? ''],
            ...[textMarkOf(article.text), findableAs(article)],
        ].map((text) => Buffer.from(text));
        writeRow(connection, {
            ...{ number, first, sentences: sentences.length, file, place, line, active: alone ? 1 : 0 },
            ...{ id: key, mark, published: day, publisher: by, language: code, textMark, findable },
        });
        writeText(connection, number, first, [...contentOf(article), bytesOfSplit(split)]);
        if (alone)
            this.tell(document, true);
        else
            this.touch(id);
    }
    /**
     * An article that becomes active later gets a new number: the old one may have been active before, and the listener is
     * told of articles in the order of their numbers.
     */
    renumbered(old) {
        const { connection, totals } = this;
        const { fields, text, spans } = present(textRow(connection, old), `the text of article ${old}`);
        const row = { ...this.row(old), number: totals.nextNumber, first: totals.nextFirst };
        totals.nextNumber += 1;
        totals.nextFirst += row.sentences;
        for (const table of ['articles', 'texts'])
            connection.run(`DELETE FROM ${table} WHERE number = ?`, old);
        writeRow(connection, row);
        writeText(connection, row.number, row.first, [fields, text, spans]);
        return row;
    }
    setActive(row, active) {
        writeRow(this.connection, { ...row, active: active ? 1 : 0 });
        this.tell(readDocument(this.connection, row.number), active);
    }
    tell(document, active) {
        const by = active ? 1 : -1;
        this.totals.articles += by;
        this.totals.sentences += by * document.sentences.length;
        if (active)
            addMarks(this.connection, document);
        else
            removeMarks(this.connection, document);
        if (active)
            this.listener?.added(document);
        else
            this.listener?.removed(document);
    }
    row(number) {
        return present(articleRow(this.connection, number), `article ${number}`);
    }
}
const NO_TOTALS = { articles: 0, sentences: 0, nextNumber: 0, nextFirst: 0 };
function contentOf({ text, ...fields }) {
    return [bytesOfJson(fields), bytesOfText(text)];
}
function inReadingOrder(connection, id) {
    const rows = connection.rows(`SELECT number, active, place, CAST(path AS BLOB) FROM articles JOIN files ON files.id = file WHERE articles.id = ?`, Buffer.from(id));
    return Array.from(rows, ([number, active, place, path]) => ({
        number: Number(number),
        active: active === 1,
        place: Number(place),
        path: jsonOfBytes(bytes(path)),
    })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.place - b.place));
}
/** How many articles are active, by the path of their file. */
export function articlesByFile(connection) {
    const rows = connection.rows(`SELECT CAST(path AS BLOB), COUNT(*) FROM articles JOIN files ON files.id = file
    WHERE active = 1 GROUP BY file`);
    return new Map(Array.from(rows, ([path, count]) => [jsonOfBytes(bytes(path)), Number(count)]));
}
/** Throws `CorruptIndexError`. */
export function totalsIn(connection) {
    const row = connection.row('SELECT CAST(articles AS INTEGER), sentences, next_number, next_first, checksum FROM totals');
    if (!row)
        return NO_TOTALS;
    const [articles, sentences, nextNumber, nextFirst, checksum] = row.map(Number);
    if (checksumOf(articles, sentences, nextNumber, nextFirst) !== checksum)
        throw new CorruptIndexError('the totals are not what was written');
    return { articles, sentences, nextNumber, nextFirst };
}
function writeTotals(connection, totals) {
    const { articles, sentences, nextNumber, nextFirst } = totals;
    const values = [articles, sentences, nextNumber, nextFirst];
    connection.run('DELETE FROM totals');
    connection.run('INSERT INTO totals VALUES (?,?,?,?,?)', ...values, checksumOf(...values));
}
const COLUMNS = `CAST(articles.number AS INTEGER), CAST(first AS INTEGER), CAST(sentences AS INTEGER), CAST(file AS INTEGER),
  CAST(place AS INTEGER), CAST(line AS INTEGER), CAST(active AS INTEGER), CAST(id AS BLOB), CAST(mark AS BLOB),
  CAST(published AS BLOB), CAST(publisher AS BLOB), CAST(language AS BLOB), CAST(text_mark AS BLOB),
  CAST(findable AS BLOB), CAST(articles.checksum AS INTEGER)`;
const ROW = `SELECT ${COLUMNS} FROM articles WHERE number = ?`;
function valuesOf(row) {
    const { number, first, sentences, file, place, line, active } = row;
    const { id, mark, published, publisher, language, textMark, findable } = row;
    return [
        ...[number, first, sentences, file, place, line, active],
        ...[id, mark, published, publisher, language, textMark, findable],
    ];
}
function writeRow(connection, row) {
    const values = valuesOf(row);
    connection.run('INSERT OR REPLACE INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)', ...values, checksumOf(...values));
}
/** `undefined` where there is no such article; throws `CorruptIndexError`. */
function articleRow(connection, number) {
    const found = connection.row(ROW, number);
    return found && articleRowOf(found, number);
}
function articleRowOf(found, wanted) {
    const [number, first, sentences, file, place, line, active] = found.slice(0, 7);
    const [id, mark, published, publisher, language, textMark, findable] = found.slice(7, 14).map(bytes);
    const row = {
        ...{ number: number, first: first, sentences: sentences, file: file, place: place },
        ...{ line: line, active: active, id: id, mark: mark, published: published },
        ...{ publisher: publisher, language: language, textMark: textMark, findable: findable },
    };
    if (number !== wanted || checksumOf(...valuesOf(row)) !== found[14])
        throw new CorruptIndexError(`article ${wanted} is not what was written`);
    return row;
}
function writeText(connection, number, first, row) {
    connection.run('INSERT INTO texts VALUES (?,?,?,?,?)', number, ...row, checksumOf(number, first, ...row));
}
const TEXT = `SELECT ${COLUMNS}, CAST(fields AS BLOB), CAST(text AS BLOB), CAST(spans AS BLOB),
  CAST(texts.checksum AS INTEGER) FROM texts JOIN articles USING (number) WHERE number = ?`;
function textRow(connection, number) {
    const found = connection.row(TEXT, number);
    if (!found)
        return undefined;
    const { first } = articleRowOf(found, number);
    const [fields, text, spans] = found.slice(15, 18).map(bytes);
    if (checksumOf(number, first, fields, text, spans) !== found[18]) {
        throw new CorruptIndexError(`the text of article ${number} is not what was written`);
    }
    return { first, fields, text, spans };
}
/** Reads an article with its spans, as it was written. Throws `CorruptIndexError`, also where there is none. */
export function readDocument(connection, number) {
    const row = present(textRow(connection, number), `article ${number}`);
    const fields = jsonOfBytes(row.fields);
    return documentOf({ ...fields, text: textOfBytes(row.text) }, splitOfBytes(row.spans), number, row.first);
}
