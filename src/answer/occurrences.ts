import type { Occurrences } from '../model/answer.ts';
import type { Concept } from '../model/query.ts';
import type { QueryContext } from '../ranking/evidence.ts';
import { wordsOf } from '../text/tokens/words.ts';

/** The numbers of all sentences that hold a term of the index, ascending. */
export type Holding = (term: string) => Uint32Array;

/** The rarest words say what is missing; more of them are hard to read. */
const MOST = 4;

/** The names and words of a question that say what is missing: its rarest ones. */
export function rarestOf(query: QueryContext): NameOrWord[] {
  return groupsOf(query)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
}

/** How often the rarest names and words of a question occur, and how often together in one sentence. */
export function occurrencesOf(rarest: readonly NameOrWord[], holding: Holding): Occurrences {
  const held = rarest
    .map(({ word, concepts }) => ({ word, numbers: inAll(concepts.map((one) => holders(one, holding))) }))
    .sort((a, b) => a.numbers.length - b.numbers.length);
  return {
    words: held.map(({ word, numbers }) => ({ word, sentences: numbers.length })),
    together: inAll(held.map(({ numbers }) => numbers)).length,
  };
}

/** A name whole, or a word. */
export interface NameOrWord {
  /** As it was typed. */
  readonly word: string;
  readonly concepts: readonly Concept[];
  /** Of its rarest word, as `QueryContext.weights`. */
  readonly weight: number;
}

/** Names whole, other words one by one; each once. */
function groupsOf({ question: { text, names }, concepts, weights }: QueryContext): NameOrWord[] {
  const groups = new Map<string, NameOrWord>();
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

/** The sentences that hold a concept, ascending: where all terms of one of its alternatives are. */
export function holders({ alternatives }: Concept, holding: Holding): Uint32Array {
  return alternatives.map((terms) => inAll(terms.map(holding))).reduce(inEither, new Uint32Array());
}

/** The numbers that all of some ascending lists hold. */
export function inAll(lists: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(), ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce(inBoth, first);
}

/** Of two ascending lists what both hold; the first is the shorter one. */
function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length);
  let count = 0;
  let at = 0;
  for (const number of a) {
    at = firstFrom(b, number, at);
    if (b[at] === number) both[count++] = number;
  }
  return both.subarray(0, count);
}

/** The place of the first number from `at` on that isn't below `least`: in steps that double, since most are far apart. */
export function firstFrom(numbers: Uint32Array, least: number, at: number): number {
  let step = 1;
  let low = at;
  while (low + step < numbers.length && numbers[low + step]! < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(numbers.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of two ascending lists what either holds, once. */
function inEither(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const either = new Uint32Array(a.length + b.length);
  let count = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    either[count++] = Math.min(left, right);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const rest = i < a.length ? a.subarray(i) : b.subarray(j);
  either.set(rest, count);
  return either.subarray(0, count + rest.length);
}
