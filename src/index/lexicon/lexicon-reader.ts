import { LRUCache } from 'lru-cache';
import type { Connection, Value } from '../database/connection.ts';
import { CorruptIndexError } from '../database/errors.ts';
import { type Form, headOf, type Lexicon, MOST_SPELLED, type Name } from './lexicon.ts';
import { kindOf, longFormsIn, nameRow, termIn } from './lexicon-tables.ts';
import { likeOf, WordList } from './word-list.ts';

/** Terms, names and lists that are remembered, about 300 bytes each. */
const MAX_CACHED = 2_000;
/** What all that begins with one letter takes in memory, in UTF-16 units: all of a million sentences of news are 6,000,000. */
const MAX_CACHED_LISTS = 12_000_000;
/** What a word takes beside its text, in the same units: where it ends, which letters it has. */
const WORD_SIZE = 8;

/** The lexicon in an index's tables as they are at this moment; entries are read when something asks for them. */
export function lexiconReader(connection: Connection): Lexicon {
  const terms = remembered((term) => termIn(connection, term));
  const names = remembered((key): Name | undefined => {
    const row = nameRow(connection, key);
    return row?.confirmed ? row.name : undefined;
  });
  const lookups = remembered((asked) => {
    const [kind, value] = [Number(asked[0]), asked.slice(1)];
    return texts(
      'key',
      'SELECT key FROM name_keys WHERE kind = ? AND value = ? ORDER BY key',
      kind,
      Buffer.from(value),
    );
  });
  const longForms = remembered((term) => {
    const longs = longFormsIn(connection, term);
    return longs && headOf(longs);
  });
  const shortForms = remembered(
    (key) =>
      texts('short', 'SELECT MIN(short) AS short FROM abbreviations WHERE key = ?', Buffer.from(key))[0],
  );
  const texts = (column: string, sql: string, ...values: (number | Buffer)[]) =>
    linesIn(connection, [column], sql, ...values)[0]?.split('\n') ?? [];
  const forms = rememberedLists(
    (letter) => formsIn(connection, letter),
    ({ terms, forms }) => terms.size + forms.size,
  );
  const words = rememberedLists(
    (letter) =>
      texts(
        'value',
        `SELECT DISTINCT value FROM name_keys WHERE kind = ${kindOf('word')} AND value >= ? AND value < ? ORDER BY value`,
        ...between(letter),
      ),
    (list) => list.reduce((sum, { length }) => sum + length + WORD_SIZE, 0),
  );
  const withWord = remembered((asked) => {
    const [most, word] = [Number.parseInt(asked, 10), asked.slice(asked.indexOf(' ') + 1)];
    return mostMentioned(`value = ?`, most, Buffer.from(word));
  });
  const mostMentioned = (condition: string, most: number, ...values: Buffer[]) =>
    texts(
      'key',
      `SELECT key FROM names WHERE key IN (
         SELECT key FROM name_keys WHERE kind = ${kindOf('word')} AND ${condition}
       ) ORDER BY sentences DESC, key LIMIT ${most}`,
      ...values,
    );
  const spelled = remembered((json) =>
    texts(
      'term',
      `SELECT term FROM terms WHERE instr(spellings, ?) > 0 LIMIT ${MOST_SPELLED + 1}`,
      Buffer.from(json),
    ),
  );
  let count: number | undefined;

  return {
    get names() {
      count ??= Number(connection.row('SELECT COUNT(*) FROM names WHERE confirmed = 1')![0]);
      return count;
    },
    term: terms,
    name: names,
    longForm: longForms,
    shortForm: shortForms,
    termsBy: (lookup, value) => lookups(`${kindOf(lookup)}${value}`)!,
    namesBy: (lookup, value) => lookups(`${kindOf(lookup)}${value}`)!,
    formsFrom: (letter) => formsOf(forms(letter), () => true),
    formsLike(letter, { folded, term }, edits) {
      const list = forms(letter);
      const [likeForm, likeTerm] = [likeOf(folded, edits), likeOf(term, edits)];
      return formsOf(list, (i) => list.forms.mayBe(i, likeForm) || list.terms.mayBe(i, likeTerm));
    },
    wordsFrom: words,
    namesFrom(beginning, most) {
      if (beginning === '') {
        const sql = `SELECT key FROM names WHERE confirmed = 1 ORDER BY sentences DESC, key LIMIT ${most}`;
        return texts('key', sql);
      }
      return mostMentioned('value >= ? AND value < ?', most, ...between(beginning));
    },
    spelledWith: spelled,
    namesWith: (word, most) => withWord(`${most} ${word}`),
  };
}

/** What begins so lies between these: no text has the byte FF. */
function between(beginning: string): [Buffer, Buffer] {
  const from = Buffer.from(beginning);
  return [from, Buffer.concat([from, Buffer.of(0xff)])];
}

/** The terms that begin with one letter, and the form of each. */
interface FormLists {
  readonly terms: WordList;
  readonly forms: WordList;
}

/** Throws `CorruptIndexError` where a term has no form. */
function formsIn(connection: Connection, letter: string): FormLists {
  const sql = 'SELECT term, form FROM terms WHERE term >= ? AND term < ? ORDER BY term';
  const [terms, forms] = linesIn(connection, ['term', 'form'], sql, ...between(letter)).map(
    (lines) => new WordList(lines),
  ) as [WordList, WordList];
  if (terms.length !== forms.length) throw new CorruptIndexError('a term is not what was written');
  return { terms, forms };
}

function formsOf({ terms, forms }: FormLists, wanted: (i: number) => boolean): Form[] {
  const found: Form[] = [];
  for (let i = 0; i < terms.length; i++) if (wanted(i)) found.push({ term: terms.at(i), form: forms.at(i) });
  return found;
}

/**
 * Columns of words, keys or forms, none of which holds a line feed, each as the lines of one text; `undefined` of no rows. A row of
 * its own for each of thousands would cost 3 µs. SQLite keeps the order of such a subquery (sqlite.org/optoverview.html, 11).
 */
function linesIn(
  connection: Connection,
  columns: readonly string[],
  sql: string,
  ...values: readonly Value[]
): (string | undefined)[] {
  const lines = columns.map((column) => `CAST(group_concat(CAST(${column} AS TEXT), char(10)) AS BLOB)`);
  const row = connection.row(`SELECT ${lines.join()} FROM (${sql})`, ...values)!;
  return row.map((text) => (Buffer.isBuffer(text) ? text.toString() : undefined));
}

/** `undefined` is remembered too: most words of a question are asked about again and again. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new LRUCache<string, { value: T }>({
    max: MAX_CACHED,
    memoMethod: (key) => ({ value: make(key) }),
  });
  return (key) => known.memo(key).value;
}

/** One that is larger than all of that is remembered all the same, and at most two of such. */
function rememberedLists<T extends {}>(
  make: (letter: string) => T,
  sizeOf: (list: T) => number,
): (letter: string) => T {
  const known = new LRUCache<string, T>({
    maxSize: MAX_CACHED_LISTS,
    sizeCalculation: (list) => Math.max(1, Math.min(MAX_CACHED_LISTS / 2, sizeOf(list))),
    memoMethod: make,
  });
  return (letter) => known.memo(letter);
}
