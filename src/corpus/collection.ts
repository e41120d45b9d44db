import type { Article, Collection, Document, Sentence, Span } from '../model.ts';
import { codeOf } from '../text/language.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';

/** Where a text's paragraphs and sentences are; sentences never cross paragraphs. */
export interface Split {
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
}

/** A split that was made before: most articles are never looked into, so it is only read when it is asked for. */
export interface KnownSplit {
  /** How many sentences it has. */
  readonly size: number;
  read(): Split;
}

/** Splits that were made before. */
export interface KnownSplits {
  get(article: Article): KnownSplit | undefined;
}

/** Articles with their paragraphs and sentences, sentences numbered through in reading order. */
export function collect(articles: readonly Article[], known?: KnownSplits): Collection {
  const collecting = collectingOf(known);
  for (const article of articles) collecting.add(article);
  return collecting.collection;
}

/** The same article by article, for who can't wait for all of them at once. */
export function collectingOf(known?: KnownSplits) {
  const documents: Document[] = [];
  /** By document: the number of its first sentence. */
  const firsts: number[] = [];
  let size = 0;
  const collection: Collection = {
    documents,
    sentence(number) {
      const document = lastUpTo(firsts, number);
      return documents[document]!.sentences[number - firsts[document]!]!;
    },
    get size() {
      return size;
    },
  };
  return {
    collection,
    add(article: Article): Document {
      const split = known?.get(article) ?? madeNow(article);
      const document = numbered(article, split, documents.length, size);
      documents.push(document);
      firsts.push(size);
      size += split.size;
      return document;
    },
  };
}

export function splitOf({ text, language }: Pick<Article, 'text' | 'language'>): Split {
  const code = codeOf(language);
  const paragraphs = splitParagraphs(text);
  const sentences = paragraphs.flatMap((within, paragraph) =>
    splitSentences(text, within, code).map(({ start, end }) => ({ start, end, paragraph })),
  );
  return { paragraphs, sentences };
}

function madeNow(article: Article): KnownSplit {
  const split = splitOf(article);
  return { size: split.sentences.length, read: () => split };
}

function numbered(article: Article, split: KnownSplit, document: number, firstNumber: number): Document {
  let spans: Pick<Document, 'paragraphs' | 'sentences'> | undefined;
  const read = () => {
    spans ??= spansOf(split.read(), document, firstNumber);
    return spans;
  };
  return {
    article,
    get paragraphs() {
      return read().paragraphs;
    },
    get sentences() {
      return read().sentences;
    },
  };
}

function spansOf({ paragraphs, sentences }: Split, document: number, firstNumber: number) {
  return {
    paragraphs,
    sentences: sentences.map(({ start, end, paragraph }, ordinal): Sentence => {
      return { start, end, number: firstNumber + ordinal, document, paragraph, ordinal };
    }),
  };
}

/** The last place of a sorted list whose value is not above `value`: of equals (an article without sentences), the last. */
function lastUpTo(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
