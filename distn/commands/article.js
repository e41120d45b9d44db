import { PRIVATE_OPTION, slashCommand, textOption } from '../src/discord/commands/definition.js';
import { articleChoices, articleTyped, isPrivate } from '../src/discord/commands/options.js';
import { renderArticle } from '../src/discord/render/articles.js';
export default {
    data: slashCommand('article', [textOption('id', { required: true, autocomplete: true }), PRIVATE_OPTION]),
    async execute(interaction, context) {
        const slash = interaction;
        return renderArticle(await articleTyped(slash, context), context.messages, isPrivate(slash));
    },
    autocomplete: (interaction, context) => articleChoices(interaction.options.getFocused(), context),
};
