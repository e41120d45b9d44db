import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../src/discord/commands/command.ts';
import { SHARED_OPTIONS, slashCommand, textOption } from '../src/discord/commands/definition.ts';
import { listArticles } from '../src/discord/commands/list-articles.ts';
import { choicesFor, filterOf, isPrivate } from '../src/discord/commands/options.ts';
import { renderArticles } from '../src/discord/render/articles.ts';
import { oneLine } from '../src/discord/render/markdown.ts';

export default {
  data: slashCommand('articles', [textOption('articlesAbout', { autocomplete: true }), ...SHARED_OPTIONS]),
  async execute(interaction, context) {
    const slash = interaction as ChatInputCommandInteraction;
    const about = oneLine(slash.options.getString('about') ?? '') || undefined;
    const filter = await filterOf(slash, context);
    const list = await listArticles(context.archive, { about, filter, page: 0 });
    return renderArticles(list, { messages: context.messages, ephemeral: isPrivate(slash) });
  },
  autocomplete: choicesFor,
} satisfies Command;
