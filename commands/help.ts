import type { Command } from '../src/discord/commands/command.ts';
import { slashCommand } from '../src/discord/commands/definition.ts';
import { help } from '../src/discord/commands/question-command.ts';

export default {
  data: slashCommand('help', []),
  isPrivate: () => true,
  execute: (_interaction, context) => help(context),
} satisfies Command;
