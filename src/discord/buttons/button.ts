import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { CommandContext } from '../commands/command.ts';
import type { Reply } from '../render/reply.ts';

/** A button that was pressed, or an option of a menu that was chosen, whose value says what a button's custom id would. */
export type ButtonPress = ButtonInteraction | StringSelectMenuInteraction;

/** What pressing a button does: it changes the message that it stands under, answers in another one, or deletes it. */
export type ButtonResult =
  | { readonly effect: 'update'; readonly reply: Reply }
  | { readonly effect: 'answer'; readonly reply: Reply }
  | { readonly effect: 'delete' };

/** A file of `buttons/`. */
export interface Button {
  /** Handles a press. `parts` are what the button's custom id says after its action. */
  press(
    interaction: ButtonPress,
    parts: readonly string[],
    context: CommandContext,
  ): ButtonResult | Promise<ButtonResult>;
  /**
   * Whether the result is a message of its own ("… is thinking" where it takes time), never a change of the message that
   * the button stands under. Absent: it may be either.
   */
  opensMessage?(interaction: ButtonPress): boolean;
}
