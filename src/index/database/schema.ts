/** Every table of an index. Each column is a number or bytes: libsql ends the process where corrupt text isn't UTF-8. */

/** Of the tables below: raise it when they change. An index of another format is built again. */
export const FORMAT = 5;

/** `about` has one row: what wrote the index (`versions`), and whether all files have been read once (`complete`). */
const ABOUT = `
  CREATE TABLE about (versions BLOB NOT NULL, complete INTEGER NOT NULL, checksum INTEGER NOT NULL);`;

/** The files of the corpus as they were read; `reading` and `flaws` are JSON. */
const FILES = `
  CREATE TABLE files (
    id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, reading BLOB NOT NULL, flaws BLOB NOT NULL,
    articles INTEGER NOT NULL, checksum INTEGER NOT NULL
  );`;

/**
 * What is short of each article, in its own table, so that lists and filters read little; and what is long. An article's
 * number, and those of its sentences from `first` on, are never given again, and what stands under a number never
 * changes. Checksums are of whole rows, row numbers among them.
 */
const DOCUMENTS = `
  CREATE TABLE articles (
    number INTEGER PRIMARY KEY, first INTEGER NOT NULL, sentences INTEGER NOT NULL, file INTEGER NOT NULL,
    place INTEGER NOT NULL, line INTEGER NOT NULL, active INTEGER NOT NULL, id BLOB NOT NULL, mark BLOB NOT NULL,
    published BLOB NOT NULL, publisher BLOB NOT NULL, language BLOB NOT NULL,
    text_mark BLOB NOT NULL, findable BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE INDEX articles_of_file ON articles (file, place);
  CREATE INDEX articles_by_id ON articles (id);
  CREATE INDEX articles_by_mark ON articles (mark);
  CREATE INDEX articles_by_text ON articles (text_mark) WHERE active = 1;
  CREATE INDEX articles_newest ON articles (published DESC, id) WHERE active = 1;
  CREATE INDEX articles_by_publisher ON articles (publisher) WHERE active = 1;
  CREATE INDEX articles_by_language ON articles (language) WHERE active = 1;
  CREATE INDEX articles_inactive ON articles (file) WHERE active = 0;
  CREATE TABLE texts (
    number INTEGER PRIMARY KEY, fields BLOB NOT NULL, text BLOB NOT NULL, spans BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE totals (
    articles INTEGER NOT NULL, sentences INTEGER NOT NULL, next_number INTEGER NOT NULL, next_first INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  );`;

/** The marks by which an active article is found by those that are the same: some 65 bytes an article. */
const DUPLICATES = `
  CREATE TABLE duplicate_marks (mark INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (mark, number)) WITHOUT ROWID;`;

/** What `TermStats` counts, and the keys by which terms and confirmed names are found. Spellings and votes are JSON. */
const LEXICON = `
  CREATE TABLE terms (
    term BLOB PRIMARY KEY, sentences INTEGER NOT NULL, capitals INTEGER NOT NULL, lowers INTEGER NOT NULL,
    spellings BLOB NOT NULL, form BLOB NOT NULL, checksum INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE names (
    key BLOB PRIMARY KEY, sentences INTEGER NOT NULL, opening INTEGER NOT NULL, spellings BLOB NOT NULL,
    contexts BLOB NOT NULL, confirmed INTEGER NOT NULL, checksum INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX names_mentioned ON names (sentences DESC, key) WHERE confirmed = 1;
  CREATE TABLE name_keys (
    kind INTEGER NOT NULL, value BLOB NOT NULL, key BLOB NOT NULL, PRIMARY KEY (kind, value, key)
  ) WITHOUT ROWID;
  CREATE TABLE abbreviations (short BLOB PRIMARY KEY, longs BLOB NOT NULL, key BLOB NOT NULL) WITHOUT ROWID;
  CREATE INDEX abbreviations_by_key ON abbreviations (key);`;

/** Which segment files count, and which of their documents don't any more. */
const SEGMENTS = `
  CREATE TABLE segments (
    first INTEGER PRIMARY KEY, last INTEGER NOT NULL, sentences INTEGER NOT NULL, file BLOB NOT NULL,
    checksum INTEGER NOT NULL
  );
  CREATE TABLE deletes (document INTEGER PRIMARY KEY, sentences INTEGER NOT NULL, checksum INTEGER NOT NULL);`;

export const SCHEMA = [ABOUT, FILES, DOCUMENTS, DUPLICATES, LEXICON, SEGMENTS].join('');
