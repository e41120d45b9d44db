import { markOf } from '../../index/documents/metadata.ts';
import type { Context } from '../../model/answer.ts';
import type { Span } from '../../model/article.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages } from '../messages/messages.ts';
import { emphasised, escapeMarkdown, subtext } from './markdown.ts';
import { button, linkButton, notice, type Reply, reply, rows, text } from './reply.ts';
import { fits, MAX_LABEL, shortened } from './sizes.ts';
import { sourceOf, urlOf } from './source-line.ts';

/** What an answer took: how long, and how many articles were searched. */
export interface Effort {
  readonly tookMs: number;
  readonly articles: number;
}

/** Renders a sentence in bold with the text around it: as much as fits, and the sentence always whole. */
export function renderContext(context: Context, messages: Messages, effort?: Effort): Reply {
  const { article, sentence, before, after, paragraph, paragraphNumber } = context;
  const near: Span = { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end };
  const wide: Span = { start: Math.min(near.start, paragraph.start), end: Math.max(near.end, paragraph.end) };
  const { answer } = messages;
  const { page } = context;
  const source = { ...article, ...sentence, articleId: article.id, paragraph: paragraphNumber };
  const head = [
    `### ${escapeMarkdown(messages.context.title)}`,
    `-# ${sourceOf({ ...source, untitled: article.origin.title === 'opening words' }, answer)}`,
  ].join('\n');
  const figures = [
    answer.paragraph(paragraphNumber),
    ...(page === undefined ? [] : [answer.page(page)]),
    ...(effort ? [answer.searched(effort.articles), answer.seconds(secondsOf(effort))] : []),
  ];
  const foot = subtext('', figures.join(' · '));
  const cited = [sentence.start, sentence.end].map((offset) => offset.toString(36));
  const quote = article.text.slice(sentence.start, sentence.end);
  const mark = fingerprint(quote, 6);
  const url = urlOf({ ...article, ...(page !== undefined && { page }), quote });
  const read = customId('read', markOf(article.id), '', ...cited, mark);
  for (const { start, end } of [wide, paragraph, near, sentence]) {
    // Escaping makes text longer, and taking out what nobody sees hardly ever shorter by half.
    if (end - start > 2 * MAX_SHOWN) continue;
    const bold = { start: sentence.start - start, end: sentence.end - start };
    const around = emphasised(article.text.slice(start, end), [bold]);
    if (!fits([head, around, foot])) continue;
    const buttons = [
      ...(read === undefined ? [] : [button(messages.buttons.read, read)]),
      ...(url === undefined ? [] : [linkButton(shortened(messages.buttons.source, MAX_LABEL), url)]),
    ];
    return reply([text(head), text(around), text(foot), ...rows(buttons)], true);
  }
  return notice(answer.tooLong);
}

function secondsOf({ tookMs }: Effort): string {
  return (tookMs / 1_000).toFixed(tookMs < 10 ? 3 : 2);
}

/** In UTF-16 units; no message holds more text. */
const MAX_SHOWN = 4_000;
