import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Archive } from '../archive.ts';
import type { Messages } from './messages/messages.ts';
import type { Reply } from './reply.ts';

export type Choice = APIApplicationCommandOptionChoice<string>;

/** What a command has at hand. */
export interface Scene {
  readonly archive: Archive;
  /** In the language of who asks. */
  readonly messages: Messages;
}

/**
 * A file of `commands/`: what Discord is told of it, and what it answers. It returns the reply as data; when and how
 * that is sent is the handler's business, and so is whatever it throws.
 */
export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  execute(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
    scene: Scene,
  ): Reply | Promise<Reply>;
  autocomplete?(interaction: AutocompleteInteraction, scene: Scene): Choice[] | Promise<Choice[]>;
}
