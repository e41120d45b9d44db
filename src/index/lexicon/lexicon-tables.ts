import { NAME_TYPES } from '../../model/query.ts';
import { addVotes, type Votes } from '../../text/names/name-votes.ts';
import type { Connection } from '../database/connection.ts';
import { bytes, bytesOfJson, checksumOf, jsonOfBytes } from '../database/encoding.ts';
import { CorruptIndexError } from '../database/errors.ts';
import { headOf, isName, keyOfLong, type Votable } from './lexicon.ts';
import { formOf, type Key, keysOfName, keysOfTerm } from './name-keys.ts';
import {
  addTo,
  type CountedName,
  type CountedTerm,
  emptyName,
  emptyTerm,
  isConfirmed,
  type TermStats,
} from './term-stats.ts';

const KINDS: readonly Key[] = ['skeleton', 'romanised', 'sound', 'core', 'family', 'squeezed', 'word'];

/** A lookup as the table writes it. */
export function kindOf(lookup: Key): number {
  return KINDS.indexOf(lookup);
}

/** Adds counts to the tables, inside a transaction; what comes to nothing goes. */
export function addTermStats(connection: Connection, counts: TermStats): void {
  const { added, turned } = addTerms(connection, counts);
  const votesOf = (term: string) => added.get(term) ?? termIn(connection, term);
  addNames(connection, counts, turned, votesOf);
  for (const [short, longs] of counts.longForms) addLongForms(connection, short, longs);
}

function addTerms(connection: Connection, { terms }: TermStats) {
  const added = new Map<string, Votable>();
  /** Terms that have begun or ceased to stand for names. */
  const turned: string[] = [];
  for (const [term, more] of terms) {
    const before = termIn(connection, term);
    const now = before ? sumOfTerms(before, more) : more;
    added.set(term, now);
    if (isName(before) !== isName(now)) turned.push(term);
    const key = Buffer.from(term);
    replaceLookups(connection, key, before && keysOfTerm(before), keysOfTerm(now));
    if (now.sentences === 0) connection.run('DELETE FROM terms WHERE term = ?', key);
    else {
      const { sentences, capitals, lowers, spellings } = now;
      const form = Buffer.from(formOf(now));
      const row = [key, sentences, capitals, lowers, bytesOfCounts(spellings), form] as const;
      connection.run('INSERT OR REPLACE INTO terms VALUES (?,?,?,?,?,?,?)', ...row, checksumOf(...row));
    }
  }
  return { added, turned };
}

function addNames(
  connection: Connection,
  { names }: TermStats,
  turned: readonly string[],
  votesOf: (term: string) => Votable | undefined,
): void {
  const write = (key: string, more: CountedName | undefined) => {
    const known = nameRow(connection, key);
    const before = known?.name;
    const now = before && more ? sumOfNames(before, more) : (more ?? before);
    if (!now) return;
    const confirmed = now.sentences > 0 && isConfirmed(now, votesOf);
    const own = Buffer.from(key);
    const same = confirmed && known?.confirmed && headOf(known.name.spellings) === headOf(now.spellings);
    if (!same) {
      const old = known?.confirmed ? keysOfName(known.name) : [];
      replaceLookups(connection, own, old, confirmed ? keysOfName(now) : []);
    }
    if (now.sentences === 0) connection.run('DELETE FROM names WHERE key = ?', own);
    else {
      const { sentences, opening, spellings, contexts } = now;
      const [forms, votes] = [bytesOfCounts(spellings), bytesOfVotes(contexts)];
      const row = [own, sentences, opening, forms, votes, confirmed ? 1 : 0] as const;
      connection.run('INSERT OR REPLACE INTO names VALUES (?,?,?,?,?,?,?)', ...row, checksumOf(...row));
    }
  };
  for (const [key, more] of names) write(key, more);
  for (const term of turned) {
    for (const key of namesOpening(connection, term)) if (!names.has(key)) write(key, undefined);
  }
}

/** Keys of names that are this term, or begin with it. */
function namesOpening(connection: Connection, term: string): string[] {
  const bounds = [term, `${term} `, `${term}!`].map((bound) => Buffer.from(bound));
  const rows = connection.rows(
    'SELECT CAST(key AS BLOB) FROM names WHERE key = ? OR (key >= ? AND key < ?)',
    ...bounds,
  );
  return Array.from(rows, ([key]) => (key as Buffer).toString());
}

