import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Archive } from '../archive/archive.ts';
import { ArchiveReadingError } from '../archive/archive-reading-error.ts';
import type { Log } from '../log.ts';
import { type Admissions, type Allowance, ownAdmissions } from './admissions.ts';
import { isArchiveError } from './archive-error.ts';
import type { ButtonPress, ButtonResult } from './buttons/button.ts';
import { BUTTONS } from './buttons/buttons.ts';
import { readCustomId } from './buttons/custom-id.ts';
import type { Command, CommandContext, EditingDependencies } from './commands/command.ts';
import { commandIds } from './commands/command-ids.ts';
import { isPrivate } from './commands/options.ts';
import { type Fence, isInside } from './fence.ts';
import { InputError } from './input-error.ts';
import { messagesFor } from './messages/catalogues.ts';
import type { Messages } from './messages/messages.ts';
import { EmptyArchiveError, nonEmptyArchive } from './non-empty-archive.ts';
import {
  DEFAULT_RATE_LIMITS,
  type RateLimiter,
  type RateLimits,
  rateLimiter,
  type Ticket,
} from './rate-limiter.ts';
import { notice } from './render/reply.ts';
import type { DiscordReport, Outcome } from './report.ts';
import {
  type Answerable,
  deferReply,
  deferUpdate,
  removeMessage,
  send,
  suggestTo,
  UNKNOWN_INTERACTION,
  update,
  wasAnsweredElsewhere,
} from './send.ts';

/** What the bot answers from. */
export interface BotDependencies {
  readonly archive: Archive;
  readonly commands: ReadonlyMap<string, Command>;
  readonly log: Log;
  /** Whether what people ask may stand in the log. */
  readonly logQuestions: boolean;
  readonly rateLimiter?: RateLimiter;
  /** Who counts how often a person does something, by a name of that: this process alone where absent. */
  readonly admissions?: (allowance: Allowance, name: string) => Admissions;
  /** After how long an answer is deferred, in ms: 1,000 where absent. */
  readonly deferAfterMs?: number;
  /** How long suggestions may take, in ms: 2,500 where absent. */
  readonly suggestWithinMs?: number;
  readonly editing?: EditingDependencies | undefined;
  /** The servers that it answers in: everywhere where absent. */
  readonly fence?: Fence;
  /** Told what became of each interaction. */
  readonly report?: ((report: DiscordReport) => void) | undefined;
}

/** Discord drops what isn't acknowledged within 3 s; "… is thinking" shows before people wonder, in ms. */
const DEFER_AFTER_MS = 1_000;
/** What was handled in less, and Discord waits for no more, had come too late. */
const RESPONSE_MS = 3_000;
/** Autocomplete can't be deferred: the rest of the 3 s, in ms, is for the way to Discord. */
const SUGGEST_WITHIN_MS = 2_500;
/** Discord's client asks for suggestions a few times a second at most, while somebody types. */
const SUGGESTION_LIMITS: RateLimits = { ...DEFAULT_RATE_LIMITS, perUser: 60 };
/** Whoever may not have suggestions has none to choose from. */
const WITHOUT_COMMANDS: Pick<BotDependencies, 'commands'> = { commands: new Map() };

