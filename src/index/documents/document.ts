import type { Article, Collection, Document, Sentence, Span } from '../../model/model.ts';
import { codeOf } from '../../text/languages/language.ts';
import { splitParagraphs } from '../../text/sentences/paragraphs.ts';
import { splitSentences } from '../../text/sentences/sentences.ts';

/** Where a text's paragraphs and sentences are; sentences never cross paragraphs. */
export interface Split {
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly (Span & { readonly paragraph: number })[];
}

/** A collection in memory: documents are numbered from 0, sentences are numbered through. */
export interface MemoryCollection extends Collection {
  /** By their numbers, which is reading order. */
  readonly documents: readonly Document[];
}

export function collect(articles: readonly Article[]): MemoryCollection {
  const documents: Document[] = [];
  /** By document: the number of its first sentence. */
  const firsts: number[] = [];
  let size = 0;
  for (const article of articles) {
    const document = documentOf(article, splitOf(article), documents.length, size);
    documents.push(document);
    firsts.push(size);
    size += document.sentences.length;
  }
  return {
    documents,
    articles: documents.length,
    size,
    document: (number) => there(documents[number], `article ${number}`),
    sentence(number) {
      const place = lastUpTo(firsts, number);
      return there(documents[place]?.sentences[number - firsts[place]!], `sentence ${number}`);
    },
    containing: (words) => documents.filter(({ article }) => article.text.includes(words)),
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

/** A number that nothing has any more is a mistake of ours, not of a user. */
export function there<T extends {}>(found: T | undefined, what: string): T {
  if (found === undefined) throw new RangeError(`the collection has no ${what}`);
  return found;
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
