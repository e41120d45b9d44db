import { NAME_TYPES } from '../../model/query.js';
import { addVotes } from '../../text/names/name-votes.js';
import { bytes, bytesOfJson, checksumOf, jsonOfBytes } from '../database/encoding.js';
import { CorruptIndexError } from '../database/errors.js';
import { headOf, isName, keyOfLong } from './lexicon.js';
import { formOf, keysOfName, keysOfTerm } from './name-keys.js';
import { addTo, emptyName, emptyTerm, isConfirmed, } from './term-stats.js';
const KINDS = ['skeleton', 'romanised', 'sound', 'core', 'family', 'squeezed', 'word'];
/** A lookup as the table writes it. */
export function kindOf(lookup) {
    return KINDS.indexOf(lookup);
}
/** Adds counts to the tables, inside a transaction; what comes to nothing goes. */
export function addTermStats(connection, counts) {
    const { added, turned } = addTerms(connection, counts);
    const votesOf = (term) => added.get(term) ?? termIn(connection, term);
    addNames(connection, counts, turned, votesOf);
    for (const [short, longs] of counts.longForms)
        addLongForms(connection, short, longs);
}
function addTerms(connection, { terms }) {
    const added = new Map();
    /** Terms that have begun or ceased to stand for names. */
    const turned = [];
    for (const [term, more] of terms) {
        const before = termIn(connection, term);
        const now = before ? sumOfTerms(before, more) : more;
        added.set(term, now);
        if (isName(before) !== isName(now))
            turned.push(term);
        const key = Buffer.from(term);
        replaceLookups(connection, key, before && keysOfTerm(before), keysOfTerm(now));
        if (now.sentences === 0)
            connection.run('DELETE FROM terms WHERE term = ?', key);
        else {
            const { sentences, capitals, lowers, spellings } = now;
            const form = Buffer.from(formOf(now));
            const row = [key, sentences, capitals, lowers, bytesOfCounts(spellings), form];
            connection.run('INSERT OR REPLACE INTO terms VALUES (?,?,?,?,?,?,?)', ...row, checksumOf(...row));
        }
    }
    return { added, turned };
}
function addNames(connection, { names }, turned, votesOf) {
    const write = (key, more) => {
        const known = nameRow(connection, key);
        const before = known?.name;
        const now = before && more ? sumOfNames(before, more) : (more ?? before);
        if (!now)
            return;
        const confirmed = now.sentences > 0 && isConfirmed(now, votesOf);
        const own = Buffer.from(key);
        const same = confirmed && known?.confirmed && headOf(known.name.spellings) === headOf(now.spellings);
        if (!same) {
            const old = known?.confirmed ? keysOfName(known.name) : [];
            replaceLookups(connection, own, old, confirmed ? keysOfName(now) : []);
        }
        if (now.sentences === 0)
            connection.run('DELETE FROM names WHERE key = ?', own);
        else {
            const { sentences, opening, spellings, contexts } = now;
            const [forms, votes] = [bytesOfCounts(spellings), bytesOfVotes(contexts)];
            const row = [own, sentences, opening, forms, votes, confirmed ? 1 : 0];
            connection.run('INSERT OR REPLACE INTO names VALUES (?,?,?,?,?,?,?)', ...row, checksumOf(...row));
        }
    };
    for (const [key, more] of names)
        write(key, more);
    for (const term of turned) {
        for (const key of namesOpening(connection, term))
            if (!names.has(key))
                write(key, undefined);
    }
}
/** Keys of names that are this term, or begin with it. */
function namesOpening(connection, term) {
    const bounds = [term, `${term} `, `${term}!`].map((bound) => Buffer.from(bound));
    const rows = connection.rows('SELECT CAST(key AS BLOB) FROM names WHERE key = ? OR (key >= ? AND key < ?)', ...bounds);
    return Array.from(rows, ([key]) => key.toString());
}
function replaceLookups(connection, key, before = [], now) {
    const has = (list, [lookup, value]) => list.some(([other, its]) => other === lookup && its === value);
    for (const one of before) {
        if (has(now, one))
            continue;
        const where = [kindOf(one[0]), Buffer.from(one[1]), key];
        connection.run('DELETE FROM name_keys WHERE kind = ? AND value = ? AND key = ?', ...where);
    }
    for (const one of now) {
        if (has(before, one))
            continue;
        connection.run('INSERT OR IGNORE INTO name_keys VALUES (?,?,?)', kindOf(one[0]), Buffer.from(one[1]), key);
    }
}
function addLongForms(connection, short, more) {
    const own = Buffer.from(short);
    const longs = new Map(longFormsIn(connection, short));
    for (const [long, by] of more)
        addTo(longs, long, by);
    if (longs.size === 0)
        connection.run('DELETE FROM abbreviations WHERE short = ?', own);
    else {
        const key = Buffer.from(keyOfLong(longs));
        connection.run('INSERT OR REPLACE INTO abbreviations VALUES (?,?,?)', own, bytesOfCounts(longs), key);
    }
}
/** A term as it was counted; `undefined` where there is none. Throws `CorruptIndexError`. */
export function termIn(connection, term) {
    const key = Buffer.from(term);
    const row = connection.row(TERM, key);
    if (!row)
        return undefined;
    const [sentences, capitals, lowers] = row.slice(0, 3).map(Number);
    const [spellings, form] = [bytes(row[3]), bytes(row[4])];
    check(row[5], [key, sentences, capitals, lowers, spellings, form]);
    return { term, sentences, capitals, lowers, spellings: countsOfBytes(spellings) };
}
const TERM = `SELECT sentences, capitals, lowers, CAST(spellings AS BLOB), CAST(form AS BLOB), checksum
  FROM terms WHERE term = ?`;
