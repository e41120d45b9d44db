import type { Article, Document, Sentence, Span } from '../../model/article.ts';
import { codeOf } from '../../text/languages/language.ts';
import { splitParagraphs } from '../../text/sentences/paragraphs.ts';
import { splitSentences } from '../../text/sentences/sentences.ts';

/** Where a text's paragraphs and sentences are; sentences never cross paragraphs. */
export interface Split {
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
}

/** Articles as documents: numbered from 0, their sentences numbered through. */
export function numberedDocuments(articles: readonly Article[]): Document[] {
  let first = 0;
  return articles.map((article, number) => {
    const document = documentOf(article, splitOf(article), number, first);
    first += document.sentences.length;
    return document;
  });
}

/** Cuts a text into paragraphs and sentences. */
export function splitOf({ text, language }: Pick<Article, 'text' | 'language'>): Split {
  const code = codeOf(language);
  const paragraphs = splitParagraphs(text);
  const sentences = paragraphs.flatMap((within, paragraph) =>
    splitSentences(text, within, code).map(({ start, end }) => ({ start, end, paragraph })),
  );
  return { paragraphs, sentences };
}

/** An article of this number whose first sentence has that one. */
export function documentOf(article: Article, split: Split, number: number, firstNumber: number): Document {
  return {
    article,
    number,
    paragraphs: split.paragraphs,
    sentences: split.sentences.map(({ start, end, paragraph }, ordinal): Sentence => {
      return { start, end, number: firstNumber + ordinal, document: number, paragraph, ordinal };
    }),
  };
}
