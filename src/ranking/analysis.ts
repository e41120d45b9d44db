import { LRUCache } from 'lru-cache';
import type { Documents } from '../index/gathered-documents.ts';
import type { NameTypes } from '../index/lexicon/name-types.ts';
import type { Sentence, Span, Word } from '../model/article.ts';
import type { NameType } from '../model/query.ts';
import { dateSpans } from '../text/dates/dates.ts';
import { type Furniture, furnitureIn, isInProse, proseOf } from '../text/furniture/furniture.ts';
import { type Language, languageOf } from '../text/languages/language.ts';
import { type NameRun, nameRuns } from '../text/names/names.ts';
import { numberSpans } from '../text/numbers/numbers.ts';
import { compoundAt, termsOf, wordsOf } from '../text/tokens/words.ts';

/** A name in a sentence, with its type where that is known: looked up when it is first asked for, which few are. */
export interface TypedRun extends NameRun {
  readonly type: NameType | undefined;
}

/** A sentence as ranking sees it. Spans are relative to `text`. */
export interface Analysis {
  readonly text: string;
  readonly words: readonly Word[];
  /** Term to the indices of the words that have it; a hyphenated compound stands at its first word. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** Folded word, function words too, to the indices of its words. */
  readonly wording: ReadonlyMap<string, readonly number[]>;
  /** The names in its prose. */
  readonly runs: readonly TypedRun[];
  /** Whether menus, tags and the like make up the whole of it, or stand beside prose in it. */
  readonly furniture: Furniture;
  readonly dates: readonly Span[];
  readonly numbers: readonly Span[];
}

/** Sentences, paragraphs and titles as ranking sees them. */
export interface Analyses {
  of(sentence: Sentence): Analysis;
  /** Its terms alone, all that a neighbour is asked for. */
  termsOfSentence(sentence: Sentence): ReadonlySet<string>;
  termsOfParagraph(sentence: Sentence): ReadonlySet<string>;
  termsOfTitle(document: number): ReadonlySet<string>;
}

/** About 6 KB a sentence; a question looks at sixty. */
const MAX_CACHED_SENTENCES = 1_000;
/** About 1 KB each: of the sentences and their neighbours, of their paragraphs, and of the titles. */
const MAX_CACHED_TERMS = 2_000;
const MAX_CACHED_PARAGRAPHS = 500;

/** What is analysed once for all questions of a snapshot: an archive's questions come back to the same sentences. */
export interface AnalysisCache {
  readonly sentences: LRUCache<number, Analysis>;
  readonly terms: LRUCache<number, ReadonlySet<string>>;
  readonly paragraphs: LRUCache<string, ReadonlySet<string>>;
  readonly titles: LRUCache<number, ReadonlySet<string>>;
}

export function newAnalysisCache(): AnalysisCache {
  return {
    sentences: new LRUCache({ max: MAX_CACHED_SENTENCES }),
    terms: new LRUCache({ max: MAX_CACHED_TERMS }),
    paragraphs: new LRUCache({ max: MAX_CACHED_PARAGRAPHS }),
    titles: new LRUCache({ max: MAX_CACHED_PARAGRAPHS }),
  };
}

/** The analyses of what a question has gathered; the cache is of the same snapshot. */
export function analysesOf(
  documents: Pick<Documents, 'document'>,
  typeOf: NameTypes['typeOf'],
  cache: AnalysisCache = newAnalysisCache(),
): Analyses {
  const languageIn = (number: number) => languageOf(documents.document(number).article.language);
  const textOf = (number: number, span: Span) =>
    documents.document(number).article.text.slice(span.start, span.end);
  const termsOfSentence = (sentence: Sentence) =>
    cached(cache.terms, sentence.number, () =>
      termSet(textOf(sentence.document, sentence), languageIn(sentence.document)),
    );

  return {
    of: (sentence) =>
      cached(cache.sentences, sentence.number, () =>
        analyse(textOf(sentence.document, sentence), typeOf, languageIn(sentence.document)),
      ),
    termsOfSentence,
    termsOfParagraph(sentence) {
      const { document, paragraph } = sentence;
      const span = documents.document(document).paragraphs[paragraph]!;
      // Most paragraphs of news are one sentence.
      if (span.start === sentence.start && span.end === sentence.end) return termsOfSentence(sentence);
      return cached(cache.paragraphs, `${document}:${paragraph}`, () =>
        termSet(textOf(document, span), languageIn(document)),
      );
    },
    termsOfTitle: (document) =>
      cached(cache.titles, document, () => {
        const { article } = documents.document(document);
        return termSet(article.origin.title === 'opening words' ? '' : article.title, languageIn(document));
      }),
  };
}

export function analyse(text: string, typeOf: NameTypes['typeOf'], language?: Language): Analysis {
  const words = wordsOf(text, 0, language);
  // Read when first asked for: most questions ask for one kind of answer.
  const prose = once(() => proseOf(words, text));
  const furniture = once(() => furnitureIn(words, prose()));
  const wording = once(() => indicesOf(words, (word) => word.folded));
  const dates = once(() => dateSpans(text));
  const numbers = once(() => numberSpans(text));
  const runs = once(() => {
    const inProse = nameRuns(words, text).filter((run) => isInProse(run, prose()));
    return typed(inProse, words, text, typeOf);
  });
  return {
    text,
    words,
    positions: positionsOf(words),
    get wording() {
      return wording();
    },
    get furniture() {
      return furniture();
    },
    get runs() {
      return runs();
    },
    get dates() {
      return dates();
    },
    get numbers() {
      return numbers();
    },
  };
}

function once<T extends {}>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function typed(
  runs: readonly NameRun[],
  words: readonly Word[],
  text: string,
  typeOf: NameTypes['typeOf'],
): TypedRun[] {
  return runs.map((run) => {
    const type = once(() => ({ found: typeOf(words.slice(run.first, run.last), text) }));
    return {
      ...run,
      get type() {
        return type().found;
      },
    };
  });
}

function positionsOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const positions = indicesOf(words, (word) => (word.stop ? undefined : word.term));
  words.forEach((_, i) => {
    const compound = compoundAt(words, i);
    if (compound) push(positions, compound, i);
  });
  return positions;
}

function indicesOf(words: readonly Word[], keyOf: (word: Word) => string | undefined): Map<string, number[]> {
  const indices = new Map<string, number[]>();
  words.forEach((word, i) => {
    const key = keyOf(word);
    if (key !== undefined) push(indices, key, i);
  });
  return indices;
}

function push(indices: Map<string, number[]>, key: string, i: number): void {
  const list = indices.get(key);
  if (list) list.push(i);
  else indices.set(key, [i]);
}

function termSet(text: string, language: Language | undefined): Set<string> {
  return new Set(termsOf(text, language));
}

function cached<K extends {}, V extends {}>(cache: LRUCache<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
