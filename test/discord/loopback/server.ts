import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type Clock, createClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createValidator, OPENAPI } from './limits/validation.ts';
import {
  addGuild,
  addUser,
  type GuildOptions,
  guildCreatePayload,
  type LoopbackGuild,
  setMembership,
} from './places.ts';
import { createRequestLog, type LoggedRequest, type Refusal } from './rest/requests.ts';
import { createRest } from './rest/rest.ts';
import { createUser, type User, type UserOptions } from './user.ts';
import { createWaiting } from './waiting.ts';
import { createIds, type RateLimit, type World } from './world.ts';

export interface LoopbackOptions {
  /** Guilds that the bot is in; one, in English, unless said. */
  readonly guilds?: readonly GuildOptions[];
  /** Whether anybody may add the bot; not unless said. */
  readonly isPublic?: boolean;
  /** What GET /gateway/bot recommends. */
  readonly shards?: number;
  /** Its `max_concurrency`, which the gateway then holds the bot to: it says 1, and minds nothing, unless said. */
  readonly identifyConcurrency?: number;
  /** Servers that one shard may serve; 2,500 unless said. */
  readonly guildsPerShard?: number;
  /** Sessions that the bot may begin today; 1,000 unless said. */
  readonly sessionsLeft?: number;
  /** Privileged intents that the bot was granted. */
  readonly privilegedIntents?: number;
  readonly heartbeatInterval?: number;
  /** Milliseconds until an unanswered interaction dies, and until its token does. */
  readonly deadlines?: { readonly firstResponse?: number; readonly token?: number };
  /** Requests per bucket and window; generous, so that no test sleeps in a client's queue. */
  readonly rateLimit?: RateLimit;
  /** How long to wait for the bot before giving up with an explanation. */
  readonly patience?: number;
  /** The official API description; `false` leaves it out. */
  readonly openapi?: string | URL | false;
}

export interface LoopbackDiscord {
  /** For `DISCORD_API_URL` and discord.js's `rest.api`. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guilds: readonly LoopbackGuild[];
  readonly requests: readonly LoggedRequest[];
  /** What was refused as malformed: a test of good manners expects none. */
  readonly refused: readonly Refusal[];
  /** Mentions that would have notified someone. */
  readonly pings: readonly string[];
  readonly faults: Faults;
  readonly clock: Clock;
  readonly gateway: Gateway;
  readonly validator: World['validator'];
  user(options?: UserOptions): User;
  /** Somebody adds the bot to a guild, of which it is told; a new one where it isn't there yet. */
  addBot(guild?: GuildOptions): LoopbackGuild;
  /** Somebody throws it out. */
  removeBot(guildId: string): void;
  /** The commands registered globally, or in one guild. */
  commands(guildId?: string): readonly APIApplicationCommand[];
  /** Resolves once a bot is connected and has been told of its guilds. */
  ready(): Promise<void>;
  /** Waits until something is so; `what` completes "this never came: …". */
  until<T>(look: () => T | undefined | false, what: string, patience?: number): Promise<T>;
  close(): Promise<void>;
}

/** In ms, for what never comes: it costs a failing test only, so that a busy machine has its time. */
export const PATIENCE = 90_000;

/** https://discord.com/developers/docs/events/gateway#sharding, and #session-start-limit-object. */
const GUILDS_PER_SHARD = 2_500;
const SESSIONS_A_DAY = 1_000;

/** A Discord of our own on this machine: HTTP, gateway, and people who use the bot. */
export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const world = createWorld(options);
  for (const guild of options.guilds ?? [{}]) addGuild(world, guild);
  const server = createServer(createRest(world));
  const gateway = createGateway(world, server);
  world.origin = await listen(server);
  const ours = [...world.guilds.values()];
  return {
    url: `${world.origin}/api`,
    token: world.token,
    applicationId: world.bot.id,
    guilds: ours,
    requests: world.log.requests,
    refused: world.log.refused,
    pings: world.log.pings,
    faults: world.faults,
    clock: world.clock,
    gateway,
    validator: world.validator,
    user: (who) => createUser(world, gateway, who),
    addBot(options = {}) {
      const { id } = world.guilds.get(options.id ?? '') ?? addGuild(world, options);
      const guild = setMembership(world, id, true);
      gateway.dispatch('GUILD_CREATE', guildCreatePayload(world, guild), id);
      return guild;
    },
    removeBot(id) {
      setMembership(world, id, false);
      gateway.dispatch('GUILD_DELETE', { id }, id);
    },
    commands: (guildId = '') => world.commands.get(guildId) ?? [],
    ready: () => untilReady(world, gateway),
    until: (look, what, patience) =>
      world.waiting.until(
        () => look() || undefined,
        () => `this never came: ${what}`,
        patience,
      ),
    close: () => close(world, gateway, server),
  };
}

function createWorld(options: LoopbackOptions): World {
  const clock = createClock();
  const waiting = createWaiting(options.patience ?? PATIENCE);
  const newId = createIds(clock);
  const world: World = {
    clock,
    waiting,
    newId,
    faults: createFaults(clock),
    log: createRequestLog(),
    validator: createValidator(options.openapi === false ? undefined : (options.openapi ?? OPENAPI)),
    deadlines: { firstResponse: 3000, token: 15 * 60_000, ...options.deadlines },
    rateLimit: options.rateLimit ?? { limit: 10_000, windowMs: 1000 },
    token: '',
    bot: undefined as never,
    isPublic: options.isPublic ?? false,
    shards: options.shards ?? 1,
    identifyConcurrency: options.identifyConcurrency,
    guildsPerShard: options.guildsPerShard ?? GUILDS_PER_SHARD,
    sessionsLeft: options.sessionsLeft ?? SESSIONS_A_DAY,
    privilegedIntents: options.privilegedIntents ?? 0,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    origin: '',
    guilds: new Map(),
    channels: new Map(),
    users: new Map(),
    commands: new Map(),
    messages: new Map(),
    interactions: new Map(),
    files: new Map(),
  };
  const bot = addUser(world, { name: 'Ibid', bot: true });
  return Object.assign(world, { bot, token: tokenFor(bot.id) });
}

/** Of a real token's shape: the application's id, a time, a signature. */
const tokenFor = (id: string): string =>
  `${Buffer.from(id).toString('base64url')}.Loopba.${'not-a-real-secret-'.repeat(2)}`;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function untilReady(world: World, gateway: Gateway): Promise<void> {
  const tried = () => {
    const requests = world.log.requests.map((request) => `${request.route} -> ${request.status}`);
    return `no bot connected (it asked: ${requests.join(', ') || 'nothing'})`;
  };
  return world.waiting.until(() => gateway.isConnected() || undefined, tried).then(() => {});
}

async function close(world: World, gateway: Gateway, server: Server): Promise<void> {
  world.faults.clear();
  world.waiting.stop();
  world.clock.stop();
  gateway.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
