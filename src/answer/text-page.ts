import type { Document, Span } from '../model/article.ts';
import type { TextPage } from '../model/status.ts';

/** A page of text, in UTF-16 units: a minute and a half of reading, and half of what a message holds where every sign is escaped. */
const PAGE = 1_500;

/** Cuts a page out of an article: the one that is asked for (counted from 0), or else that of the cited sentence, which is marked. */
export function textPageOf(
  document: Document,
  { page, cited }: { readonly page?: number; readonly cited?: Span },
): TextPage {
  const { text, ...article } = document.article;
  const pages = pagesOf(document);
  const holding = cited ? pages.findLastIndex(([first]) => first!.start <= cited.start) : 0;
  const shown = Math.min(Math.max(0, page ?? holding), Math.max(0, pages.length - 1));
  return {
    article,
    page: shown,
    pages: Math.max(1, pages.length),
    paragraphs: (pages[shown] ?? []).map((span) => {
      const start = Math.max(span.start, cited?.start ?? 0);
      const end = Math.min(span.end, cited?.end ?? 0);
      const marked = start < end ? { start: start - span.start, end: end - span.start } : undefined;
      return { text: text.slice(span.start, span.end), ...(marked && { marked }) };
    }),
  };
}

/** The pages, each as its paragraphs: whole ones, but for those that are longer than a page. */
function pagesOf({ article, paragraphs, sentences }: Document): Span[][] {
  const pages: Span[][] = [];
  let left = 0;
  for (const [number, paragraph] of paragraphs.entries()) {
    const whole = lengthOf(paragraph) <= PAGE;
    const within = whole ? [] : sentences.filter((sentence) => sentence.paragraph === number);
    for (const span of whole ? [paragraph] : packed(within.flatMap((one) => cut(one, article.text)))) {
      if (pages.length === 0 || lengthOf(span) > left) {
        pages.push([]);
        left = PAGE;
      }
      pages.at(-1)!.push(span);
      left -= lengthOf(span);
    }
  }
  return pages;
}

/** Sentences that stand together, as many as fit a page. */
function packed(sentences: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const { start, end } of sentences) {
    const last = runs.at(-1);
    if (last && end - last.start <= PAGE) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}

/** A sentence longer than a page in pieces: between words, or else between characters. */
function cut({ start, end }: Span, text: string): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > PAGE) {
    const blank = text.slice(from, from + PAGE).search(/\s\S*$/);
    const pair = /[\ud800-\udbff]/.test(text[from + PAGE - 1]!) ? 1 : 0;
    const to = from + (blank > 0 ? blank : PAGE - pair);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
