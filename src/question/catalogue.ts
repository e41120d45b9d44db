import type { NameType, NearestName, Word } from '../model.ts';
import { fold } from '../text/fold.ts';
import { shapeOf } from '../text/name-shapes.ts';
import { addVotes, noVotes, strongest, sumOf, type Votes } from '../text/name-votes.ts';
import { soundOf } from './spelling.ts';
import { headOf, keyOf, type Name, type Vocabulary } from './vocabulary.ts';

/** A name with all its spellings. `name` is the commonest of them. */
export interface CatalogueEntry extends NearestName {
  readonly type: NameType;
}

/** The names that an archive holds, each of one type. */
export interface Catalogue {
  /** Most mentioned first. */
  readonly entries: readonly CatalogueEntry[];
  /** By the key of each spelling (`Name.key`). */
  readonly types: ReadonlyMap<string, NameType>;
  /** The type of a name in `text`: as the archive votes, of one that it doesn't know by its own words. */
  typeOf(words: readonly Word[], text: string): NameType | undefined;
}

export function catalogueOf(vocabulary: Vocabulary): Catalogue {
  const groups = groupsOf(vocabulary);
  voteByRelations(groups, vocabulary);
  const types = new Map<string, NameType>();
  const entries = groups.all.map((group) => {
    const type = strongest(group.votes, LEAST) ?? 'other';
    for (const { key } of group.names) types.set(key, type);
    return { name: group.head, sentences: group.sentences, type };
  });
  entries.sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1));
  return { entries, types, typeOf: typerOf(types) };
}

export function typerOf(types: Catalogue['types']): Catalogue['typeOf'] {
  return (words, text) => types.get(keyOf(words)) ?? strongest(shapeOf(words, text).votes, SURE);
}

/** Fewer points than this are a guess: such a name is `other`. */
const LEAST = 0.35;
/** Contexts of many places count at most this, as much as a head noun does; those of a single one half as much. */
const MOST_BY_CONTEXT = 4;

/** Names that are one, with what speaks for its type. */
interface Group {
  readonly names: readonly Name[];
  readonly head: string;
  readonly sentences: number;
  readonly votes: Votes;
}

interface Groups {
  readonly all: readonly Group[];
  readonly byKey: ReadonlyMap<string, Group>;
}

function groupsOf({ names }: Vocabulary): Groups {
  const bySound = new Map<string, Name[]>();
  for (const name of names.values()) {
    const sound = soundOfName(name);
    const same = bySound.get(sound);
    if (same) same.push(name);
    else bySound.set(sound, [name]);
  }
  const byKey = new Map<string, Group>();
  const all = [...bySound.values()].map((same) => {
    const group = groupOf(same);
    for (const { key } of same) byKey.set(key, group);
    return group;
  });
  return { all, byKey };
}

function groupOf(names: readonly Name[]): Group {
  const [first] = names;
  const most = names.reduce((a, b) => (b.sentences > a.sentences ? b : a), first!);
  const contexts = noVotes();
  for (const name of names) addVotes(contexts, name.contexts);
  const votes = { ...most.shape };
  addVotes(votes, contexts, MOST_BY_CONTEXT / (sumOf(contexts) + 2));
  return {
    names,
    head: headOf(most.spellings),
    sentences: names.reduce((sum, { sentences }) => sum + sentences, 0),
    votes,
  };
}

/** Shorter names that sound alike are others: Mali and Male. */
const SHORTEST_ALIKE = 6;
/** George II is not George III. */
const NUMERAL = /^[ivxlc]+$/;

/**
 * What spellings of one name have in common: Latakia and Latakiya, Hussein and Husein, al-Nusra and Alnusra. Vowels and
 * doubled letters only: with the consonants as well that a misspelt question may change, Luther is Luder.
 */
function soundOfName({ key, spellings }: Name): string {
  const words = headOf(spellings)
    .split(/[\s\-‐‑]+/)
    .map((word) => fold(word).replace(/[^\p{L}\p{N}]/gu, ''));
  const written = words.join('').replace(/^al(?=.{5})/, '');
  const alone =
    written.length < SHORTEST_ALIKE || /[^a-z]/.test(written) || words.some((word) => NUMERAL.test(word));
  return alone ? `= ${key}` : soundOf(written, false);
}

/** Names vouch for each other: a full name for the family name, "Idlib province" for Idlib, a long form for HTS. */
function voteByRelations({ all, byKey }: Groups, { shortForms }: Vocabulary): void {
  const families = new Map<string, number>();
  for (const { names, votes } of all) {
    const type = strongest(votes, SURE);
    if (type !== 'person' && type !== 'place') continue;
    for (const { key, core, sentences } of names) {
      const proper = core === key ? undefined : byKey.get(core);
      if (proper) proper.votes[type] += 2;
      const family = core.slice(core.lastIndexOf(' ') + 1);
      if (type === 'person' && family !== core) families.set(family, (families.get(family) ?? 0) + sentences);
    }
  }
  for (const [family, sentences] of families) {
    const group = byKey.get(family);
    // "the monitor told AFP" makes no person of AFP.
    const sure = group && strongest(group.votes, SURE);
    if (group && (sure === undefined || sure === 'person'))
      group.votes.person += Math.min(3, 1 + sentences / 2);
  }
  for (const [key, short] of shortForms) {
    const [long, abbreviated] = [byKey.get(key), byKey.get(short)];
    // What has a short form is mostly a body; a country has its own points.
    if (long) long.votes.organisation += 1.5;
    if (abbreviated && long) addVotes(abbreviated.votes, long.votes);
    else if (abbreviated) abbreviated.votes.organisation += 1.5;
  }
}

/** From here on a name vouches for others. */
const SURE = 2;