/** The one handler of everything that people do: it catches, logs a line, and answers in their language. Never throws. */
export function interactionHandler(
  dependencies: BotDependencies,
): (interaction: Interaction) => Promise<void> {
  const { editing, logQuestions, fence = new Set() } = dependencies;
  const archive = nonEmptyArchive(dependencies.archive);
  const limiter = dependencies.rateLimiter ?? rateLimiter();
  const { admissions = (allowance) => ownAdmissions(allowance) } = dependencies;
  const suggestionLimiter = rateLimiter(SUGGESTION_LIMITS, admissions(SUGGESTION_LIMITS, 'suggestions'));
  // However many ask from outside, they take no place of those inside.
  const outsideLimiter = rateLimiter(DEFAULT_RATE_LIMITS, admissions(DEFAULT_RATE_LIMITS, 'outside'));
  const isFirst = firstDeliveries();
  const twins = twinWatch(dependencies.log);
  return async (interaction) => {
    const began = performance.now();
    const messages = messagesFor(interaction.locale);
    const commandIdsHere = () => commandIds(interaction);
    let answered: Outcome = 'done';
    const context: CommandContext = {
      ...{ archive, messages, commandIds: commandIdsHere, ...(editing && { editing }) },
      answered(status) {
        answered = status;
      },
    };
    const log = dependencies.log.child({ id: interaction.id, ...whatOf(interaction, logQuestions) });
    const ms = () => Math.round((performance.now() - began) * 10) / 10;
    if (!isFirst(interaction.id)) return log.info('delivered again');
    const report = (outcome: Outcome) =>
      dependencies.report?.({
        ...{ kind: 'interaction', ...nameOf(interaction, dependencies) },
        ...{ outcome, seconds: (performance.now() - began) / 1_000 },
      });
    const inside = isInside(interaction, fence);
    if (interaction.isAutocomplete()) {
      const ticket = suggestionLimiter.admit(interaction.user.id);
      const may = inside && ticket.admitted;
      const outcome = await suggest(interaction, may ? dependencies : WITHOUT_COMMANDS, context, log);
      report(!ticket.admitted ? ticket.reason : inside ? outcome : 'outside');
      return ticket.admitted ? ticket.release() : log.debug('refused');
    }
    if (!isAnswerable(interaction)) return log.warn('an interaction of an unknown kind');
    const ticket = (inside ? limiter : outsideLimiter).admit(interaction.user.id);
    try {
      const refused = !ticket.admitted ? ticket.reason : !inside ? 'outside' : undefined;
      if (refused) {
        await send(interaction, notice(refusalText(ticket, messages)));
        const { guildId: guild } = interaction;
        log.info({ ms: ms(), refused, ...(refused === 'outside' && { guild }) }, 'refused');
        return report(refused);
      }
      await answer(interaction, dependencies, context);
      log.info({ ms: ms() }, 'answered');
      report(answered);
    } catch (error) {
      const isLate = isGone(error) && ms() < RESPONSE_MS;
      if (isLate) log.warn({ ms: ms() }, 'delivered too late to be answered');
      report(isLate ? 'failed' : await fail(interaction, error, messages, log));
    } finally {
      if (ticket.admitted) ticket.release();
      if (wasAnsweredElsewhere(interaction)) twins.answeredElsewhere(interaction.id);
    }
  };
}

async function answer(
  interaction: Answerable,
  dependencies: BotDependencies,
  context: CommandContext,
): Promise<void> {
  if (isPress(interaction)) return press(interaction, dependencies, context);
  const command = isCommand(interaction) ? dependencies.commands.get(interaction.commandName) : undefined;
  if (!isCommand(interaction) || !command) return send(interaction, notice(context.messages.errors.expired));
  const ephemeral =
    !interaction.isChatInputCommand() || (command.isPrivate?.(interaction) ?? isPrivate(interaction));
  const replying = (async () => command.execute(interaction, context))();
  await deferring(replying, () => deferReply(interaction, ephemeral), dependencies);
  await send(interaction, await replying);
}

async function press(
  interaction: ButtonPress,
  dependencies: BotDependencies,
  context: CommandContext,
): Promise<void> {
  const { action, parts } = readCustomId(pressedId(interaction));
  const button = Object.hasOwn(BUTTONS, action) ? BUTTONS[action] : undefined;
  if (!button) return send(interaction, notice(context.messages.errors.expired));
  const pressing = (async () => button.press(interaction, parts, context))();
  const defer = () =>
    button.opensMessage?.(interaction) ? deferReply(interaction, true) : deferUpdate(interaction);
  await deferring(pressing, defer, dependencies);
  await carryOut(interaction, await pressing);
}

async function carryOut(interaction: ButtonPress, result: ButtonResult): Promise<void> {
  if (result.effect === 'delete') return removeMessage(interaction);
  if (result.effect === 'update') return update(interaction, result.reply);
  return send(interaction, result.reply);
}

/** Waits for some work until it settles, or until it is time to defer; then defers. */
async function deferring(
  work: Promise<unknown>,
  defer: () => Promise<void>,
  { deferAfterMs = DEFER_AFTER_MS }: BotDependencies,
): Promise<void> {
  if (!(await settlesWithin(deferAfterMs, work))) await defer();
}

/** Whether some work is done, or fails, within this time. */
async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([settled, late]);
  clearTimeout(timer);
  return inTime;
}

/** Suggestions can't fail in front of the user: an empty list is an answer, too. Returns what came of it. */
async function suggest(
  interaction: AutocompleteInteraction,
  { commands, suggestWithinMs = SUGGEST_WITHIN_MS }: Pick<BotDependencies, 'commands' | 'suggestWithinMs'>,
  context: CommandContext,
  log: Log,
): Promise<Outcome> {
  try {
    const command = commands.get(interaction.commandName);
    const choosing = (async () => command?.autocomplete?.(interaction, context) ?? [])();
    const inTime = await settlesWithin(suggestWithinMs, choosing);
    if (!inTime) log.warn({ ms: suggestWithinMs }, 'suggestions took too long');
    await suggestTo(interaction, inTime ? await choosing : []);
    return inTime ? 'done' : 'unavailable';
  } catch (error) {
    // The next letter typed makes the last one's suggestions unknown: nothing is lost.
    if (isGone(error)) {
      log.debug('typed on');
      return 'done';
    }
    const isReading = error instanceof ArchiveReadingError;
    if (isReading) log.debug('still reading');
    else log.error({ err: error }, 'no suggestions');
    if (!interaction.responded) await suggestTo(interaction, []).catch(() => log.warn('nor an empty list'));
    return isReading ? 'reading' : 'failed';
  }
}

