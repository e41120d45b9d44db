import type { ButtonInteraction } from 'discord.js';
import type { Scene } from '../commands/command.ts';
import type { Reply } from '../render/reply.ts';

/** What pressing a button does to the message that it stands under. */
export type Pressed =
  | { readonly effect: 'update'; readonly reply: Reply }
  | { readonly effect: 'answer'; readonly reply: Reply }
  | { readonly effect: 'delete' };

/** A file of `buttons/`: what pressing means, from what the button itself remembers. */
export type Press = (
  interaction: ButtonInteraction,
  parts: readonly string[],
  scene: Scene,
) => Pressed | Promise<Pressed>;
