import type { Collection, NameType, Span } from '../model.ts';
import { catalogueOf } from '../question/catalogue.ts';
import { phraseType } from '../question/phrase-type.ts';
import { readVocabulary } from '../question/vocabulary.ts';
import { wordsOf } from '../text/words.ts';

/** A span of an article, and the type that people gave it. */
export interface GoldName extends Span {
  readonly article: string;
  readonly type: NameType;
}

/** Types what stands in a span of an article. */
export type Typer = (span: GoldName) => NameType;

/** What the archive's own catalogue says. */
export function catalogueTyper(collection: Collection): Typer {
  const catalogue = catalogueOf(readVocabulary(collection.documents));
  const documents = new Map(collection.documents.map((document) => [document.article.id, document]));
  return (span) => {
    const { article, sentences } = documents.get(span.article)!;
    const around = sentences.findLast(({ start }) => start <= span.start) ?? span;
    const end = Math.max(around.end, span.end);
    const words = wordsOf(article.text.slice(around.start, end), around.start);
    return phraseType(words, span, article.text, catalogue);
  };
}

export const TYPES_MEASURED = ['person', 'place', 'organisation'] as const;

export interface TypeScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

export interface TypeScores {
  readonly spans: number;
  readonly byType: Readonly<Record<(typeof TYPES_MEASURED)[number], TypeScore>>;
  /** Mean F1 of the three. */
  readonly macro: number;
}

export function typeScores(gold: readonly GoldName[], given: readonly NameType[]): TypeScores {
  const scoreOf = (type: NameType): TypeScore => {
    const right = gold.filter((one, i) => one.type === type && given[i] === type).length;
    const of = { gold: gold.filter((one) => one.type === type).length, given: given.filter((one) => one === type).length };
    return {
      precision: of.given === 0 ? 0 : right / of.given,
      recall: of.gold === 0 ? 0 : right / of.gold,
      f1: right === 0 ? 0 : (2 * right) / (of.gold + of.given),
      gold: of.gold,
    };
  };
  const byType = { person: scoreOf('person'), place: scoreOf('place'), organisation: scoreOf('organisation') };
  return { spans: gold.length, byType, macro: TYPES_MEASURED.reduce((sum, type) => sum + byType[type].f1, 0) / 3 };
}
