import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
} from 'discord.js';
import type { Archive } from '../archive/archive.ts';
import type { Log } from '../log.ts';
import type { Pressed } from './buttons/button.ts';
import { BUTTONS } from './buttons/buttons.ts';
import { readCustomId } from './buttons/custom-id.ts';
import type { Command, EditingDesk, Scene } from './commands/command.ts';
import { isPrivate } from './commands/options.ts';
import { WrongInput } from './input-error.ts';
import { messagesFor } from './messages/catalogues.ts';
import type { Messages } from './messages/messages.ts';
import { type Entry, type Gate, gate } from './rate-limiter.ts';
import { notice } from './render/reply.ts';
import { type Answerable, announce, removeMessage, send, UNKNOWN_INTERACTION, update } from './send.ts';

export interface Desk {
  readonly archive: Archive;
  readonly commands: ReadonlyMap<string, Command>;
  readonly log: Log;
  /** Whether what people ask may stand in the log. */
  readonly logQuestions: boolean;
  readonly gate?: Gate;
  readonly announceAfterMs?: number;
  readonly editing?: EditingDesk | undefined;
}

/** Discord drops what isn't acknowledged within 3 s; an answer that takes longer than this is announced first. */
const ANNOUNCE_AFTER_MS = 1_000;

/** The one handler of everything that people do: it catches, logs a line, and answers in their language. */
export function interactionHandler(desk: Desk): (interaction: Interaction) => Promise<void> {
  const door = desk.gate ?? gate();
  return async (interaction) => {
    const began = performance.now();
    const scene: Scene = {
      archive: desk.archive,
      messages: messagesFor(interaction.locale),
      ...(desk.editing && { editing: desk.editing }),
    };
    const event = { id: interaction.id, ...whatOf(interaction, desk.logQuestions) };
    const log = desk.log.child(event);
    const ms = () => Math.round((performance.now() - began) * 10) / 10;
    if (interaction.isAutocomplete()) return suggest(interaction, desk, scene, log);
    if (!isAnswerable(interaction)) return log.warn('an interaction of an unknown kind');
    const entry = door.enter(interaction.user.id);
    try {
      if (!entry.open) {
        await send(interaction, notice(refusal(entry, scene.messages)));
        return log.info({ ms: ms(), refused: entry.why }, 'refused');
      }
      await answer(interaction, desk, scene);
      log.info({ ms: ms() }, 'answered');
    } catch (error) {
      await fail(interaction, error, scene.messages, log);
    } finally {
      if (entry.open) entry.leave();
    }
  };
}

async function answer(interaction: Answerable, desk: Desk, scene: Scene): Promise<void> {
  if (interaction.isButton()) return press(interaction, desk, scene);
  const command = desk.commands.get(interaction.commandName);
  if (!command) return send(interaction, notice(scene.messages.errors.expired));
  const ephemeral =
    !interaction.isChatInputCommand() || (command.isPrivate?.(interaction) ?? isPrivate(interaction));
  const making = Promise.resolve(command.execute(interaction, scene));
  await orAnnounced(making, () => announce(interaction, ephemeral), desk);
  await send(interaction, await making);
}

async function press(interaction: ButtonInteraction, desk: Desk, scene: Scene): Promise<void> {
  const { action, parts } = readCustomId(interaction.customId);
  const act = Object.hasOwn(BUTTONS, action) ? BUTTONS[action] : undefined;
  if (!act) return send(interaction, notice(scene.messages.errors.expired));
  const making = Promise.resolve(act(interaction, parts, scene));
  await orAnnounced(making, () => announce(interaction, true), desk);
  await carryOut(interaction, await making);
}

async function carryOut(interaction: ButtonInteraction, pressed: Pressed): Promise<void> {
  if (pressed.effect === 'delete') return removeMessage(interaction);
  if (pressed.effect === 'update') return update(interaction, pressed.reply);
  return send(interaction, pressed.reply);
}

/** Waits for the work or for the time to announce it, whichever comes first. */
async function orAnnounced(
  making: Promise<unknown>,
  tell: () => Promise<void>,
  { announceAfterMs = ANNOUNCE_AFTER_MS }: Desk,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<'slow'>((resolve) => {
    timer = setTimeout(resolve, announceAfterMs, 'slow');
  });
  const first = await Promise.race([
    making.then(
      () => 'done',
      () => 'done',
    ),
    slow,
  ]);
  clearTimeout(timer);
  if (first === 'slow') await tell();
}

/** Suggestions can't fail in front of the user: an empty list is an answer, too. */
async function suggest(
  interaction: AutocompleteInteraction,
  desk: Desk,
  scene: Scene,
  log: Log,
): Promise<void> {
  try {
    const command = desk.commands.get(interaction.commandName);
    const choices = (await command?.autocomplete?.(interaction, scene)) ?? [];
    await interaction.respond(choices);
  } catch (error) {
    // The next letter typed makes the last one's suggestions unknown: nothing is lost.
    if (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION) return log.debug('typed on');
    log.error({ err: error }, 'no suggestions');
    if (!interaction.responded) await interaction.respond([]).catch(() => log.warn('nor an empty list'));
  }
}

/** The user gets one plain line with a number, the log the stack under the same number. */
async function fail(interaction: Answerable, error: unknown, messages: Messages, log: Log): Promise<void> {
  if (error instanceof WrongInput) {
    log.info({ wrongInput: true }, 'answered');
    return send(interaction, notice(error.message)).catch((again: unknown) =>
      log.error({ err: again }, 'the reply could not be sent'),
    );
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'an interaction failed');
  if (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION) return;
  await send(interaction, notice(messages.errors.unexpected(reference))).catch((again: unknown) =>
    log.error({ err: again, reference }, 'and the user could not be told'),
  );
}

function refusal(entry: Exclude<Entry, { open: true }>, { errors }: Messages): string {
  if (entry.why === 'slow-down') return errors.slowDown(entry.seconds);
  return entry.why === 'busy' ? errors.busy : errors.stopping;
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isButton()
  );
}

/** What a log line says of an interaction: what people typed only where the operator wants it. */
function whatOf(interaction: Interaction, questions: boolean): object {
  if (interaction.isButton()) return { button: readCustomId(interaction.customId).action };
  if (!interaction.isCommand() && !interaction.isAutocomplete()) return { type: interaction.type };
  const typed = interaction.isChatInputCommand() ? interaction.options.data : [];
  return {
    command: interaction.commandName,
    ...(questions && typed.length > 0 && { typed: valuesOf(typed) }),
  };
}

function valuesOf(data: ChatInputCommandInteraction['options']['data']): object {
  return Object.fromEntries(data.map(({ name, value }) => [name, value]));
}
