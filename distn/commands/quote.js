import { SHARED_OPTIONS, slashCommand, textOption } from '../src/discord/commands/definition.js';
import { choicesFor, filterOf, isPrivate } from '../src/discord/commands/options.js';
import { askArchive } from '../src/discord/commands/question-command.js';
/** Exact words: nothing is folded, stemmed or corrected. */
export default {
    data: slashCommand('quote', [textOption('words', { required: true }), ...SHARED_OPTIONS]),
    async execute(interaction, context) {
        const slash = interaction;
        const text = slash.options.getString('words', true).trim();
        const request = { kind: 'quote', text, filter: await filterOf(slash, context) };
        return askArchive(request, context, { ephemeral: isPrivate(slash), userId: interaction.user.id });
    },
    autocomplete: choicesFor,
};
