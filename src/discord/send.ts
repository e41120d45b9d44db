import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { bodyOf, type Reply } from './reply.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction;

/** Discord's own numbers: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const ALREADY_ACKNOWLEDGED = 40060;
export const UNKNOWN_INTERACTION = 10062;

/** Answers an interaction, whether it has been deferred or not. */
export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  const { flags, ...edit } = bodyOf(reply);
  await settled(() => {
    if (interaction.deferred)
      return reply.ephemeral ? onlyForAsker(interaction, edit) : interaction.editReply(edit);
    if (interaction.replied) return interaction.followUp({ ...edit, flags: MessageFlags.Ephemeral });
    return interaction.reply(flags === undefined ? edit : { ...edit, flags });
  });
}

/** A reply that was announced to all can't become private any more: it goes, and what is for one person follows. */
async function onlyForAsker(
  interaction: Answerable,
  edit: Omit<ReturnType<typeof bodyOf>, 'flags'>,
): Promise<unknown> {
  if (interaction.ephemeral) return interaction.editReply(edit);
  await interaction.deleteReply();
  return interaction.followUp({ ...edit, flags: MessageFlags.Ephemeral });
}

/** Puts another message in the place of the one that a button stands under. */
export async function update(interaction: ButtonInteraction, reply: Reply): Promise<void> {
  const { flags: _, ...edit } = bodyOf(reply);
  await settled(() => (interaction.deferred ? interaction.editReply(edit) : interaction.update(edit)));
}

/** Takes away the message that a button stands under. */
export async function removeMessage(interaction: ButtonInteraction): Promise<void> {
  if (!interaction.deferred) await settled(() => interaction.deferUpdate());
  await settled(() => interaction.deleteReply());
}

/**
 * Once more where the connection broke: discord.js repeats what Discord answered with 5xx, but not what it didn't
 * answer at all. Where the first try had arrived after all, Discord says so, and the user has their answer.
 */
async function settled(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (isDone(error)) return;
    if (error instanceof DiscordAPIError || !isBrokenConnection(error)) throw error;
    await act().catch((again: unknown) => {
      if (!isDone(again)) throw again;
    });
  }
}

function isDone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

const BROKEN: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isBrokenConnection(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return BROKEN.has(String(code)) || BROKEN.has(String(cause?.code));
}
