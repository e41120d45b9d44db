import type { ChatInputCommandInteraction } from 'discord.js';
import { askToAdd } from '../src/discord/commands/ask-to-add.ts';
import { askToRemove } from '../src/discord/commands/ask-to-remove.ts';
import type { Command, CommandContext } from '../src/discord/commands/command.ts';
import { commandOf, fileOption, PRIVATE_OPTION, textOption } from '../src/discord/commands/definition.ts';
import { mayEdit } from '../src/discord/commands/editor.ts';
import { articleChoices, isPrivate } from '../src/discord/commands/options.ts';
import { renderStatus } from '../src/discord/render/status.ts';

/** Longer addresses than browsers take (https://www.sitemaps.org/protocol.html: 2,048) lead nowhere. */
const MAX_URL_LENGTH = 2_048;

export default {
  // Discord knows permissions for whole commands only, and the status is for everybody: who may change the archive is
  // looked at here, at the command and again at its button.
  data: commandOf('archive', [
    ['archive status', [PRIVATE_OPTION]],
    ['archive add', [fileOption('file'), textOption('url', { maxLength: MAX_URL_LENGTH })]],
    ['archive remove', [textOption('id', { required: true, autocomplete: true })]],
  ]),
  isPrivate: (slash) => slash.options.getSubcommand() !== 'status' || isPrivate(slash),
  execute(interaction, context) {
    const slash = interaction as ChatInputCommandInteraction;
    const subcommand = slash.options.getSubcommand();
    if (subcommand === 'add') return askToAdd(slash, context);
    return subcommand === 'remove' ? askToRemove(slash, context) : status(slash, context);
  },
  autocomplete: (interaction, context) => articleChoices(interaction.options.getFocused(), context),
} satisfies Command;

async function status(slash: ChatInputCommandInteraction, context: CommandContext) {
  const { archive, messages } = context;
  const admin = mayEdit(slash, context);
  // Paths of files are for editors' eyes, not for whoever manages a server of their own: what they see in full, they see alone.
  return renderStatus(await archive.status(), { messages, admin, ephemeral: isPrivate(slash) || admin });
}
