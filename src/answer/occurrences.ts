import type { Concept, Occurrences, Question } from '../model.ts';
import { wordsOf } from '../text/words.ts';
import { mustBeHeld } from './statements.ts';

/** The numbers of all sentences that hold a term of the index. */
export type Holding = (term: string) => ReadonlySet<number>;

/** The rarest words say what is missing; more of them are hard to read. */
const MOST = 4;

/** How often the names and words of a question occur, the rarest of them, and how often together in one sentence. */
export function occurrencesOf(question: Question, holding: Holding): Occurrences {
  const held = groupsOf(question)
    .map(({ word, concepts }) => ({ word, numbers: inAll(concepts.map((one) => holders(one, holding))) }))
    .sort((a, b) => a.numbers.size - b.numbers.size)
    .slice(0, MOST);
  return {
    words: held.map(({ word, numbers }) => ({ word, sentences: numbers.size })),
    together: inAll(held.map(({ numbers }) => numbers)).size,
  };
}

interface Group {
  /** As it was typed. */
  readonly word: string;
  readonly concepts: readonly Concept[];
}

/** Names whole, other words one by one; each once, without "how many". */
function groupsOf(question: Question): Group[] {
  const { text, concepts, names } = question;
  const groups = new Map<string, Group>();
  const named = new Set<Concept>();
  for (const { typed } of names) {
    const words = new Set(wordsOf(typed).map(({ folded }) => folded));
    const inside = concepts.filter((one) => words.has(one.typed));
    for (const one of inside) named.add(one);
    if (inside.length > 0) groups.set(typed.toLowerCase(), { word: typed, concepts: inside });
  }
  for (const { start, end, folded } of wordsOf(text)) {
    const concept = concepts.find((one) => one.typed === folded);
    if (!concept || named.has(concept) || groups.has(folded) || !isTelling(concept, question)) continue;
    groups.set(folded, { word: text.slice(start, end), concepts: [concept] });
  }
  return [...groups.values()];
}

function isTelling(concept: Concept, { focus: _, ...question }: Question): boolean {
  return mustBeHeld(concept, question);
}

/** A concept is held where all terms of one of its ways are. */
function holders({ ways }: Concept, holding: Holding): ReadonlySet<number> {
  return new Set(ways.flatMap((way) => [...inAll(way.map(holding))]));
}

function inAll(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...first].filter((number) => others.every((other) => other.has(number))));
}
