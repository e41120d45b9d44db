import {
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { findCommand } from './command-menu.ts';
import { fillModal, findButton, findSelect, type ModalValues, picked, visibleMessage } from './components.ts';
import type { Gateway } from './gateway.ts';
import { type Actor, type Deed, interact, interactionOf } from './interactions.ts';
import { addMessage } from './messages.ts';
import { type Form, fillOptions, memberWithoutUser, type OptionValues } from './options.ts';
import { addUser, EVERYONE_MAY, type PlaceName, placeFor } from './places.ts';
import { type Reply, watch, watchChoices } from './reply.ts';
import type { WireChoice, WireMessage } from './wire.ts';
import type { StoredInteraction, StoredMessage, World } from './world.ts';

export interface UserOptions {
  readonly name?: string;
  /** The same person in another place: give the id of the first. */
  readonly id?: string;
  readonly locale?: string;
  readonly in?: PlaceName;
  /** Which guild, where there are several. */
  readonly guild?: string;
  readonly permissions?: bigint;
  /** Ids of roles of the guild. */
  readonly roles?: readonly string[];
}

/** Someone in front of Discord. Every deed resolves to what they then see, or says what happened instead. */
export interface User {
  readonly id: string;
  readonly profile: APIUser;
  /** `user.slash('archive status')`: a chat command, with its subcommands. */
  slash(command: string, values?: OptionValues): Promise<Reply>;
  /** Typing into an option: the suggestions. The last of the values is the one being typed. */
  type(command: string, values: OptionValues): Promise<readonly WireChoice[]>;
  /** A button, by label, emoji or custom_id. */
  press(reply: Reply, button: string): Promise<Reply>;
  /** A client that isn't Discord's own: any custom_id, on a message that is shown to somebody else. */
  forge(reply: Reply, customId: string): Promise<Reply>;
  select(reply: Reply, values: string | readonly string[], menu?: string): Promise<Reply>;
  /** The form that an earlier deed opened, by custom_id or label of its fields. */
  submit(form: Reply, values: ModalValues): Promise<Reply>;
  /** A message for all that the bot sent once as the answer to a command of this user: only its buttons still matter. */
  remembers(command: string, values: OptionValues, body: WireMessage): Promise<Reply>;
  /** A command of the context menu, on someone's message (or on their name). */
  context(command: string, target: string | Reply | { readonly user: string }): Promise<Reply>;
}

export function createUser(world: World, gateway: Gateway, options: UserOptions = {}): User {
  const actor = actorFrom(world, options);
  const deed = (one: Deed) => interact(world, gateway, actor, one);
  const see = (interaction: StoredInteraction) => watch(world, interaction);
  // Async, so that what Discord's client would refuse rejects instead of throwing.
  return {
    id: actor.user.id,
    profile: actor.user,
    slash: async (command, values = {}) => see(deed(slashDeed(world, actor, command, values))),
    type: async (command, values) => watchChoices(world, deed(typeDeed(world, actor, command, values))),
    press: async (reply, button) => see(deed(pressDeed(world, actor, reply, button))),
    forge: async (reply, customId) => see(deed(forgedDeed(reply, customId))),
    select: async (reply, values, menu) => {
      const wanted = typeof values === 'string' ? [values] : values;
      return see(deed(selectDeed(world, actor, reply, wanted, menu)));
    },
    remembers: async (command, values, body) =>
      see(answered(world, actor, slashDeed(world, actor, command, values), body)),
    submit: async (form, values) => see(deed(submitDeed(form, values))),
    context: async (command, target) => see(deed(contextDeed(world, actor, command, target))),
  };
}

function actorFrom(world: World, options: UserOptions): Actor {
  const user = addUser(world, options);
  const extra = options.permissions ?? 0n;
  return {
    user,
    place: placeFor(world, user, options.in ?? 'guild', options.guild),
    locale: options.locale ?? 'en-US',
    permissions: EVERYONE_MAY | extra,
    roles: options.roles ?? [],
  };
}

function slashDeed(world: World, actor: Actor, command: string, values: OptionValues): Deed {
  const form = formOf(actor, command, values);
  return commandDeed(world, actor, command, form, InteractionType.ApplicationCommand);
}

function typeDeed(world: World, actor: Actor, command: string, values: OptionValues): Deed {
  const focused = Object.keys(values).at(-1);
  if (focused === undefined) throw new Error(`type(${command}) needs the option that is typed into`);
  const form = { ...formOf(actor, command, values), focused };
  return commandDeed(world, actor, command, form, InteractionType.ApplicationCommandAutocomplete);
}

function formOf(actor: Actor, command: string, values: OptionValues): Form {
  const [, ...subcommands] = command.split(' ');
  return { title: `/${command}`, subcommands, values, inGuild: actor.place.guild !== undefined };
}

function commandDeed(world: World, actor: Actor, typed: string, form: Form, type: InteractionType): Deed {
  const name = typed.split(' ')[0] ?? '';
  const command = findCommand(world, actor, ApplicationCommandType.ChatInput, name);
  const { options, resolved } = fillOptions(world, command.options ?? [], form);
  const isTyping = form.focused !== undefined;
  return {
    type,
    what: isTyping ? `typing into /${typed} ${form.focused}` : `/${typed}`,
    data: {
      ...namedData(command),
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  };
}

function pressDeed(world: World, actor: Actor, reply: Reply, which: string): Deed {
  const stored = visibleHere(world, actor, reply);
  const { custom_id, id, label } = findButton(reply, which);
  return {
    type: InteractionType.MessageComponent,
    what: `button "${label ?? which}"`,
    data: { component_type: ComponentType.Button, custom_id, id },
    message: structuredClone(stored.payload),
  };
}

function forgedDeed({ message }: Reply, custom_id: string): Deed {
  return {
    type: InteractionType.MessageComponent,
    what: `forged button "${custom_id}"`,
    data: { component_type: ComponentType.Button, custom_id, id: 1 },
    message: structuredClone(message),
  };
}

function selectDeed(
  world: World,
  actor: Actor,
  reply: Reply,
  wanted: readonly string[],
  which: string | undefined,
): Deed {
  const stored = visibleHere(world, actor, reply);
  const menu = findSelect(reply, which);
  const { custom_id, id, type, placeholder } = menu;
  return {
    type: InteractionType.MessageComponent,
    what: `menu "${placeholder ?? custom_id}"`,
    data: { component_type: type, custom_id, id, values: picked(menu, wanted), resolved: {} },
    message: structuredClone(stored.payload),
  };
}

function submitDeed(form: Reply, values: ModalValues): Deed {
  const { modal, interaction } = form;
  if (!modal) throw new Error(`the answer to ${interaction.what} is no form`);
  const { payload } = interaction;
  return {
    type: InteractionType.ModalSubmit,
    what: `form "${modal.title}"`,
    data: { custom_id: modal.custom_id, components: fillModal(modal, values) },
    ...('message' in payload && payload.message ? { message: payload.message } : {}),
  };
}

function contextDeed(
  world: World,
  actor: Actor,
  name: string,
  target: string | Reply | { readonly user: string },
): Deed {
  if (typeof target === 'object' && 'user' in target) return userMenuDeed(world, actor, name, target.user);
  const command = findCommand(world, actor, ApplicationCommandType.Message, name);
  const stored = typeof target === 'string' ? said(world, actor, target) : visibleHere(world, actor, target);
  const { id } = stored.payload;
  return {
    type: InteractionType.ApplicationCommand,
    what: `"${name}"`,
    data: {
      ...namedData(command),
      target_id: id,
      resolved: { messages: { [id]: structuredClone(stored.payload) } },
    },
  };
}

function userMenuDeed(world: World, actor: Actor, name: string, id: string): Deed {
  const command = findCommand(world, actor, ApplicationCommandType.User, name);
  const user = world.users.get(id);
  if (!user) throw new Error(`there is no user ${id}`);
  const members = actor.place.guild ? { members: { [id]: memberWithoutUser(user) } } : {};
  return {
    type: InteractionType.ApplicationCommand,
    what: `"${name}"`,
    data: { ...namedData(command), target_id: id, resolved: { users: { [id]: user }, ...members } },
  };
}

const namedData = (command: ReturnType<typeof findCommand>) => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(command.guild_id ? { guild_id: command.guild_id } : {}),
});

function answered(world: World, actor: Actor, deed: Deed, body: WireMessage): StoredInteraction {
  const interaction = interactionOf(world, actor, deed);
  const options = { channelId: actor.place.channel.id, type: MessageType.ChatInputCommand, interaction };
  interaction.original = addMessage(world, { ...body, allowed_mentions: { parse: [] } }, [], options);
  interaction.firstResponse = InteractionResponseType.ChannelMessageWithSource;
  return interaction;
}

/** A message by somebody else in the same channel. */
function said(world: World, actor: Actor, content: string): StoredMessage {
  const author = addUser(world, { name: 'Someone who writes' });
  const options = { channelId: actor.place.channel.id, authorId: author.id };
  // Only a bot's pings are of interest.
  return addMessage(world, { content, allowed_mentions: { parse: [] } }, [], options);
}

function visibleHere(world: World, actor: Actor, reply: Reply): StoredMessage {
  const stored = visibleMessage(world, reply, actor.user);
  if (stored.payload.channel_id === actor.place.channel.id) return stored;
  throw new Error(`the answer to ${reply.interaction.what} stands in another channel`);
}

/** What a moderator may do beyond everyone. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;
export const ADMINISTRATOR = PermissionFlagsBits.Administrator;
