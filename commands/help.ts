import type { Command } from '../src/discord/commands/command.ts';
import { slashCommand } from '../src/discord/commands/definition.ts';
import { renderHelp } from '../src/discord/render/help.ts';

export default {
  data: slashCommand('help', []),
  execute: (_interaction, { messages }) => renderHelp(messages),
} satisfies Command;