function replaceLookups(
  connection: Connection,
  key: Buffer,
  before: readonly (readonly [Key, string])[] = [],
  now: readonly (readonly [Key, string])[],
): void {
  const has = (list: typeof now, [lookup, value]: readonly [Key, string]) =>
    list.some(([other, its]) => other === lookup && its === value);
  for (const one of before) {
    if (has(now, one)) continue;
    const where = [kindOf(one[0]), Buffer.from(one[1]), key] as const;
    connection.run('DELETE FROM name_keys WHERE kind = ? AND value = ? AND key = ?', ...where);
  }
  const added = now.filter((one) => !has(before, one));
  if (added.length === 0) return;
  // One statement for all: most of what a short one costs is the way into libsql.
  connection.run(
    `INSERT OR IGNORE INTO name_keys VALUES ${added.map(() => '(?,?,?)').join()}`,
    ...added.flatMap(([lookup, value]) => [kindOf(lookup), Buffer.from(value), key]),
  );
}

function addLongForms(connection: Connection, short: string, more: ReadonlyMap<string, number>): void {
  const own = Buffer.from(short);
  const longs = new Map(longFormsIn(connection, short));
  for (const [long, by] of more) addTo(longs, long, by);
  if (longs.size === 0) connection.run('DELETE FROM abbreviations WHERE short = ?', own);
  else {
    const key = Buffer.from(keyOfLong(longs));
    connection.run('INSERT OR REPLACE INTO abbreviations VALUES (?,?,?)', own, bytesOfCounts(longs), key);
  }
}

/** A term as it was counted; `undefined` where there is none. Throws `CorruptIndexError`. */
export function termIn(connection: Connection, term: string): CountedTerm | undefined {
  const key = Buffer.from(term);
  const row = connection.row(TERM, key);
  if (!row) return undefined;
  const [sentences, capitals, lowers] = row.slice(0, 3).map(Number) as [number, number, number];
  const [spellings, form] = [bytes(row[3]), bytes(row[4])];
  check(row[5], [key, sentences, capitals, lowers, spellings, form]);
  return { term, sentences, capitals, lowers, spellings: countsOfBytes(spellings) };
}

const TERM = `SELECT sentences, capitals, lowers, CAST(spellings AS BLOB), CAST(form AS BLOB), checksum
  FROM terms WHERE term = ?`;
const NAME = `SELECT sentences, opening, CAST(spellings AS BLOB), CAST(contexts AS BLOB), confirmed, checksum
  FROM names WHERE key = ?`;

/** A name as it was counted, confirmed or not; `undefined` where there is none. Throws `CorruptIndexError`. */
export function nameRow(connection: Connection, key: string) {
  const own = Buffer.from(key);
  const row = connection.row(NAME, own);
  if (!row) return undefined;
  const [sentences, opening, confirmed] = [row[0], row[1], row[4]].map(Number) as [number, number, number];
  const [spellings, contexts] = [bytes(row[2]), bytes(row[3])];
  check(row[5], [own, sentences, opening, spellings, contexts, confirmed]);
  const name: CountedName = {
    ...{ key, sentences, opening },
    spellings: countsOfBytes(spellings),
    contexts: votesOfBytes(contexts),
  };
  return { name, confirmed: confirmed === 1 };
}

function check(checksum: unknown, row: readonly (Buffer | number)[]): void {
  if (checksumOf(...row) !== checksum) throw new CorruptIndexError('a word is not what was written');
}

export function longFormsIn(connection: Connection, short: string): ReadonlyMap<string, number> | undefined {
  const row = connection.row(
    'SELECT CAST(longs AS BLOB) FROM abbreviations WHERE short = ?',
    Buffer.from(short),
  );
  return row && countsOfBytes(row[0]);
}

function sumOfTerms(a: CountedTerm, b: CountedTerm): CountedTerm {
  const sum = emptyTerm(a.term);
  for (const one of [a, b]) {
    sum.sentences += one.sentences;
    sum.capitals += one.capitals;
    sum.lowers += one.lowers;
    for (const [spelling, count] of one.spellings) addTo(sum.spellings, spelling, count);
  }
  return sum;
}

function sumOfNames(a: CountedName, b: CountedName): CountedName {
  const sum = emptyName(a.key);
  for (const one of [a, b]) {
    sum.sentences += one.sentences;
    sum.opening += one.opening;
    addVotes(sum.contexts, one.contexts);
    for (const [spelling, count] of one.spellings) addTo(sum.spellings, spelling, count);
  }
  return sum;
}

function bytesOfCounts(counts: ReadonlyMap<string, number>): Buffer {
  return bytesOfJson([...counts].flat());
}

function countsOfBytes(value: unknown): Map<string, number> {
  const flat = jsonOfBytes(value) as (string | number)[];
  const counts = new Map<string, number>();
  for (let i = 0; i < flat.length; i += 2) counts.set(flat[i] as string, flat[i + 1] as number);
  return counts;
}

function bytesOfVotes(votes: Votes): Buffer {
  return bytesOfJson(NAME_TYPES.map((type) => votes[type]));
}

function votesOfBytes(value: unknown): Votes {
  const [person = 0, place = 0, organisation = 0, other = 0] = jsonOfBytes(value) as number[];
  return { person, place, organisation, other };
}
