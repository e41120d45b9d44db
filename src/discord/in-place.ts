import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { Pressed } from './buttons/button.ts';
import type { Reply } from './render/reply.ts';

/** In place of the message, for the one who asked for it; beside it, and for them alone, for everybody else. */
export async function inPlace(
  interaction: ButtonInteraction,
  make: (ephemeral: boolean) => Reply | Promise<Reply>,
): Promise<Pressed> {
  const own = interaction.message.interactionMetadata?.user.id === interaction.user.id;
  if (!own) return { effect: 'answer', reply: await make(true) };
  return { effect: 'update', reply: await make(interaction.message.flags.has(MessageFlags.Ephemeral)) };
}