/**
 * Tells the user in one plain line, for them alone, and the log with the error; what is unexpected has a number in both. Returns what
 * became of the interaction.
 */
async function fail(interaction: Answerable, error: unknown, messages: Messages, log: Log): Promise<Outcome> {
  if (error instanceof InputError) {
    log.info({ inputError: true }, 'answered');
    await tell(interaction, error.message, log);
    return 'input-error';
  }
  if (error instanceof ArchiveReadingError || error instanceof EmptyArchiveError) {
    const { reading, empty } = messages.errors;
    const isEmpty = error instanceof EmptyArchiveError;
    log.info({ refused: error.name }, 'refused');
    await tell(interaction, isEmpty ? empty : reading(error.percent), log);
    return isEmpty ? 'empty' : 'reading';
  }
  if (isArchiveError(error)) {
    log.error({ err: error }, 'the archive could not answer');
    await tell(interaction, messages.errors.unavailable, log);
    return 'unavailable';
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'an interaction failed');
  if (!isGone(error))
    await tell(interaction, messages.errors.unexpected(reference), log.child({ reference }));
  return 'failed';
}

async function tell(interaction: Answerable, text: string, log: Log): Promise<void> {
  try {
    await send(interaction, notice(text));
  } catch (error) {
    log.error({ err: error }, 'the user could not be told');
  }
}

/** Interactions whose delivery is remembered: those of the last minutes. */
const DELIVERIES = 1_000;

/** Says of an interaction whether it is delivered for the first time: a session that is resumed may repeat some. */
function firstDeliveries(): (id: string) => boolean {
  const delivered = new LRUCache<string, true>({ max: DELIVERIES });
  return (id) => {
    if (delivered.has(id)) return false;
    delivered.set(id, true);
    return true;
  };
}

/** Warns, once, where another process seems to answer with the same token: Discord says of an interaction that it has been answered. */
function twinWatch(log: Log) {
  let told = false;
  return {
    answeredElsewhere(id: string) {
      if (told) return;
      told = true;
      log.warn(
        { id },
        'somebody else answered this first: does another process run with this DISCORD_TOKEN?',
      );
    },
  };
}

/** Whether Discord waits for no answer to an interaction any more. */
function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION;
}

/** What is told to who gets no answer; one who was let in stands outside of the fence. */
function refusalText(ticket: Ticket, { errors }: Messages): string {
  if (ticket.admitted) return errors.outside;
  if (ticket.reason === 'slow-down') return errors.slowDown(ticket.seconds);
  return ticket.reason === 'busy' ? errors.busy : errors.stopping;
}

/** Everything that Discord waits for an answer to, of older versions of the bot, too; suggestions apart. */
function isAnswerable(interaction: Interaction): interaction is Answerable {
  return isCommand(interaction) || interaction.isButton() || interaction.isRepliable();
}

function isCommand(
  interaction: Interaction,
): interaction is ChatInputCommandInteraction | MessageContextMenuCommandInteraction {
  return interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
}

function isPress(interaction: Interaction): interaction is ButtonPress {
  return interaction.isButton() || interaction.isStringSelectMenu();
}

/** Of a menu, what was chosen is what a button's custom id would be. */
function pressedId(interaction: ButtonPress): string {
  return interaction.isButton() ? interaction.customId : (interaction.values[0] ?? '');
}

/** What an interaction is called where it is counted: by names of ours alone, however many others an old message or client may hold. */
function nameOf(interaction: Interaction, { commands }: Pick<BotDependencies, 'commands'>) {
  const other = 'other';
  if (isPress(interaction)) {
    const { action } = readCustomId(pressedId(interaction));
    return { type: 'button', name: Object.hasOwn(BUTTONS, action) ? action : other } as const;
  }
  if (!interaction.isAutocomplete() && !isCommand(interaction)) return { type: other, name: other } as const;
  const type = interaction.isAutocomplete() ? 'suggestion' : 'command';
  return { type, name: commands.has(interaction.commandName) ? interaction.commandName : other } as const;
}

/** What a log line says of an interaction: what people typed only where the operator wants it. */
function whatOf(interaction: Interaction, questions: boolean): object {
  if (isPress(interaction)) return { button: readCustomId(pressedId(interaction)).action };
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
