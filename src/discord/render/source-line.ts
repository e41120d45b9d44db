import { pageUrl } from '../../answer/page-url.ts';
import { dayOf } from '../../index/documents/metadata.ts';
import type { Citation, Copy } from '../../model/answer.ts';
import type { Messages } from '../messages/messages.ts';
import { daysOf } from './filter-line.ts';
import { shownName } from './heading.ts';
import { dayTag, escapeMarkdown, isolated, link, oneLine } from './markdown.ts';
import { passageUrl } from './passage.ts';
import { shortened } from './sizes.ts';

/** `“Monday” read as 27 January 2020`, each once, as Markdown; but for the article's own day, which stands before it. */
export function datesOf({ quote, start, dates = [], published }: Citation, { answer }: Messages): string[] {
  const own = dayOf(published);
  const others = dates.filter(({ from, to }) => from !== to || from !== own);
  const readings = others.map((date) =>
    answer.dateRead(
      escapeMarkdown(shownName(quote.slice(date.start - start, date.end - start))),
      daysOf(date),
    ),
  );
  return [...new Set(readings)];
}

/** `[1] 27 January 2020 · Publisher · Title · ¶ 2 · “Monday” read as … · also in 2 other articles · Source`. */
export function sourceLine(
  citation: Citation,
  number: number,
  { answer, buttons }: Messages,
  dates: readonly string[],
): string {
  const url = urlOf(citation);
  const articles = new Set(citation.copies.map(({ articleId }) => articleId)).size;
  const parts = [
    `**\\[${number}\\]** ${sourceOf(citation, answer)}`,
    ...(citation.paragraphs > 1 ? [escapeMarkdown(answer.paragraph(citation.paragraph))] : []),
    ...(citation.page === undefined ? [] : [escapeMarkdown(answer.page(citation.page))]),
    ...dates,
    ...(articles === 0 ? [] : [escapeMarkdown(answer.alsoIn(articles))]),
    ...(url ? [link(buttons.source, url)] : []),
  ];
  return `-# ${parts.join(' · ')}`;
}

/** The address of a citation: of the page where there are pages: PDF viewers know no text fragments. */
export function urlOf({ url, page, quote }: Pick<Citation, 'url' | 'page' | 'quote'>): string | undefined {
  return url && (page === undefined ? passageUrl(url, quote) : passageUrl(pageUrl(url, page), ''));
}

/** Of a title beside a quotation, in UTF-16 units: two lines of a phone. The context shows what follows. */
const MAX_TITLE = 60;

/** `27 January 2020 · Publisher · Title`, as much of them as is known, as Markdown. The day goes first: no line ends within it. */
export function sourceOf(source: Copy, answer: Messages['answer']): string {
  const title = isolated(shortened(oneLine(source.title), MAX_TITLE));
  const { publisher } = source;
  const day = dayOf(source.published);
  return [
    day === undefined ? escapeMarkdown(answer.undated) : dayTag(day),
    ...(publisher === undefined ? [] : [escapeMarkdown(isolated(shortened(oneLine(publisher), 80)))]),
    escapeMarkdown(source.untitled ? answer.untitled(title) : title),
  ].join(' · ');
}
