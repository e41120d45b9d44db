import { marksOf } from '../../ingest/duplicates/near-duplicates.ts';
import type { Item } from '../../ingest/formats/reader.ts';
import type { Article } from '../../model/article.ts';
import { codeOf } from '../../text/languages/language.ts';
import { bytesOfJson, bytesOfSplit, bytesOfText } from '../database/encoding.ts';
import type { GatheredTerms } from '../engines/segments/postings/gathered-terms.ts';
import type { CountedDocument } from '../lexicon/counted-document.ts';
import { splitOf } from './document.ts';
import { findableAs, markOf, textMarkOf } from './metadata.ts';

/** All that an index keeps of an article, but for numbers, which only the writer of the index gives. */
export interface PreparedArticle {
  readonly rows: PreparedRows;
  readonly terms: GatheredTerms;
  readonly counted: CountedDocument;
}

/** An item of a file; of an article maybe with what was worked out of it. */
export type PreparedItem =
  | Exclude<Item, { readonly article: Article }>
  | (Extract<Item, { readonly article: Article }> & { readonly prepared?: PreparedArticle });

/** Columns of an article in the tables `articles` and `texts`, and its marks (`near-duplicates.ts`). */
export interface PreparedRows {
  readonly id: Buffer;
  readonly mark: Buffer;
  readonly published: Buffer;
  readonly publisher: Buffer;
  readonly language: Buffer;
  readonly textMark: Buffer;
  readonly findable: Buffer;
  readonly fields: Buffer;
  readonly text: Buffer;
  readonly spans: Buffer;
  readonly marks: readonly number[];
}

export function rowsOf(article: Article): PreparedRows {
  const { id, published = '', publisher = '', language } = article;
  return {
    id: Buffer.from(id),
    mark: Buffer.from(markOf(id)),
    published: Buffer.from(published),
    publisher: Buffer.from(publisher),
    language: Buffer.from(codeOf(language) ?? ''),
    textMark: Buffer.from(textMarkOf(article.text)),
    findable: Buffer.from(findableAs(article)),
    ...contentOf(article),
    spans: bytesOfSplit(splitOf(article)),
    marks: marksOf(article),
  };
}

/** An article as it is stored: its text, and everything else. */
export function contentOf({ text, ...fields }: Article): Pick<PreparedRows, 'fields' | 'text'> {
  return { fields: bytesOfJson(fields), text: bytesOfText(text) };
}
