import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { Archive } from '../archive/archive.ts';
import type { Log } from '../log.ts';
import { inPlainWords, type Login, restOptions } from './application.ts';
import type { Command, EditingDesk } from './commands/command.ts';
import { interactionHandler } from './interactions.ts';
import { GATE, type GateOptions, gate } from './rate-limiter.ts';

export interface BotOptions {
  readonly login: Login;
  /** Asked for at each interaction: it may be another one by then. */
  readonly archive: Archive;
  readonly commands: ReadonlyMap<string, Command>;
  readonly log: Log;
  readonly logQuestions: boolean;
  readonly limits?: GateOptions;
  readonly editing?: EditingDesk;
}

export interface Bot {
  /** Lets nobody in any more, finishes what runs, and leaves. */
  stop(): Promise<void>;
}

/** A running answer gets this long to finish when the bot is told to stop; `docker stop` kills after 10 s. */
const FINISH_MS = 6_000;

/** What was on its way when the bot was told to stop arrives within this, and is told why it is not answered. */
const LINGER_MS = 250;

/** Connects to Discord and answers until stopped. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { login, commands, log, logQuestions, limits, editing } = options;
  const door = gate(limits ?? GATE);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: restOptions(login),
  });
  const desk = {
    get archive() {
      return options.archive;
    },
    ...{ commands, log, logQuestions, gate: door, editing },
  };
  client.on(Events.InteractionCreate, interactionHandler(desk));
  logGateway(client, log);
  try {
    await client.login(login.token);
  } catch (error) {
    await client.destroy();
    throw inPlainWords(error, login);
  }
  return {
    async stop() {
      const lingered = after(LINGER_MS);
      const finished = await Promise.race([door.close().then(() => true), after(FINISH_MS)]);
      await lingered;
      if (!finished) log.warn('some answers were not finished in time');
      // A goodbye looks to discord.js like one more drop.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** What happens to the connection: discord.js mends it by itself, the operator can read that it did. */
function logGateway(client: Client, log: Log): void {
  client.once(Events.ClientReady, ({ user, guilds }) =>
    log.info({ user: user.tag, guilds: guilds.cache.size }, 'connected'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn({ shard, code }, 'disconnected'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'ready'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.warn({ route, timeToReset, global }, 'rate limited: waiting'),
  );
  client.rest.on('response', ({ method, path }, { status }) => {
    if (status >= 500) log.warn({ method, path: withoutToken(path), status }, 'Discord failed');
  });
}

/** An interaction's token is as good as a password for its 15 minutes. */
function withoutToken(path: string): string {
  return path.replace(/\/(interactions|webhooks)\/(\d+)\/[^/]+/, '/$1/$2/…');
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, false).unref();
  });
}
