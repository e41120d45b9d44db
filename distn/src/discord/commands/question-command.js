import { CITATIONS_PER_PAGE, headingOf, renderAnswer } from '../render/answer.js';
import { isolated, oneLine } from '../render/markdown.js';
import { SHARED_OPTIONS, slashCommand, textOption } from './definition.js';
import { choicesFor, filterOf, isPrivate } from './options.js';
/** `/who`, `/where` …: one option to type a name or a question into, and the shared ones. */
export function questionCommand(kind, option) {
    return {
        data: slashCommand(kind, [textOption(option, { required: true, autocomplete: true }), ...SHARED_OPTIONS]),
        async execute(interaction, context) {
            const slash = interaction;
            const text = oneLine(slash.options.getString(option, true));
            const request = { kind, text, filter: await filterOf(slash, context) };
            return askArchive(request, context, { ephemeral: isPrivate(slash), userId: interaction.user.id });
        },
        autocomplete: choicesFor,
    };
}
/** Asks the archive, and renders the page that begins with the citation at `offset`, counted from 0. */
export async function askArchive(request, { archive, messages }, { ephemeral, userId, offset = 0 }) {
    const { kind, text, filter } = request;
    const show = { limit: offset + CITATIONS_PER_PAGE, filter, locale: messages.locale };
    const answer = await (kind === 'quote' ? archive.quote(text, show) : archive.ask(kind, text, show));
    const heading = kind === 'quote' ? messages.quoteHeading(isolated(text)) : headingOf(answer, messages);
    return renderAnswer(answer, { request, messages, ephemeral, userId, offset, paged: true, heading });
}