const NAME = `SELECT sentences, opening, CAST(spellings AS BLOB), CAST(contexts AS BLOB), confirmed, checksum
  FROM names WHERE key = ?`;
/** A name as it was counted, confirmed or not; `undefined` where there is none. Throws `CorruptIndexError`. */
export function nameRow(connection, key) {
    const own = Buffer.from(key);
    const row = connection.row(NAME, own);
    if (!row)
        return undefined;
    const [sentences, opening, confirmed] = [row[0], row[1], row[4]].map(Number);
    const [spellings, contexts] = [bytes(row[2]), bytes(row[3])];
    check(row[5], [own, sentences, opening, spellings, contexts, confirmed]);
    const name = {
        ...{ key, sentences, opening },
        spellings: countsOfBytes(spellings),
        contexts: votesOfBytes(contexts),
    };
    return { name, confirmed: confirmed === 1 };
}
function check(checksum, row) {
    if (checksumOf(...row) !== checksum)
        throw new CorruptIndexError('a word is not what was written');
}
export function longFormsIn(connection, short) {
    const row = connection.row('SELECT CAST(longs AS BLOB) FROM abbreviations WHERE short = ?', Buffer.from(short));
    return row && countsOfBytes(row[0]);
}
function sumOfTerms(a, b) {
    const sum = emptyTerm(a.term);
    for (const one of [a, b]) {
        sum.sentences += one.sentences;
        sum.capitals += one.capitals;
        sum.lowers += one.lowers;
        for (const [spelling, count] of one.spellings)
            addTo(sum.spellings, spelling, count);
    }
    return sum;
}
function sumOfNames(a, b) {
    const sum = emptyName(a.key);
    for (const one of [a, b]) {
        sum.sentences += one.sentences;
        sum.opening += one.opening;
        addVotes(sum.contexts, one.contexts);
        for (const [spelling, count] of one.spellings)
            addTo(sum.spellings, spelling, count);
    }
    return sum;
}
function bytesOfCounts(counts) {
    return bytesOfJson([...counts].flat());
}
function countsOfBytes(value) {
    const flat = jsonOfBytes(value);
    const counts = new Map();
    for (let i = 0; i < flat.length; i += 2)
        counts.set(flat[i], flat[i + 1]);
    return counts;
}
function bytesOfVotes(votes) {
    return bytesOfJson(NAME_TYPES.map((type) => votes[type]));
}
function votesOfBytes(value) {
    const [person = 0, place = 0, organisation = 0, other = 0] = jsonOfBytes(value);
    return { person, place, organisation, other };
}
