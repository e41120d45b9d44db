import type { NameTypes } from '../../src/index/lexicon/name-types.ts';
import type { Span, Word } from '../../src/model/article.ts';
import type { NameType } from '../../src/model/query.ts';
import { isPlural, kindOfNoun } from '../../src/text/names/kinds-of-nouns.ts';
import { type NameRun, nameRuns } from '../../src/text/names/names.ts';

const PRONOUNS: ReadonlyMap<string, NameType> = new Map([
  ...'i me my he him his she her who'.split(' ').map((word) => [word, 'person'] as const),
  ...'we us our they them their'.split(' ').map((word) => [word, 'organisation'] as const),
  ...'here there'.split(' ').map((word) => [word, 'place'] as const),
]);

/**
 * The type of what a phrase of a text stands for: the type of the name that is its head ("President Hollande"), or what its head
 * noun says ("the foreign minister of France"). Several people are taken for an organisation. `words` are those of a
 * whole sentence or more, spans as in `text`.
 */
export function phraseType(
  words: readonly Word[],
  phrase: Span,
  text: string,
  nameTypes: NameTypes,
): NameType {
  const within = words.filter(({ start, end }) => start < phrase.end && end > phrase.start);
  // What the first word is bound to stands outside.
  const inside = within.map((word, i) => (i === 0 ? { ...word, bound: false } : word));
  if (inside.length === 1 && PRONOUNS.has(inside[0]!.folded)) return PRONOUNS.get(inside[0]!.folded)!;
  const runs = nameRuns(inside, text);
  const end = endOfHead(inside, runs, text);
  const typeIn = (from: number, to: number) => typeWithin(inside, from, to, { runs, text, nameTypes });
  const head = typeIn(0, end);
  if (head && head !== 'other') return head;
  return typeIn(end, inside.length) ?? head ?? 'other';
}

/** Where the first noun phrase ends: at a comma, or a function word outside a name. */
function endOfHead(words: readonly Word[], runs: readonly NameRun[], text: string): number {
  const inRun = (i: number) => runs.some(({ first, last }) => first < i && i < last);
  const begun = words.findIndex((word) => !word.stop);
  const end = words.findIndex(
    (word, i) => i > begun && begun >= 0 && !inRun(i) && (word.stop || !isNear(words, i, text)),
  );
  return end < 0 ? words.length : end;
}

function isNear(words: readonly Word[], i: number, text: string): boolean {
  return /^(?:\s+|[-‐‑/]|['’]s |\. )$/u.test(text.slice(words[i - 1]!.end, words[i]!.start));
}

/** The type of the last name or known noun among some words. */
function typeWithin(
  words: readonly Word[],
  from: number,
  to: number,
  { runs, text, nameTypes }: { runs: readonly NameRun[]; text: string; nameTypes: NameTypes },
): NameType | undefined {
  for (let i = to - 1; i >= from; i--) {
    const word = words[i]!;
    const run = runs.find(({ first, last }) => first <= i && i < last);
    const noun = kindOfNoun(word.folded);
    const several = noun === 'person' && isPlural(word.folded);
    if (several) return 'organisation';
    if (!run && noun) return noun;
    const type = run && nameTypes.typeOf(words.slice(run.first, run.last), text);
    if (type && type !== 'other') return type;
    if (run && noun) return noun;
    if (run && type) return type;
  }
  return undefined;
}
