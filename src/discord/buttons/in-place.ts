import { MessageFlags } from 'discord.js';
import type { Reply } from '../render/reply.ts';
import type { ButtonPress, ButtonResult } from './button.ts';

/** Whether another person than the one who asked pressed the button: they get a message of their own. */
export function isForeign(interaction: ButtonPress): boolean {
  return interaction.message.interactionMetadata?.user.id !== interaction.user.id;
}

/**
 * Replaces the message for the person who asked; everybody else gets a message of their own, which only they see. So does
 * the asker where the message is for all, and what comes in its place is not.
 */
export async function inPlace(
  interaction: ButtonPress,
  make: (ephemeral: boolean) => Reply | Promise<Reply>,
): Promise<ButtonResult> {
  if (isForeign(interaction)) return { effect: 'answer', reply: await make(true) };
  const ephemeral = interaction.message.flags.has(MessageFlags.Ephemeral);
  const reply = await make(ephemeral);
  return { effect: reply.ephemeral && !ephemeral ? 'answer' : 'update', reply };
}
