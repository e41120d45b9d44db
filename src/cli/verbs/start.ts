import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import type { Archive } from '../../archive/archive.ts';
import { type ArchiveThread, openArchiveThread } from '../../archive/archive-thread.ts';
import { type BotConfig, readBotConfig, serviceManagerOf } from '../../config.ts';
import { archiveFolder, LIMITS_FOLDER, openArchiveFolder } from '../../data-folder.ts';
import {
  type Application,
  applicationOf,
  inPlainWords,
  inviteUrl,
  notInServer,
  PUBLIC,
  StartupError,
} from '../../discord/application.ts';
import { type Bot, startBot } from '../../discord/bot.ts';
import type { Command as DiscordCommand, EditingDependencies } from '../../discord/commands/command.ts';
import { loadCommands } from '../../discord/commands/commands.ts';
import { type Registration, register, registerIn } from '../../discord/register.ts';
import { hasFirst } from '../../discord/shards.ts';
import { warmUp } from '../../discord/warm-up.ts';
import { openEditing } from '../../editing/editing.ts';
import { pageFetcher } from '../../editing/page-fetcher.ts';
import { foldersInUse, modelsInUse } from '../../encoder/models-in-use.ts';
import { environment } from '../../environment.ts';
import { type Log, openLog } from '../../log.ts';
import { archiveText } from '../../monitoring/bot-state.ts';
import { UsageError } from '../../usage-error.ts';
import { startPolling } from '../../web/feeds/poller.ts';
import { type BotMonitor, monitorBot } from '../bot-monitor.ts';
import { reportingArchive, reportingFeeds } from '../bot-reports.ts';
import type { Output } from '../output.ts';
import { logReading } from '../reading-log.ts';
import { type ServiceManager, serviceManager } from '../service-manager.ts';
import { modelText } from '../terminal/model-text.ts';
import { CORPUS, verb } from '../verb.ts';
import { problemLine } from './status.ts';

export default verb(new Command('start').description('run the Discord bot').option(...CORPUS), run);

export interface StartFlags {
  readonly corpus?: string;
}

/** sysexits' EX_CONFIG: trying again changes nothing, so a supervisor that knows it does not loop. */
const EX_CONFIG = 78;

const LEAVE_MS = 1_000;

/**
 * V8 lets garbage grow to a multiple of what lives before it collects. A bot shares a small server: a tenth is enough.
 * Over a million sentences, after 1,000 questions one upon the other, that is 280 MB resident instead of 450.
 */
const HEAP_GROWTH = '--heap-growing-percent=10';

/** `ibid start`: connects to Discord and answers until SIGINT or SIGTERM. */
export async function run(flags: StartFlags, output: Output): Promise<number> {
  setFlagsFromString(HEAP_GROWTH);
  try {
    const config = readBotConfig(flags);
    const commands = await loadCommands();
    const log = await openLog({ level: config.logLevel, pretty: process.stdout.isTTY === true });
    const { rest, application } = await applicationOf(config.login);
    const tell = onceEach((note) => log.warn({ note }, 'data'));
    const folder = openArchiveFolder(config.data, config.corpus, tell);
    const monitor = await monitorBot(folder, config, log);
    const thread = openArchive(config, log, monitor, tell);
    monitor.follow(thread);
    const { archive } = thread;
    const manager = managerOf(log);
    try {
      const signalled = untilSignal();
      void signalled.then((signal) => manager.tell('STOPPING=1', `STATUS=Stopping: ${signal}`));
      logReading(thread, log);
      const polling = whenRead(thread, config, log, monitor);
      // Until the bot runs nobody waits for it.
      polling.catch(() => {});
      const connecting = connect({ config, rest, application, archive, commands, log, monitor, output });
      const bot = await Promise.race([connecting, signalled]);
      if (typeof bot === 'string') return 0;
      monitor.connected(bot);
      tellState(manager, monitor, polling);
      return await stopOn(signalled, bot, polling, log);
    } finally {
      monitor.close();
      await thread.close();
      await manager.close();
      // A request that Discord doesn't answer would keep the process for a minute.
      setTimeout(() => process.exit(), LEAVE_MS).unref();
    }
  } catch (error) {
    if (error instanceof StartupError || error instanceof UsageError) {
      output.warn(`ibid: ${error.message}`);
      return EX_CONFIG;
    }
    throw error;
  }
}

