import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { PRIVATE_OPTION, subcommandOf } from '../src/discord/definition.ts';
import { isPrivate } from '../src/discord/options.ts';
import { renderStatus } from '../src/discord/render/status.ts';

export default {
  data: subcommandOf('archive', 'status', [PRIVATE_OPTION]),
  execute(interaction, { archive, messages }) {
    const ephemeral = isPrivate(interaction as ChatInputCommandInteraction);
    const admin = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    // Paths of files are for administrators' eyes: what they see in full, they see alone.
    return renderStatus(archive.status(), { messages, admin, ephemeral: ephemeral || admin });
  },
} satisfies Command;
