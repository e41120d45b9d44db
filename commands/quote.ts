import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../src/discord/commands/command.ts';
import { SHARED_OPTIONS, slashCommand, textOption } from '../src/discord/commands/definition.ts';
import { choicesFor, filterOf, isPrivate } from '../src/discord/commands/options.ts';
import { askArchive } from '../src/discord/commands/question-command.ts';

/** Exact words: nothing is folded, stemmed or corrected. */
export default {
  data: slashCommand('quote', [textOption('words', { required: true }), ...SHARED_OPTIONS]),
  async execute(interaction, context) {
    const slash = interaction as ChatInputCommandInteraction;
    const text = slash.options.getString('words', true).trim();
    const request = { kind: 'quote', text, filter: await filterOf(slash, context) } as const;
    return askArchive(request, context, { ephemeral: isPrivate(slash), userId: interaction.user.id });
  },
  autocomplete: choicesFor,
} satisfies Command;
