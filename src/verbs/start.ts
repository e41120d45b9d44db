import { openArchive } from '../archive.ts';
import { readBotConfig } from '../config.ts';
import { applicationOf, CannotStart, inviteUrl } from '../discord/application.ts';
import { type Bot, startBot } from '../discord/bot.ts';
import { loadCommands } from '../discord/commands.ts';
import { register } from '../discord/register.ts';
import { type Log, openLog } from '../log.ts';
import { WrongUse } from '../wrong-use.ts';
import type { Output } from './output.ts';

export interface StartFlags {
  readonly corpus?: string;
}

/** sysexits' EX_CONFIG: trying again changes nothing, so a supervisor that knows it does not loop. */
const EX_CONFIG = 78;

/** `ibid start`: connects to Discord and answers until SIGINT or SIGTERM. */
export async function run(flags: StartFlags, output: Output): Promise<number> {
  try {
    const config = readBotConfig(flags);
    const commands = await loadCommands();
    const log = await openLog({ level: config.logLevel, pretty: process.stdout.isTTY === true });
    const stopped = untilSignal();
    const { rest, application } = await applicationOf(config.login);
    const archive = await openArchive(config);
    log.info(
      {
        articles: archive.collection.documents.length,
        sentences: archive.collection.sentences.length,
        problems: archive.problems.length,
      },
      'archive read',
    );
    const where = { rest, applicationId: application.id, data: config.data, ...guildOf(config.guildId) };
    const told = await register([...commands.values()], where);
    log.info({ commands: commands.size, told, ...guildOf(config.guildId) }, 'commands registered');
    output.write(`Add ${application.name} to a server: ${inviteUrl(application.id)}`);
    const bot = await startBot({
      login: config.login,
      archive,
      commands,
      log,
      logQuestions: config.logQuestions,
    });
    return await stopOn(stopped, bot, log);
  } catch (error) {
    if (error instanceof CannotStart || error instanceof WrongUse) {
      output.warn(`ibid: ${error.message}`);
      return EX_CONFIG;
    }
    throw error;
  }
}

function guildOf(guildId: string | undefined) {
  return guildId === undefined ? {} : { guildId };
}

function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

async function stopOn(signal: Promise<NodeJS.Signals>, bot: Bot, log: Log): Promise<number> {
  log.info({ signal: await signal }, 'stopping');
  await bot.stop();
  log.info('stopped');
  return 0;
}
