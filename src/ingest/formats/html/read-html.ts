import { decodePage } from '../../decoding/decode-page.ts';
import { type ArticlePlace, articleOf, withoutExtension } from '../../metadata/new-article.ts';
import { readText } from '../read-small.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { extractHtml, type HtmlOptions } from './extract.ts';

/** Reads a saved web page as one article: its main text, as `extractHtml` finds it. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const { text, encoding, flaw } = await readText(file, (bytes) => decodePage(bytes));
  if (flaw) yield { flaw };
  if (flaw?.severity === 'error') return;
  yield pageArticle(text, { id: withoutExtension(file.path), path: file.path, encoding });
}

/** The article of a page; a flaw where there is none. */
export function pageArticle(html: string, place: ArticlePlace, options: HtmlOptions = {}): Item {
  const { text, fields, origin, otherDates, reason } = extractHtml(html, options);
  if (reason !== undefined) return { flaw: { severity: 'error', reason } };
  return articleOf({ ...place, text, fields, fieldsFrom: origin, otherDates });
}
