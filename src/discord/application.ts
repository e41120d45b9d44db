import { RateLimitError, REST, type RESTOptions, RequestMethod } from 'discord.js';
import { type APIApplication, GatewayCloseCodes, Routes } from 'discord-api-types/v10';
import type { Shards } from '../model/shards.ts';
import { textOfShards } from './shards.ts';

/** What keeps the bot from starting and what to do about it: one line for the operator. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

export interface Login {
  readonly token: string;
  /** Discord's API, or what stands in for it. */
  readonly apiUrl?: string;
}

/** The bot's application at Discord, and the API to speak of it. */
export interface Application {
  readonly rest: REST;
  readonly application: APIApplication;
}

/**
 * Asks Discord which application a token belongs to, before anything else: a wrong token is one line, and no loop. Throws
 * `StartupError`, or an error with a plain message. `bounds`: of discord.js, how long and how often it tries.
 */
export async function applicationOf(login: Login, bounds: RestBounds = {}): Promise<Application> {
  const rest = restOf(login, bounds);
  try {
    return { rest, application: (await rest.get(Routes.currentApplication())) as APIApplication };
  } catch (error) {
    throw inPlainWords(error, login);
  }
}

export type RestBounds = Partial<Pick<RESTOptions, 'timeout' | 'retries' | 'rejectOnRateLimit'>>;

/** For who waits at a terminal: 5 s a request, and no second try. */
export const IMPATIENT: RestBounds = { timeout: 5_000, retries: 0, rejectOnRateLimit: () => true };

/**
 * Returns the time of Discord's clock in ms since 1970, to the second, or `undefined` where an answer names none. It needs no token: so it
 * says whether Discord can be reached at all. Throws an error with a plain message where not.
 */
export async function timeAtDiscord(login: Pick<Login, 'apiUrl'>): Promise<number | undefined> {
  try {
    const rest = new REST({ version: '10', ...restOptions(login), ...IMPATIENT });
    const request = { method: RequestMethod.Get, fullRoute: Routes.gateway(), auth: false };
    const { headers } = await rest.queueRequest(request);
    const time = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(time) ? undefined : time;
  } catch (error) {
    const { name } = error as Error;
    throw inPlainWords(name === 'AbortError' ? new Error('no answer within 5 s') : error, login);
  }
}

/** Explains to the operator an error of Discord, or of the network, while the bot was starting: a `StartupError`, or an error worth another try. */
export function inPlainWords(error: unknown, { apiUrl }: Pick<Login, 'apiUrl'>): Error {
  const { message, status, code } = error as Error & { status?: unknown; code?: unknown };
  const isTokenWrong = status === 401 || code === 'TokenInvalid' || message === 'Authentication failed';
  if (isTokenWrong) return new StartupError(BAD_TOKEN);
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(error.retryAfter / 1000);
    return new Error(`Discord takes no more requests of this bot for now. Try again in ${seconds} seconds.`);
  }
  if (message.startsWith('Not enough sessions remaining')) return new Error(noSessions(message));
  const discord = apiUrl === undefined ? 'Discord' : `Discord at DISCORD_API_URL=${apiUrl}`;
  const plain =
    status === undefined
      ? `${discord} can't be reached: ${message}. Is this machine online?`
      : `${discord} answers ${status}: ${message}. Try again in a few minutes.`;
  return new Error(plain, { cause: error });
}

/** discord.js's own words end with when there are more. A bot may begin 1,000 sessions a day. */
function noSessions(message: string): string {
  const until = / resets at (\S+)$/u.exec(message)?.[1];
  return `Discord lets this bot begin no more sessions${until === undefined ? ' today' : ` before ${until}`}: it was started too often. Start Ibid again then`;
}

export const BAD_TOKEN =
  'Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';

/**
 * Explains to the operator why Discord closed the connection where discord.js does not connect again:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function closedForGood(code: number, shards: Shards = 'auto'): StartupError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new StartupError(BAD_TOKEN);
  const name = (GatewayCloseCodes[code] ?? '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  const why = (shards === 'auto' ? undefined : wrongShards(code, shards)) ?? WHY_CLOSED[code] ?? name;
  return new StartupError(`Discord has closed the connection for good: ${why} (${code}).`);
}

const WHY_CLOSED: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.InvalidShard]: 'it knows no such shard. Start Ibid again',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in more servers than one connection may serve. Start Ibid again',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'it no longer speaks the version of its API that Ibid knows. Update Ibid',
  [GatewayCloseCodes.InvalidIntents]: 'it does not know the intents that Ibid asks for. Update Ibid',
  [GatewayCloseCodes.DisallowedIntents]: 'it does not grant the intents that Ibid asks for. Update Ibid',
};

function wrongShards(code: number, shards: Exclude<Shards, 'auto'>): string | undefined {
  const set = `IBID_SHARDS=${textOfShards(shards)}`;
  if (code === GatewayCloseCodes.InvalidShard) {
    return `it knows no such shard as ${set} names. Set IBID_SHARDS=auto, or the same number after the slash in all processes`;
  }
  if (code !== GatewayCloseCodes.ShardingRequired) return undefined;
  return `the bot is in more servers than ${set} may serve. Set IBID_SHARDS=auto, or more shards in all: one serves 2,500 servers at most`;
}

/** Options of discord.js for the API's address; it adds the API's version itself. */
export function restOptions({ apiUrl }: Pick<Login, 'apiUrl'>) {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') };
}

function restOf(login: Login, bounds: RestBounds): REST {
  return new REST({ version: '10', ...restOptions(login), ...bounds }).setToken(login.token);
}

/**
 * Returns the address of the page on which somebody adds Ibid to a server. Answering commands takes no permission at all; `bot` shows it
 * among the members.
 */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: '0',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** One line on a server of IBID_GUILDS that the bot was not added to. */
export function notInServer(guildId: string, applicationId: string): string {
  return `the bot is not in the server ${guildId} of IBID_GUILDS: add it there: ${inviteUrl(applicationId)}`;
}

/** One line where anybody may add the bot, and gets answers. */
export const PUBLIC =
  'Public Bot is on: anybody may add this bot to a server of theirs, and ask the archive there. IBID_GUILDS names the servers that get answers';
