import type { Context } from '../model/answer.ts';
import type { Document, Span } from '../model/article.ts';
import { pageAt } from './cite.ts';

/** What stands around a citation; `undefined` where the article has no such sentence any more. */
export function contextOf({ article, paragraphs, sentences }: Document, cited: Span): Context | undefined {
  const first = sentences.findIndex(({ start }) => start === cited.start);
  const last = sentences.findIndex(({ end }) => end === cited.end);
  const sentence = sentences[first];
  if (!sentence || last < first) return undefined;
  const [before, after] = [sentences[first - 1], sentences[last + 1]];
  return {
    article,
    sentence: { start: cited.start, end: cited.end },
    ...(before && { before: { start: before.start, end: before.end } }),
    ...(after && { after: { start: after.start, end: after.end } }),
    paragraph: paragraphs[sentence.paragraph]!,
    paragraphNumber: sentence.paragraph + 1,
    ...(article.pages && { page: pageAt(article.pages, cited.start) }),
  };
}
