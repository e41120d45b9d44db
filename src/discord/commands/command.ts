import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Archive } from '../../archive/archive.ts';
import type { Editing } from '../../editing/editing.ts';
import type { FetchPage } from '../../editing/fetch-page.ts';
import type { AnswerStatus } from '../../model/answer.ts';
import type { Messages } from '../messages/messages.ts';
import type { Reply } from '../render/reply.ts';

export type Choice = APIApplicationCommandOptionChoice<string>;

/** What a command has at hand. */
export interface CommandContext {
  readonly archive: Archive;
  /** In the language of who asks. */
  readonly messages: Messages;
  /** Ids of commands by their English names: absent in a preview. */
  readonly commandIds?: () => Promise<ReadonlyMap<string, string>>;
  /** Where the archive can be changed: absent in a preview. */
  readonly editing?: EditingDependencies;
  /** Told how a question is answered: absent in a preview. */
  readonly answered?: (status: AnswerStatus) => void;
}

/** What changing the archive through Discord takes. */
export interface EditingDependencies extends Editing {
  /** Ids of roles whose members may. */
  readonly roles: readonly string[];
  /** Ids of the servers whose managers may. */
  readonly guilds: readonly string[];
  /** In bytes. */
  readonly uploadLimit: number;
  /** Whether the bot follows the archive's files, so that what is added answers soon. */
  readonly follows: boolean;
  /** Absent where the archive is one file: addresses aren't fetched. */
  readonly fetchPage?: FetchPage;
}

/**
 * A file of `commands/`: its definition for Discord, and what it answers. It returns the reply as data; when and how
 * that is sent is the handler's business, and so is whatever it throws.
 */
export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  execute(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
    context: CommandContext,
  ): Reply | Promise<Reply>;
  /** Whether only the asker sees the answer, where the option `private` doesn't say it. */
  isPrivate?(interaction: ChatInputCommandInteraction): boolean;
  autocomplete?(interaction: AutocompleteInteraction, context: CommandContext): Choice[] | Promise<Choice[]>;
}
