import type { Article, Collection, Document, Sentence, Span } from '../model.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';

/** Where a text's paragraphs and sentences are; sentences never cross paragraphs. */
export interface Split {
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
}

/** Splits that were made before. */
export interface KnownSplits {
  get(article: Article): Split | undefined;
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
  const sentences: Sentence[] = [];
  return {
    collection: { documents, sentences } as Collection,
    add(article: Article): Document {
      const split = known?.get(article) ?? splitOf(article.text);
      const document = numbered(article, split, documents.length, sentences.length);
      documents.push(document);
      for (const sentence of document.sentences) sentences.push(sentence);
      return document;
    },
  };
}

export function splitOf(text: string): Split {
  const paragraphs = splitParagraphs(text);
  const sentences = paragraphs.flatMap((within, paragraph) =>
    splitSentences(text, within).map(({ start, end }) => ({ start, end, paragraph })),
  );
  return { paragraphs, sentences };
}

function numbered(article: Article, split: Split, document: number, firstNumber: number): Document {
  const { paragraphs } = split;
  const sentences = split.sentences.map(({ start, end, paragraph }, ordinal) => {
    return { start, end, number: firstNumber + ordinal, document, paragraph, ordinal };
  });
  return { article, paragraphs, sentences };
}
