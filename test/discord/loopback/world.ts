import type {
  APIApplicationCommand,
  APIAttachment,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  InteractionResponseType,
} from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Validator } from './limits/validation.ts';
import type { LoopbackChannel, LoopbackGuild } from './places.ts';
import type { RequestLog } from './rest/requests.ts';
import type { Waiting } from './waiting.ts';
import type { WireChoice, WireCommand } from './wire.ts';

/** All that this Discord knows. One test, one world. */
export interface World {
  readonly clock: Clock;
  readonly waiting: Waiting;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly validator: Validator;
  readonly deadlines: Deadlines;
  readonly rateLimit: RateLimit;
  readonly token: string;
  readonly bot: APIUser;
  readonly isPublic: boolean;
  /** What GET /gateway/bot recommends. */
  readonly shards: number;
  /** `max_concurrency`: into so many groups shards are parted, and of each one may identify within five seconds. */
  readonly identifyConcurrency: number | undefined;
  /** Servers that one shard may serve. */
  readonly guildsPerShard: number;
  /** How many sessions the bot may still begin today. */
  sessionsLeft: number;
  readonly privilegedIntents: number;
  readonly heartbeatInterval: number;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  readonly guilds: Map<string, LoopbackGuild>;
  readonly channels: Map<string, LoopbackChannel>;
  readonly users: Map<string, APIUser>;
  /** Global commands under '', a guild's own under its id. */
  readonly commands: Map<string, readonly RegisteredCommand[]>;
  readonly messages: Map<string, StoredMessage>;
  readonly interactions: Map<string, StoredInteraction>;
  readonly files: Map<string, StoredFile>;
  newId(): string;
}

export interface Deadlines {
  /** Discord drops an interaction without a first response within 3 s. */
  readonly firstResponse: number;
  /** An interaction's token lives 15 minutes. */
  readonly token: number;
}

export interface RateLimit {
  /** Requests per bucket and window; beyond them 429. */
  readonly limit: number;
  readonly windowMs: number;
}

export type RegisteredCommand = APIApplicationCommand & WireCommand;

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

export interface StoredMessage {
  payload: APIMessage;
  /** The only person who sees it; undefined where everyone does. */
  readonly ephemeralFor?: string;
  deleted: boolean;
  /** How it looked after each change, the first look included; a loading message has not looked like anything. */
  readonly looks: APIMessage[];
}

export interface StoredInteraction {
  readonly payload: APIInteraction;
  /** What the user did, for messages of this Discord: `/where`, `button "More"`. */
  readonly what: string;
  readonly userId: string;
  /** In the milliseconds that the loopback's clock counts, for the deadlines. */
  readonly age: () => number;
  /** In real milliseconds, for latencies. */
  readonly sentAt: number;
  /** A guild where only the user installed the app: at most 5 follow-ups. */
  readonly followUpLimit: number;
  firstResponse?: InteractionResponseType;
  original?: StoredMessage;
  /** How many looks the original had when the interaction was answered: later ones are news. */
  looksBefore: number;
  choices?: readonly WireChoice[];
  modal?: APIModalInteractionResponseCallbackData;
  readonly followUps: StoredMessage[];
}

export const DISCORD_EPOCH = 1_420_070_400_000;

export function createIds(clock: Clock): () => string {
  let count = 0;
  return () => {
    // All 22 low bits count up: Discord's 12 would repeat within a busy millisecond.
    count += 1;
    return ((BigInt(clock.now() - DISCORD_EPOCH) << 22n) + BigInt(count % (1 << 22))).toString();
  };
}
