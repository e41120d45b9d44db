import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../src/discord/commands/command.ts';
import { PRIVATE_OPTION, slashCommand, textOption } from '../src/discord/commands/definition.ts';
import { listArticles } from '../src/discord/commands/list-articles.ts';
import { choicesFor, isPrivate } from '../src/discord/commands/options.ts';
import { renderArticles } from '../src/discord/render/articles.ts';
import { oneLine } from '../src/discord/render/markdown.ts';

export default {
  data: slashCommand('articles', [textOption('articlesAbout', { autocomplete: true }), PRIVATE_OPTION]),
  async execute(interaction, { archive, messages }) {
    const slash = interaction as ChatInputCommandInteraction;
    const about = oneLine(slash.options.getString('about') ?? '') || undefined;
    return renderArticles(await listArticles(archive, 0, about), {
      about,
      messages,
      ephemeral: isPrivate(slash),
    });
  },
  autocomplete: choicesFor,
} satisfies Command;
