import { PRIVATE_OPTION, slashCommand, textOption } from '../src/discord/commands/definition.js';
import { listArticles } from '../src/discord/commands/list-articles.js';
import { choicesFor, isPrivate } from '../src/discord/commands/options.js';
import { renderArticles } from '../src/discord/render/articles.js';
import { oneLine } from '../src/discord/render/markdown.js';
export default {
    data: slashCommand('articles', [textOption('articlesAbout', { autocomplete: true }), PRIVATE_OPTION]),
    async execute(interaction, { archive, messages }) {
        const slash = interaction;
        const about = oneLine(slash.options.getString('about') ?? '') || undefined;
        return renderArticles(await listArticles(archive, 0, about), {
            about,
            messages,
            ephemeral: isPrivate(slash),
        });
    },
    autocomplete: choicesFor,
};
