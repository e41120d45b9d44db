import { setTimeout as rest } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, type Guild, Options, Status } from 'discord.js';
import type { Archive } from '../archive/archive.ts';
import type { Log } from '../log.ts';
import type { Shards } from '../model/shards.ts';
import { ownAdmissions } from './admissions.ts';
import { closedForGood, inPlainWords, type Login, restOptions, type StartupError } from './application.ts';
import type { Command, EditingDependencies } from './commands/command.ts';
import { logConnection } from './connection-log.ts';
import type { Fence } from './fence.ts';
import { type BotDependencies, interactionHandler } from './interaction-handler.ts';
import { DEFAULT_RATE_LIMITS, type RateLimits, rateLimiter } from './rate-limiter.ts';
import type { DiscordReport, ShardState } from './report.ts';
import { isPartOfSeveral, shardOptions } from './shards.ts';
import { sharedAdmissions } from './shared-admissions.ts';

export interface BotOptions {
  readonly login: Login;
  readonly archive: Archive;
  readonly commands: ReadonlyMap<string, Command>;
  readonly log: Log;
  readonly logQuestions: boolean;
  readonly limits?: RateLimits;
  readonly editing?: EditingDependencies;
  /** The servers that it answers in: everywhere where absent. */
  readonly fence?: Fence;
  /** Its connections: as many as Discord recommends where absent. */
  readonly shards?: Shards;
  /** Where processes with other shards of the same bot share what one person may ask. */
  readonly limitsFolder?: string;
  /** Called when the bot was added to a server of the fence. */
  readonly joined?: (guildId: string) => Promise<void>;
  /** Told what happens, for who counts it. */
  readonly report?: (report: DiscordReport) => void;
}

export interface Bot {
  /** Resolves where Discord has closed the connection for good, with a line for the operator. */
  readonly ended: Promise<StartupError>;
  /** The connections that there are to be, and whether each is there now. */
  shards(): ShardState[];
  /** Admits no interaction any more, finishes what runs, and disconnects. */
  stop(): Promise<void>;
}

/** How long running answers may take to finish when the bot is stopped, in ms; `docker stop` kills after 10 s. */
const FINISH_MS = 6_000;

/** How long to wait for interactions that were sent before the bot was stopped, in ms: they are told that it stops. */
const LINGER_MS = 250;

/** Connects to Discord and answers until stopped. Throws `StartupError` where trying again changes nothing. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const {
    login,
    archive,
    commands,
    log,
    logQuestions,
    editing,
    fence = new Set(),
    shards = 'auto',
  } = options;
  const { limits = DEFAULT_RATE_LIMITS, report } = options;
  const admissions = admissionsOf(options);
  const limiter = rateLimiter(limits, admissions(limits, 'answers'));
  const client = clientFor(login, shards);
  const asked = { archive, commands, log, logQuestions, editing, fence, report };
  const dependencies = { ...asked, rateLimiter: limiter, admissions };
  client.on(Events.InteractionCreate, interactionHandler(dependencies));
  const fallSilent = logConnection(client, log);
  logClient(client, log);
  client.rest.on('response', (_, { status }) => report?.({ kind: 'response', status }));
  logGuilds(client, options);
  let fatal: StartupError | undefined;
  const ended = new Promise<StartupError>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => {
      fallSilent();
      fatal = closedForGood(code, shards);
      resolve(fatal);
    });
  });
  try {
    await client.login(login.token);
  } catch (error) {
    fallSilent();
    await client.destroy();
    throw fatal ?? inPlainWords(error, login);
  }
  return {
    ended,
    shards: () =>
      client.ws.shards.map(({ id, status }) => ({ shard: id, isConnected: status === Status.Ready })),
    async stop() {
      // It keeps the process, where nothing else does any more.
      const lingered = rest(LINGER_MS);
      const finished = await Promise.race([limiter.close().then(() => true), after(FINISH_MS)]);
      await lingered;
      if (!finished) log.warn('some answers were not finished in time');
      // discord.js reports our own disconnect as a reconnect.
      fallSilent();
      await client.destroy();
    },
  };
}

function clientFor(login: Login, shards: Shards): Client {
  // Each interaction says itself who asks, with which roles and permissions: what an earlier one said is not kept.
  const nobodyElse = { maxSize: 0, keepOverLimit: ({ id }: { id: string }) => id === client.user?.id };
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...shardOptions(shards),
    allowedMentions: { parse: [] },
    rest: restOptions(login),
    makeCache: Options.cacheWithLimits({ GuildMemberManager: nobodyElse, UserManager: nobodyElse }),
  });
  return client;
}

/** Whoever asks in several servers may be with several processes: they count together. */
function admissionsOf({
  shards = 'auto',
  limitsFolder,
}: BotOptions): NonNullable<BotDependencies['admissions']> {
  if (limitsFolder === undefined || !isPartOfSeveral(shards)) return (allowance) => ownAdmissions(allowance);
  return (allowance, name) => sharedAdmissions(allowance, { folder: limitsFolder, name });
}

function logClient(client: Client, log: Log): void {
  client.once(Events.ClientReady, ({ user, guilds, ws }) =>
    log.info({ user: user.tag, guilds: guilds.cache.size, shards: [...ws.shards.keys()] }, 'connected'),
  );
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.warn({ route, timeToReset, global }, 'rate limited: waiting'),
  );
  client.rest.on('response', ({ method, path }, { status }) => {
    if (status >= 500) log.warn({ method, path: withoutToken(path), status }, 'Discord failed');
  });
}

/** Servers that the bot is added to and removed from: anybody may add a public bot to theirs. */
function logGuilds(client: Client, { log, fence = new Set(), joined }: BotOptions): void {
  const isOutside = ({ id }: Guild) => fence.size > 0 && !fence.has(id);
  client.once(Events.ClientReady, ({ guilds }) => {
    const outside = guilds.cache.filter(isOutside).map(named);
    if (outside.length > 0) log.warn({ guilds: outside.slice(0, GUILDS_NAMED) }, OUTSIDE);
  });
  client.on(Events.GuildCreate, (guild) => {
    log.info({ guild: named(guild), guilds: client.guilds.cache.size }, 'added to a server');
    if (isOutside(guild)) return log.warn({ guilds: [named(guild)] }, OUTSIDE);
    joined?.(guild.id).catch((err: unknown) => log.error({ err, guild: named(guild) }, 'no commands there'));
  });
  client.on(Events.GuildDelete, (guild) =>
    log.info({ guild: named(guild), guilds: client.guilds.cache.size }, 'removed from a server'),
  );
}

const OUTSIDE = 'in a server that IBID_GUILDS does not list: nobody gets an answer there';
const GUILDS_NAMED = 20;

function named({ id, name }: Guild) {
  return { id, name };
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
