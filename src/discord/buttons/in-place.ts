import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { Reply } from '../render/reply.ts';
import type { ButtonResult } from './button.ts';

/** Whether who presses is not who asked: they get a message of their own. */
export function isForeign(interaction: ButtonInteraction): boolean {
  return interaction.message.interactionMetadata?.user.id !== interaction.user.id;
}

/** In place of the message, for the one who asked for it; beside it, and for them alone, for everybody else. */
export async function inPlace(
  interaction: ButtonInteraction,
  make: (ephemeral: boolean) => Reply | Promise<Reply>,
): Promise<ButtonResult> {
  if (isForeign(interaction)) return { effect: 'answer', reply: await make(true) };
  return { effect: 'update', reply: await make(interaction.message.flags.has(MessageFlags.Ephemeral)) };
}