/** systemd, where it has started the bot as a service of Type=notify. */
function managerOf(log: Log): ServiceManager {
  return serviceManager(serviceManagerOf(environment(), process.pid), (err) =>
    log.warn({ err }, 'systemd could not be told how the bot is'),
  );
}

/** `systemctl status` shows a line: once the bot is connected, and again when its archive is read. */
function tellState(manager: ServiceManager, monitor: BotMonitor, reading: Promise<unknown>): void {
  const status = () => `STATUS=Connected to Discord; ${archiveText(monitor.state().archive)}`;
  const { isOpen } = monitor.state().archive;
  manager.tell('READY=1', status());
  if (!isOpen) reading.then(() => manager.tell(status())).catch(() => {});
}

interface Connection extends Application {
  readonly config: BotConfig;
  readonly archive: Archive;
  readonly commands: ReadonlyMap<string, DiscordCommand>;
  readonly log: Log;
  readonly monitor: BotMonitor;
  readonly output: Output;
}

/** Registers the commands and goes online, whether the archive is read or not. */
async function connect({
  config,
  rest,
  application,
  archive,
  commands,
  log,
  monitor,
  output,
}: Connection): Promise<Bot> {
  const { login, guilds, logQuestions, shards } = config;
  const where = { rest, applicationId: application.id, guilds };
  const definitions = [...commands.values()];
  if (hasFirst(shards)) await registerAll(definitions, where, config, log);
  if (application.bot_public && guilds.length === 0) log.warn(PUBLIC);
  output.write(`Add ${application.name} to a server: ${inviteUrl(application.id)}`);
  const fence = new Set(guilds);
  const editing = await editingDependencies(config);
  const joined = async (guild: string) => {
    if (fence.has(guild)) await registerIn(guild, definitions, where);
  };
  const limitsFolder = join(archiveFolder(config.data, config.corpus), LIMITS_FOLDER);
  const asked = {
    login,
    archive,
    commands,
    log,
    logQuestions,
    editing,
    fence,
    joined,
    report: monitor.report,
  };
  return startBot({ ...asked, shards, limitsFolder });
}

/** Of several processes the one with the first shard does it. */
async function registerAll(
  definitions: readonly DiscordCommand[],
  where: Registration,
  { login, guilds }: BotConfig,
  log: Log,
): Promise<void> {
  const { changed, missing } = await register(definitions, where).catch((error: unknown) => {
    throw inPlainWords(error, login);
  });
  log.info({ commands: definitions.length, changed, guilds }, 'commands registered');
  for (const guild of missing) log.warn({ guild }, notInServer(guild, where.applicationId));
}

/** Once the archive is read, its feeds are polled, as long as this process is its writer. Throws where it can't be opened. */
async function whenRead(
  { archive, opened, role }: OpenedArchive,
  config: BotConfig,
  log: Log,
  monitor: BotMonitor,
): Promise<Polling> {
  await opened;
  await warmUp(archive);
  const models = await modelsInUse(foldersInUse(config), () => {});
  log.info({ ...(await countsOf(archive, log, monitor)), models: models.map(modelText) }, 'archive read');
  return role.whileWriter(() => pollFeeds(config, log, monitor));
}

/** Several parts of Ibid meet the same fault: it is said once. */
function onceEach(tell: (note: string) => void): (note: string) => void {
  const told = new Set<string>();
  return (note) => {
    if (told.has(note)) return;
    told.add(note);
    tell(note);
  };
}

async function editingDependencies(config: BotConfig): Promise<EditingDependencies> {
  const { editorRoles, guilds, uploadLimit, watch, feeds } = config;
  return {
    ...(await openEditing(config)),
    ...(feeds && { fetchPage: pageFetcher({ allowHosts: feeds.allowHosts, limit: uploadLimit }) }),
    ...{ roles: editorRoles, guilds, uploadLimit, follows: watch !== 'off' },
  };
}

/** Counts for a line of the log; an archive without articles is a warning of its own. */
async function countsOf(archive: Archive, log: Log, { report }: BotMonitor) {
  const { articles, sentences, engine, problems } = await archive.status();
  report({ kind: 'archive', articles, sentences });
  if (articles === 0) {
    const first = problems.slice(0, PROBLEMS_SHOWN).map(problemLine);
    log.warn({ problems: first }, 'the archive is empty: there is nothing to answer from');
  }
  return { articles, sentences, engine, problems: problems.length };
}

