import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/definition.ts';
import { renderHelp } from '../src/discord/render/help.ts';

export default {
  data: slashCommand('help', []),
  execute: (_interaction, { messages }) => renderHelp(messages),
} satisfies Command;
