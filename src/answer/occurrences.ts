import type { Concept, Occurrences } from '../model.ts';
import type { Asked } from '../ranking/evidence.ts';
import { wordsOf } from '../text/words.ts';

/** The numbers of all sentences that hold a term of the index. */
export type Holding = (term: string) => ReadonlySet<number>;

/** The rarest words say what is missing; more of them are hard to read. */
const MOST = 4;

/** How often the names and words of a question occur, the rarest of them, and how often together in one sentence. */
export function occurrencesOf(asked: Asked, holding: Holding): Occurrences {
  const held = groupsOf(asked)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ word, concepts }) => ({ word, numbers: inAll(concepts.map((one) => holders(one, holding))) }))
    .sort((a, b) => a.numbers.size - b.numbers.size);
  return {
    words: held.map(({ word, numbers }) => ({ word, sentences: numbers.size })),
    together: inAll(held.map(({ numbers }) => numbers)).size,
  };
}

interface Group {
  /** As it was typed. */
  readonly word: string;
  readonly concepts: readonly Concept[];
  /** Of its rarest word, as `Asked.weights`. */
  readonly weight: number;
}

/** Names whole, other words one by one; each once. */
function groupsOf({ question: { text, names }, concepts, weights }: Asked): Group[] {
  const groups = new Map<string, Group>();
  const grouped = new Set<Concept>();
  const group = (word: string, words: ReadonlySet<string>) => {
    const inside = concepts.filter((one) => words.has(one.typed) && !grouped.has(one));
    for (const one of inside) grouped.add(one);
    const weight = Math.max(...inside.map((one) => weights[concepts.indexOf(one)]!));
    if (inside.length > 0) groups.set(word, { word, concepts: inside, weight });
  };
  for (const { typed } of names) group(typed, new Set(wordsOf(typed).map(({ folded }) => folded)));
  for (const { start, end, folded } of wordsOf(text)) group(text.slice(start, end), new Set([folded]));
  return [...groups.values()];
}

/** A concept is held where all terms of one of its ways are. */
function holders({ ways }: Concept, holding: Holding): ReadonlySet<number> {
  return new Set(ways.flatMap((way) => [...inAll(way.map(holding))]));
}

function inAll(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...first].filter((number) => others.every((other) => other.has(number))));
}
