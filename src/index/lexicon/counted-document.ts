import type { Document } from '../../model/article.ts';
import { NAME_TYPES } from '../../model/query.ts';
import { addVotes, noVotes, type Votes } from '../../text/names/name-votes.ts';
import type { DocumentWords } from '../document-words.ts';
import type { Gathering } from '../engines/segments/postings/gathered-terms.ts';
import { ByteReader } from '../engines/segments/postings/varint.ts';
import { addTo, emptyName, emptyTerm, TermStats, valueIn } from './term-stats.ts';

/**
 * What `TermStats` counts in one article, counted in one thread to be added to other counts in another.
 *
 *     article = list of terms, list of names, list of abbreviations     each list after its length
 *     term    = word sentences capitals lowers counts
 *     name    = word sentences opening votes counts                     votes: four, in thousandths, zigzag
 *     abbreviation = word counts
 *     counts  = list of: word times
 *
 * Everything is a varint; a word is a number of the vocabulary.
 */
export interface CountedDocument {
  /** What the numbers of words stand for. */
  readonly words: readonly string[];
  readonly bytes: Uint8Array;
}

/** Appends what is counted in an article as `CountedDocument.bytes`. */
export function countDocument(document: Document, words: DocumentWords, { vocabulary, to }: Gathering): void {
  const stats = new TermStats();
  stats.count(document, 1, words);
  const write = (...numbers: readonly number[]) => {
    for (const number of numbers) to.varint(number);
  };
  const writeCounts = (counts: ReadonlyMap<string, number>) => {
    write(counts.size);
    for (const [word, times] of counts) write(vocabulary.numberOf(word), times);
  };
  write(stats.terms.size);
  for (const { term, sentences, capitals, lowers, spellings } of stats.terms.values()) {
    write(vocabulary.numberOf(term), sentences, capitals, lowers);
    writeCounts(spellings);
  }
  write(stats.names.size);
  for (const { key, sentences, opening, contexts, spellings } of stats.names.values()) {
    write(vocabulary.numberOf(key), sentences, opening);
    write(...NAME_TYPES.map((type) => zigzag(Math.round(contexts[type] * VOTE_STEPS))));
    writeCounts(spellings);
  }
  write(stats.longForms.size);
  for (const [short, longs] of stats.longForms) {
    write(vocabulary.numberOf(short));
    writeCounts(longs);
  }
}

/** Adds what was counted in an article, as `stats.count` would. */
export function addCounted(stats: TermStats, { words, bytes }: CountedDocument): void {
  const reader = new ByteReader(bytes);
  const word = () => words[reader.varint()]!;
  const eachOf = (read: () => void) => {
    for (let left = reader.varint(); left > 0; left--) read();
  };
  eachOf(() => {
    const term = word();
    const entry = valueIn(stats.terms, term, () => emptyTerm(term));
    entry.sentences += reader.varint();
    entry.capitals += reader.varint();
    entry.lowers += reader.varint();
    eachOf(() => stats.countSpelling(entry, word(), reader.varint()));
  });
  eachOf(() => {
    const key = word();
    const name = valueIn(stats.names, key, () => emptyName(key));
    name.sentences += reader.varint();
    name.opening += reader.varint();
    addVotes(name.contexts, votesFrom(reader));
    eachOf(() => stats.countSpelling(name, word(), reader.varint()));
  });
  eachOf(() => {
    const longs = valueIn(stats.longForms, word(), () => new Map<string, number>());
    eachOf(() => addTo(longs, word(), reader.varint()));
  });
}

/** `addVotes` rounds to these. */
const VOTE_STEPS = 1_000;

function votesFrom(reader: ByteReader): Votes {
  const votes = noVotes();
  for (const type of NAME_TYPES) votes[type] = unzigzag(reader.varint()) / VOTE_STEPS;
  return votes;
}

/** Whole numbers of either sign as whole numbers from 0: 0, -1, 1, -2, … */
function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}