const PROBLEMS_SHOWN = 5;

/** Opens the archive in its thread, where it follows its files; the log says what happens there. */
function openArchive(
  config: BotConfig,
  log: Log,
  monitor: BotMonitor,
  tell: (note: string) => void,
): OpenedArchive {
  const { corpus, data, engine, miniSearchSentences, role, watch, modelIndex } = config;
  const models = foldersInUse(config);
  const index = { corpus, data, engine, miniSearchSentences, role };
  const current = currentRole();
  let failure = '';
  const thread = openArchiveThread(
    { index, watch, models, modelIndex },
    reportingArchive(
      {
        note: tell,
        changed({ added, changed, removed }) {
          failure = '';
          const files = { added: added.length, changed: changed.length, removed: removed.length };
          void countsOf(thread.archive, log, monitor)
            .then((counts) => log.info({ ...files, ...counts }, 'archive changed'))
            .catch((err) => log.warn({ err }, 'archive changed'));
        },
        failed(err) {
          // A drive that is gone for the night is one line, not one every few seconds.
          if (err.message !== failure) log.warn({ err }, 'the archive could not be synced');
          failure = err.message;
        },
        vectors({ isWhole, ...vectors }) {
          log.info(vectors, isWhole ? 'vectors are kept' : 'vectors are being kept, while no question waits');
        },
        role: current.set,
        crashed: (err) => log.error({ err }, 'the archive’s thread crashed: starting it again'),
      },
      monitor.report,
    ),
  );
  return { ...thread, role: current };
}

interface OpenedArchive extends ArchiveThread {
  readonly role: Pick<ReturnType<typeof currentRole>, 'whileWriter'>;
}

/** Whether this process is the archive's writer, which may become otherwise; and what it does as long as it is. */
function currentRole() {
  let writes = false;
  let begin: (() => Polling) | undefined;
  let running: Polling | undefined;
  const update = () => {
    if (writes && begin) running ??= begin();
    else {
      running?.close();
      running = undefined;
    }
  };
  return {
    set(isWriter: boolean) {
      writes = isWriter;
      update();
    },
    whileWriter(act: () => Polling): Polling {
      begin = act;
      update();
      const close = () => {
        begin = undefined;
        update();
      };
      return { close };
    },
  };
}

/** Feeds are polled, where some are listed, and the log says what came of it; what is stored `keepUp` finds. */
function pollFeeds({ feeds, corpus, data }: BotConfig, log: Log, monitor: BotMonitor): Polling {
  if (feeds === undefined) return { close() {} };
  let failure = '';
  return startPolling(
    { corpus, data, ...feeds },
    reportingFeeds(
      {
        feed({ feed, outcome, reason, articles, pending }) {
          failure = '';
          const stored = articles.filter((one) => one.outcome === 'stored').length;
          for (const { url, reason } of articles) if (reason) log.warn({ url, reason }, 'article refused');
          if (reason) log.warn({ feed, reason }, 'feed refused');
          else log[stored > 0 ? 'info' : 'debug']({ feed, outcome, stored, pending }, 'feed read');
        },
        faults: (faults) => log.warn({ faults }, 'not feeds'),
        failed(err) {
          // A full disk is one line, not one a minute.
          if (err.message !== failure) log.warn({ err }, 'feeds could not be read');
          failure = err.message;
        },
      },
      monitor.report,
    ),
  );
}

/** From here on a signal means a stop in good order. */
function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

interface Polling {
  close(): void;
}

/**
 * Until a signal; or until Discord has closed the connection for good, or the archive can't be opened: then it throws why. The
 * bot is stopped in any case.
 */
async function stopOn(
  signalled: Promise<NodeJS.Signals>,
  bot: Bot,
  polling: Promise<Polling>,
  log: Log,
): Promise<number> {
  const failed = polling.then(() => new Promise<never>(() => {}));
  try {
    const end = await Promise.race([signalled, bot.ended, failed]);
    if (typeof end !== 'string') throw end;
    log.info({ signal: end }, 'stopping');
    return 0;
  } finally {
    polling.then((one) => one.close()).catch(() => {});
    await bot.stop();
    log.info('stopped');
  }
}
