import { emphasised, escapeMarkdown, isolated, oneLine } from './markdown.js';
import { COLOUR, reply } from './reply.js';
import { fits, MAX_DESCRIPTION, shortened } from './sizes.js';
/** Renders a sentence in bold with the text around it: as much as fits, and the sentence always whole. */
export function renderContext(context, messages) {
    const { article, sentence, before, after, paragraph, paragraphNumber } = context;
    const near = { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end };
    const wide = { start: Math.min(near.start, paragraph.start), end: Math.max(near.end, paragraph.end) };
    const footer = {
        text: `${isolated(shortened(oneLine(article.title), 200))} · ${messages.answer.paragraph(paragraphNumber)}`,
    };
    for (const { start, end } of [wide, paragraph, near, sentence]) {
        // Escaping makes text longer, and taking out what nobody sees hardly ever shorter by half.
        if (end - start > 2 * MAX_DESCRIPTION)
            continue;
        const bold = { start: sentence.start - start, end: sentence.end - start };
        const description = emphasised(article.text.slice(start, end), [bold]);
        const embeds = [{ color: COLOUR, title: messages.context.title, description, footer }];
        if (fits(embeds, ''))
            return reply({ embeds, ephemeral: true });
    }
    return reply({ content: escapeMarkdown(messages.answer.tooLong), ephemeral: true });
}
