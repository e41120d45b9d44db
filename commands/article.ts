import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../src/discord/commands/command.ts';
import { PRIVATE_OPTION, slashCommand, textOption } from '../src/discord/commands/definition.ts';
import { articleChoices, articleMeant, isPrivate } from '../src/discord/commands/options.ts';
import { renderArticle } from '../src/discord/render/article.ts';

export default {
  data: slashCommand('article', [textOption('id', { required: true, autocomplete: true }), PRIVATE_OPTION]),
  async execute(interaction, context) {
    const slash = interaction as ChatInputCommandInteraction;
    const { archive, messages } = context;
    const details = await articleMeant(slash, context);
    const page = await archive.read(details.article.id, { page: 0 });
    return renderArticle(details, page!, { messages, ephemeral: isPrivate(slash) });
  },
  autocomplete: (interaction, context) => articleChoices(interaction.options.getFocused(), context),
} satisfies Command;
