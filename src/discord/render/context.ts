import type { Context } from '../../model/answer.ts';
import type { Span } from '../../model/article.ts';
import type { Messages } from '../messages/messages.ts';
import { emphasised, escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { COLOUR, type Reply, reply } from './reply.ts';
import { fits, MAX_DESCRIPTION, shortened } from './sizes.ts';

/** Renders a sentence in bold with the text around it: as much as fits, and the sentence always whole. */
export function renderContext(context: Context, messages: Messages): Reply {
  const { article, sentence, before, after, paragraph, paragraphNumber } = context;
  const near: Span = { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end };
  const wide: Span = { start: Math.min(near.start, paragraph.start), end: Math.max(near.end, paragraph.end) };
  const footer = {
    text: `${isolated(shortened(oneLine(article.title), 200))} · ${messages.answer.paragraph(paragraphNumber)}`,
  };
  for (const { start, end } of [wide, paragraph, near, sentence]) {
    // Escaping makes text longer, and taking out what nobody sees hardly ever shorter by half.
    if (end - start > 2 * MAX_DESCRIPTION) continue;
    const bold = { start: sentence.start - start, end: sentence.end - start };
    const description = emphasised(article.text.slice(start, end), [bold]);
    const embeds = [{ color: COLOUR, title: messages.context.title, description, footer }];
    if (fits(embeds, '')) return reply({ embeds, ephemeral: true });
  }
  return reply({ content: escapeMarkdown(messages.answer.tooLong), ephemeral: true });
}
