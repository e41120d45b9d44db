import { LRUCache } from 'lru-cache';
import { headOf } from './lexicon.js';
import { kindOf, longFormsIn, nameRow, termIn } from './lexicon-tables.js';
/** Terms, names and lists that are remembered, about 300 bytes each. */
const MAX_CACHED = 2_000;
/** Terms and words in remembered lists of all that begin with one letter, about 150 bytes each. */
const MAX_CACHED_FORMS = 100_000;
/** The lexicon in an index's tables as they are at this moment; entries are read when something asks for them. */
export function lexiconReader(connection) {
    const terms = remembered((term) => termIn(connection, term));
    const names = remembered((key) => {
        const row = nameRow(connection, key);
        return row?.confirmed ? row.name : undefined;
    });
    const lookups = remembered((asked) => {
        const [kind, value] = [Number(asked[0]), asked.slice(1)];
        return texts('SELECT CAST(key AS BLOB) FROM name_keys WHERE kind = ? AND value = ? ORDER BY key', kind, Buffer.from(value));
    });
    const longForms = remembered((term) => {
        const longs = longFormsIn(connection, term);
        return longs && headOf(longs);
    });
    const shortForms = remembered((key) => texts('SELECT CAST(MIN(short) AS BLOB) FROM abbreviations WHERE key = ?', Buffer.from(key))[0]);
    const texts = (sql, ...values) => Array.from(connection.rows(sql, ...values), ([text]) => text)
        .filter((text) => Buffer.isBuffer(text))
        .map((text) => text.toString());
    const forms = rememberedLists((letter) => formsIn(connection, letter));
    const words = rememberedLists((letter) => texts(`SELECT DISTINCT CAST(value AS BLOB) FROM name_keys WHERE kind = ${kindOf('word')} AND value >= ? AND value < ? ORDER BY value`, ...between(letter)));
    let count;
    return {
        get names() {
            count ??= Number(connection.row('SELECT COUNT(*) FROM names WHERE confirmed = 1')[0]);
            return count;
        },
        term: terms,
        name: names,
        longForm: longForms,
        shortForm: shortForms,
        termsBy: (lookup, value) => lookups(`${kindOf(lookup)}${value}`),
        namesBy: (lookup, value) => lookups(`${kindOf(lookup)}${value}`),
        formsFrom: forms,
        wordsFrom: words,
        namesFrom(beginning, most) {
            if (beginning === '') {
                return texts(`SELECT CAST(key AS BLOB) FROM names WHERE confirmed = 1 ORDER BY sentences DESC, key LIMIT ${most}`);
            }
            return texts(`SELECT CAST(key AS BLOB) FROM names WHERE key IN (
           SELECT key FROM name_keys WHERE kind = ${kindOf('word')} AND value >= ? AND value < ?
         ) ORDER BY sentences DESC, key LIMIT ${most}`, ...between(beginning));
        },
    };
}
/** What begins so lies between these: no text has the byte FF. */
function between(beginning) {
    const from = Buffer.from(beginning);
    return [from, Buffer.concat([from, Buffer.of(0xff)])];
}
function formsIn(connection, letter) {
    const rows = connection.rows('SELECT CAST(term AS BLOB), CAST(form AS BLOB) FROM terms WHERE term >= ? AND term < ? ORDER BY term', ...between(letter));
    return Array.from(rows, ([term, form]) => ({ term: String(term), form: String(form) }));
}
/** `undefined` is remembered too: most words of a question are asked about again and again. */
function remembered(make) {
    const known = new LRUCache({
        max: MAX_CACHED,
        memoMethod: (key) => ({ value: make(key) }),
    });
    return (key) => known.memo(key).value;
}
/** One that is longer than all of that is remembered all the same, and at most two of such. */
function rememberedLists(make) {
    const known = new LRUCache({
        maxSize: MAX_CACHED_FORMS,
        sizeCalculation: ({ length }) => Math.max(1, Math.min(MAX_CACHED_FORMS / 2, length)),
        memoMethod: make,
    });
    return (letter) => known.memo(letter);
}
