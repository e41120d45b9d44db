import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import type { Archive } from '../../archive/archive.ts';
import { type ArchiveThread, openArchiveThread } from '../../archive/archive-thread.ts';
import { type BotConfig, readBotConfig } from '../../config.ts';
import { openArchiveFolder } from '../../data-folder.ts';
import { applicationOf, inviteUrl, notInServer, StartupError } from '../../discord/application.ts';
import { type Bot, startBot } from '../../discord/bot.ts';
import type { EditingDependencies } from '../../discord/commands/command.ts';
import { loadCommands } from '../../discord/commands/commands.ts';
import { register, registerIn } from '../../discord/register.ts';
import { warmUp } from '../../discord/warm-up.ts';
import { openEditing } from '../../editing/editing.ts';
import { pageFetcher } from '../../editing/page-fetcher.ts';
import { type Log, openLog } from '../../log.ts';
import { UsageError } from '../../usage-error.ts';
import { startPolling } from '../../web/feeds/poller.ts';
import type { Output } from '../output.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(new Command('start').description('run the Discord bot').option(...CORPUS), run);

export interface StartFlags {
  readonly corpus?: string;
}

/** sysexits' EX_CONFIG: trying again changes nothing, so a supervisor that knows it does not loop. */
const EX_CONFIG = 78;

const LEAVE_MS = 1_000;

const PUBLIC =
  'Public Bot is on: anybody may add this bot to a server of theirs, and ask the archive there. IBID_GUILDS names the servers that get answers';

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
    openArchiveFolder(config.data, config.corpus, tell);
    const thread = await openArchive(config, log, tell);
    const { archive } = thread;
    log.info(await countsOf(archive), 'archive read');
    await warmUp(archive);
    const where = { rest, applicationId: application.id, guilds: config.guilds };
    const definitions = [...commands.values()];
    const { changed, missing } = await register(definitions, where);
    log.info({ commands: commands.size, changed, guilds: config.guilds }, 'commands registered');
    for (const guild of missing) log.warn({ guild }, notInServer(guild, application.id));
    if (application.bot_public && config.guilds.length === 0) log.warn(PUBLIC);
    output.write(`Add ${application.name} to a server: ${inviteUrl(application.id)}`);
    const fence = new Set(config.guilds);
    const bot = await startBot({
      login: config.login,
      archive,
      commands,
      log,
      logQuestions: config.logQuestions,
      editing: await editingDependencies(config),
      fence,
      joined: async (guild) => {
        if (fence.has(guild)) await registerIn(guild, definitions, where);
      },
    });
    const polling = pollFeeds(config, log);
    return await stopOn(bot, { thread, polling }, log);
  } catch (error) {
    if (error instanceof StartupError || error instanceof UsageError) {
      output.warn(`ibid: ${error.message}`);
      return EX_CONFIG;
    }
    throw error;
  }
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

async function countsOf(archive: Archive) {
  const { articles, sentences, engine, problems } = await archive.status();
  return { articles, sentences, engine, problems: problems.length };
}

/** Opens the archive in its thread, where it follows its files; the log says what happens there. */
function openArchive(config: BotConfig, log: Log, tell: (note: string) => void): Promise<ArchiveThread> {
  const { corpus, data, engine, miniSearchSentences, watch } = config;
  const index = { corpus, data, engine, miniSearchSentences };
  let failure = '';
  const opened = openArchiveThread(
    { index, watch },
    {
      note: tell,
      changed({ added, changed, removed }) {
        failure = '';
        const files = { added: added.length, changed: changed.length, removed: removed.length };
        void opened
          .then(({ archive }) => countsOf(archive))
          .then((counts) => log.info({ ...files, ...counts }, 'archive changed'))
          .catch((err) => log.warn({ err }, 'archive changed'));
      },
      failed(err) {
        // A drive that is gone for the night is one line, not one every few seconds.
        if (err.message !== failure) log.warn({ err }, 'the archive could not be synced');
        failure = err.message;
      },
      crashed: (err) => log.error({ err }, 'the archive’s thread crashed: starting it again'),
    },
  );
  return opened;
}

/** Feeds are polled, where some are listed, and the log says what came of it; what is stored `keepUp` finds. */
function pollFeeds({ feeds, corpus, data }: BotConfig, log: Log): { close(): void } {
  if (feeds === undefined) return { close() {} };
  let failure = '';
  return startPolling(
    { corpus, data, ...feeds },
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
  );
}

/** From here on a signal means a stop in good order; before it, nothing is running that could be lost. */
function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

interface Running {
  readonly thread: ArchiveThread;
  readonly polling: { close(): void };
}

/** Until a signal, or until Discord has closed the connection for good: then it throws the `StartupError`. */
async function stopOn(bot: Bot, { thread, polling }: Running, log: Log): Promise<number> {
  const end = await Promise.race([untilSignal(), bot.ended]);
  if (typeof end === 'string') log.info({ signal: end }, 'stopping');
  polling.close();
  await bot.stop();
  await thread.close();
  log.info('stopped');
  // A request that Discord doesn't answer would keep the process for a minute.
  setTimeout(() => process.exit(), LEAVE_MS).unref();
  if (typeof end !== 'string') throw end;
  return 0;
}
