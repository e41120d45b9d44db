import type { Article, Collection, Document, Sentence } from '../model.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';

/** Articles with their paragraphs and sentences, sentences numbered through in reading order. */
export function collect(articles: readonly Article[]): Collection {
  const documents: Document[] = [];
  const sentences: Sentence[] = [];
  for (const article of articles) {
    const document = documentOf(article, documents.length, sentences.length);
    documents.push(document);
    for (const sentence of document.sentences) sentences.push(sentence);
  }
  return { documents, sentences };
}

function documentOf(article: Article, document: number, firstNumber: number): Document {
  const paragraphs = splitParagraphs(article.text);
  const sentences: Sentence[] = [];
  paragraphs.forEach((within, paragraph) => {
    for (const span of splitSentences(article.text, within)) {
      const ordinal = sentences.length;
      sentences.push({ ...span, number: firstNumber + ordinal, document, paragraph, ordinal });
    }
  });
  return { article, paragraphs, sentences };
}
