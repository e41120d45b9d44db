import { REST } from 'discord.js';
import { type APIApplication, GatewayCloseCodes, Routes } from 'discord-api-types/v10';

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
 * `StartupError`, or an error with a plain message.
 */
export async function applicationOf(login: Login): Promise<Application> {
  const rest = restOf(login);
  try {
    return { rest, application: (await rest.get(Routes.currentApplication())) as APIApplication };
  } catch (error) {
    throw inPlainWords(error, login);
  }
}

/** Explains to the operator an error of Discord, or of the network, while the bot was starting: a `StartupError`, or an error worth another try. */
export function inPlainWords(error: unknown, { apiUrl }: Login): Error {
  const { message, status, code } = error as Error & { status?: unknown; code?: unknown };
  const isTokenWrong = status === 401 || code === 'TokenInvalid' || message === 'Authentication failed';
  if (isTokenWrong) return new StartupError(BAD_TOKEN);
  const discord = apiUrl === undefined ? 'Discord' : `Discord at DISCORD_API_URL=${apiUrl}`;
  const plain =
    status === undefined
      ? `${discord} can't be reached: ${message}. Is this machine online?`
      : `${discord} answers ${status}: ${message}. Try again in a few minutes.`;
  return new Error(plain, { cause: error });
}

export const BAD_TOKEN =
  'Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';

/**
 * Explains to the operator why Discord closed the connection where discord.js does not connect again:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function closedForGood(code: number): StartupError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new StartupError(BAD_TOKEN);
  const name = (GatewayCloseCodes[code] ?? '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  return new StartupError(
    `Discord has closed the connection for good: ${WHY_CLOSED[code] ?? name} (${code}).`,
  );
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

/** Options of discord.js for the API's address; it adds the API's version itself. */
export function restOptions({ apiUrl }: Login) {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') };
}

function restOf(login: Login): REST {
  return new REST({ version: '10', ...restOptions(login) }).setToken(login.token);
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
