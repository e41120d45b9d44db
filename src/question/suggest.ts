import { distance } from 'fastest-levenshtein';
import type { NameType, NearestName, QuestionKind } from '../model.ts';
import { fold } from '../text/fold.ts';
import { ARTICLES } from '../text/stop-words.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { headOf, type Vocabulary } from './vocabulary.ts';
import { wordsWithoutCase } from './words-without-case.ts';

interface Suggestion extends CatalogueEntry {
  /** Folded, words parted by one blank, hyphens and the Arabic article gone. */
  readonly folded: string;
}

/** What a kind of question is asked about: of names that fit as well these come first. */
const ASKED_ABOUT: Readonly<Partial<Record<QuestionKind, readonly NameType[]>>> = {
  who: ['person', 'organisation'],
  where: ['place'],
};

/**
 * Names of the archive for what was typed so far: those that begin so, those with a word that begins so, those within
 * a typo of it. Within each those of the type that is asked about, then the others; most mentioned first. With nothing
 * typed, all of them in that order. Of scripts without capital letters, where no word is known as a name, all words are
 * suggested, after the names.
 */
export function suggesterOf(
  catalogue: Catalogue,
  vocabulary: Pick<Vocabulary, 'entries'>,
): (typed: string, limit: number, kind: QuestionKind) => NearestName[] {
  const words = wordsWithoutCase(vocabulary).map(({ term, sentences, spellings }): Suggestion => {
    const name = headOf(spellings);
    // Also without the article that is written as one with it.
    return { name, sentences, type: 'other', folded: `${foldedOf(name)} ${term}` };
  });
  const names = catalogue.entries.map((entry): Suggestion => ({ ...entry, folded: foldedOf(entry.name) }));
  const suggestions = [...names, ...words];

  return (typed, limit, kind) => {
    const start = foldedOf(typed);
    const preferred = ASKED_ABOUT[kind];
    const tiers: Suggestion[][] = Array.from({ length: 2 * TIERS }, () => []);
    for (const suggestion of suggestions) {
      const fits = tierOf(suggestion.folded, start);
      if (fits === undefined) continue;
      const tier = tiers[2 * fits + (preferred?.includes(suggestion.type) ? 0 : 1)]!;
      if (tier.length < limit) tier.push(suggestion);
    }
    return tiers.flat().slice(0, limit).map(shown);
  };
}

const TIERS = 3;

/** How well a name fits: 0 begins so, 1 a word of it begins so, 2 within a typo; `undefined` not at all. */
function tierOf(name: string, start: string): number | undefined {
  if (name.startsWith(start)) return 0;
  if (name.includes(` ${start}`)) return 1;
  const slips = start.length >= 8 ? 2 : start.length >= 4 ? 1 : 0;
  if (slips === 0) return undefined;
  // What is typed is a beginning: compare it with beginnings of about its length.
  for (let length = start.length - slips; length <= start.length + slips; length++) {
    if (name.length >= length && distance(name.slice(0, length), start) <= slips) return 2;
  }
  return undefined;
}

function foldedOf(text: string): string {
  const words = text.split(/[\s\-‐‑]+/).map(fold);
  return words.filter((word, i) => word !== '' && !(i < words.length - 1 && ARTICLES.has(word))).join(' ');
}

function shown({ name, sentences }: Suggestion): NearestName {
  return { name, sentences };
}
