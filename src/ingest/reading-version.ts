/**
 * Raise it by one whenever a change makes a file be read, cut, or counted differently (readers, sentences, terms, names): every index
 * that an earlier version wrote is then built again. `test/ingest/reading-version.test.ts` fails when reading has changed
 * and the number has not.
 */
export const READING_VERSION = 4;
