import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { PRIVATE_OPTION, slashCommand, textOption } from '../src/discord/definition.ts';
import { oneLine } from '../src/discord/markdown.ts';
import { articleChoices, isPrivate } from '../src/discord/options.ts';
import { renderArticle } from '../src/discord/render/articles.ts';
import { WrongInput } from '../src/discord/wrong-input.ts';

export default {
  data: slashCommand('article', [textOption('id', { required: true, autocomplete: true }), PRIVATE_OPTION]),
  execute(interaction, { archive, messages }) {
    const slash = interaction as ChatInputCommandInteraction;
    const typed = slash.options.getString('article', true).trim();
    const details = archive.article(typed);
    if (!details) throw new WrongInput(messages.articles.unknown(oneLine(typed)));
    return renderArticle(details, messages, isPrivate(slash));
  },
  autocomplete: (interaction, scene) => articleChoices(interaction.options.getFocused(), scene),
} satisfies Command;
