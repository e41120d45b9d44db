import { NAME_TYPES } from '../model.ts';
import type { Votes } from '../text/name-votes.ts';
import type { Entry, Name, Vocabulary } from './vocabulary.ts';

/** The words of a vocabulary; its numbers are in columns beside them, in the same order. */
interface Words {
  readonly terms: readonly string[];
  readonly keys: readonly string[];
  /** By name; 0 where it is the key. */
  readonly cores: readonly (string | 0)[];
  /** Of all terms, then of all names. */
  readonly spellings: readonly string[];
  readonly longForms: readonly (readonly [string, string])[];
  readonly shortForms: readonly (readonly [string, string])[];
}

/** How many sections a vocabulary is. */
export const SECTIONS = 6;

/** A vocabulary as sections of bytes. */
export function sectionsOf({ entries, names, longForms, shortForms }: Vocabulary): Uint8Array[] {
  const ofTerms = [...entries.values()];
  const ofNames = [...names.values()];
  const spelled = [...ofTerms, ...ofNames].map(({ spellings }) => spellings);
  const words: Words = {
    terms: ofTerms.map(({ term }) => term),
    keys: ofNames.map(({ key }) => key),
    cores: ofNames.map(({ key, core }) => (core === key ? 0 : core)),
    spellings: spelled.flatMap((spellings) => [...spellings.keys()]),
    longForms: [...longForms],
    shortForms: [...shortForms],
  };
  const columns = [
    Uint32Array.from(ofTerms.flatMap(({ sentences, capitals, lowers }) => [sentences, capitals, lowers])),
    Uint32Array.from(ofNames.map(({ sentences }) => sentences)),
    Uint32Array.from(spelled.map(({ size }) => size)),
    Uint32Array.from(spelled.flatMap((spellings) => [...spellings.values()])),
    Float64Array.from(ofNames.flatMap(({ shape, contexts }) => [...pointsOf(shape), ...pointsOf(contexts)])),
  ];
  return [Buffer.from(JSON.stringify(words)), ...columns.map(({ buffer }) => new Uint8Array(buffer))];
}

/** The vocabulary of these sections; each of them begins at a multiple of 8 in its memory. */
export function vocabularyOf(sections: readonly Uint8Array<ArrayBuffer>[]): Vocabulary {
  const words = JSON.parse(Buffer.from(sections[0]!).toString()) as Words;
  const [ofTerms, ofNames, sizes, counts] = sections.slice(1, 5).map(numbersIn) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const { buffer, byteOffset, length } = sections[5]!;
  const points = new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
  const { terms, keys, cores } = words;
  const spelled: Spelled = { words: words.spellings, counts, ends: endsOf(sizes) };
  const entries = new Map<string, Entry>();
  terms.forEach((term, i) => {
    entries.set(term, new KeptEntry(term, ofTerms, i, spelled));
  });
  const names = new Map<string, Name>();
  const columns: Columns = { points, sentences: ofNames, spelled, terms: terms.length };
  keys.forEach((key, i) => {
    names.set(key, new KeptName(key, cores[i] === 0 ? key : cores[i]!, i, columns));
  });
  return { entries, names, longForms: new Map(words.longForms), shortForms: new Map(words.shortForms) };
}

/** The spellings of all, and by term or name where its own end. */
interface Spelled {
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  readonly ends: Uint32Array;
}

function endsOf(sizes: Uint32Array): Uint32Array {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return end;
  });
}

/** Few are ever looked at: the map is made when it is. */
function spellingsAt({ words, counts, ends }: Spelled, place: number): Map<string, number> {
  const spellings = new Map<string, number>();
  for (let i = ends[place - 1] ?? 0; i < ends[place]!; i++) spellings.set(words[i]!, counts[i]!);
  return spellings;
}

class KeptEntry implements Entry {
  readonly term: string;
  readonly sentences: number;
  readonly capitals: number;
  readonly lowers: number;
  private readonly place: number;
  private readonly spelled: Spelled;

  constructor(term: string, numbers: Uint32Array, place: number, spelled: Spelled) {
    this.term = term;
    this.sentences = numbers[3 * place]!;
    this.capitals = numbers[3 * place + 1]!;
    this.lowers = numbers[3 * place + 2]!;
    this.place = place;
    this.spelled = spelled;
  }

  get spellings(): Map<string, number> {
    return spellingsAt(this.spelled, this.place);
  }
}

/** What the names of a vocabulary have in common. */
interface Columns {
  readonly points: Float64Array;
  readonly sentences: Uint32Array;
  readonly spelled: Spelled;
  /** Terms, whose spellings stand before those of names. */
  readonly terms: number;
}

class KeptName implements Name {
  readonly key: string;
  readonly core: string;
  readonly sentences: number;
  private readonly place: number;
  private readonly columns: Columns;

  constructor(key: string, core: string, place: number, columns: Columns) {
    this.key = key;
    this.core = core;
    this.sentences = columns.sentences[place]!;
    this.place = place;
    this.columns = columns;
  }

  get shape(): Votes {
    return votesOf(this.columns.points, 2 * TYPES * this.place);
  }
  get contexts(): Votes {
    return votesOf(this.columns.points, TYPES * (2 * this.place + 1));
  }
  get spellings(): Map<string, number> {
    return spellingsAt(this.columns.spelled, this.columns.terms + this.place);
  }
}

const TYPES = NAME_TYPES.length;

function pointsOf(votes: Votes): number[] {
  return NAME_TYPES.map((type) => votes[type]);
}

function votesOf(points: Float64Array, from: number): Votes {
  const [person, place, organisation, other] = points.subarray(from, from + TYPES);
  return { person: person!, place: place!, organisation: organisation!, other: other! };
}

function numbersIn({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / Uint32Array.BYTES_PER_ELEMENT);
}
