import {
  type AutocompleteInteraction,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { ButtonPress } from './buttons/button.ts';
import type { Choice } from './commands/command.ts';
import { bodyOf, type Reply } from './render/reply.ts';

export type Answerable = RepliableInteraction;

/** Discord's own numbers: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const ALREADY_ACKNOWLEDGED = 40060;
/** Somebody has deleted it meanwhile. */
const UNKNOWN_MESSAGE = 10008;
export const UNKNOWN_INTERACTION = 10062;

/** Answered, before we could, by somebody who is not this interaction's handler. */
const answeredElsewhere = new WeakSet<Answerable | AutocompleteInteraction>();

/** Whether Discord took no first response of ours, because there had been one already. */
export function wasAnsweredElsewhere(interaction: Answerable): boolean {
  return answeredElsewhere.has(interaction);
}

/** Interactions whose deferral was sent, and Discord never said whether it had arrived; and whether it was for one person. */
const perhapsDeferred = new WeakMap<Answerable | AutocompleteInteraction, boolean | null>();

/** Sends suggestions to who types. */
export async function suggestTo(
  interaction: AutocompleteInteraction,
  choices: readonly Choice[],
): Promise<void> {
  await settled(interaction, () => interaction.respond(choices));
}

/**
 * Defers the answer: "… is thinking", shown to the asker alone where it will be `ephemeral`. Where Discord doesn't say whether it
 * has arrived, the answer is sent all the same, and finds out.
 */
export async function deferReply(interaction: Answerable, ephemeral: boolean): Promise<void> {
  const flags = ephemeral ? { flags: MessageFlags.Ephemeral as const } : {};
  await defer(interaction, ephemeral, () => interaction.deferReply(flags));
}

/** Defers a change of the message that a button stands under; nothing is shown. */
export async function deferUpdate(interaction: ButtonPress): Promise<void> {
  await defer(interaction, null, () => interaction.deferUpdate());
}

async function defer(
  interaction: Answerable,
  ephemeral: boolean | null,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await settled(interaction, act);
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    perhapsDeferred.set(interaction, ephemeral);
    return;
  }
  noteDeferred(interaction, ephemeral);
}

/** Where the first try had arrived after all, discord.js does not know it. */
function noteDeferred(interaction: Answerable, ephemeral: boolean | null): void {
  interaction.deferred = true;
  if (ephemeral !== null) interaction.ephemeral = ephemeral;
}

/** Sends a first response. Returns whether the deferral before it had arrived after all, so that the answer is still to be sent. */
async function wasDeferred(interaction: Answerable, respond: () => Promise<unknown>): Promise<boolean> {
  const taken = await settled(interaction, respond);
  const ephemeral = perhapsDeferred.get(interaction);
  if (taken || ephemeral === undefined) return false;
  perhapsDeferred.delete(interaction);
  noteDeferred(interaction, ephemeral);
  return true;
}

/** Sends the answer to an interaction, whether it has been deferred or not. */
export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  const body = bodyOf(reply);
  const forOne = { ...body, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
  const beside = () => interaction.followUp(reply.ephemeral ? forOne : body);
  // Of a deferred update it isn't known whether it is ephemeral: the original message is what a button stands under.
  const isUpdateDeferred = interaction.deferred && interaction.ephemeral === null;
  if (interaction.replied || isUpdateDeferred) return void (await settled(interaction, beside));
  if (!interaction.deferred) {
    const respond = () => interaction.reply(reply.ephemeral ? forOne : body);
    return (await wasDeferred(interaction, respond)) ? send(interaction, reply) : undefined;
  }
  if (!reply.ephemeral || interaction.ephemeral)
    return void (await settled(interaction, () => interaction.editReply(body)));
  // A reply deferred for all can't become private any more: it goes, and what is for one person follows.
  await settled(interaction, () => interaction.deleteReply());
  await settled(interaction, beside);
}

/** Replaces the message that a button stands under. */
export async function update(interaction: ButtonPress, reply: Reply): Promise<void> {
  const isOlder = !interaction.message.flags.has(MessageFlags.IsComponentsV2);
  // A message with components alone has neither; what older versions sent had both.
  const edit = { ...bodyOf(reply), ...(isOlder && { content: null, embeds: [] }) };
  const isDeferred = interaction.deferred || (await wasDeferred(interaction, () => interaction.update(edit)));
  if (isDeferred) await settled(interaction, () => interaction.editReply(edit));
}

/** Deletes the message that a button stands under. */
export async function removeMessage(interaction: ButtonPress): Promise<void> {
  if (!interaction.deferred) await deferUpdate(interaction);
  await settled(interaction, () => interaction.deleteReply());
}

/**
 * Once more where the connection broke: discord.js repeats what Discord answered with 5xx, but not what it didn't
 * answer at all. Where the first try had arrived after all, Discord says so, and the user has their answer. Returns whether it was
 * this that Discord took, as far as it is known.
 */
async function settled(
  interaction: Answerable | AutocompleteInteraction,
  act: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (isAcknowledged(error) && !perhapsDeferred.has(interaction)) answeredElsewhere.add(interaction);
    if (isDone(error)) return false;
    if (error instanceof DiscordAPIError || !isBrokenConnection(error)) throw error;
    return await act().then(
      () => true,
      (again: unknown) => {
        if (!isDone(again)) throw again;
        return false;
      },
    );
  }
}

function isDone(error: unknown): boolean {
  return isAcknowledged(error) || (error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE);
}

function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

const BROKEN: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether Discord may have got what was sent, and didn't say so: the connection broke, 5xx to the last, or no answer in time. */
function isUnanswered(error: unknown): boolean {
  return isBrokenConnection(error) || error instanceof HTTPError || (error as Error).name === 'AbortError';
}

function isBrokenConnection(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return BROKEN.has(String(code)) || BROKEN.has(String(cause?.code));
}
