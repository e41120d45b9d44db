import { DiscordAPIError, REST } from 'discord.js';
import { type APIApplication, Routes } from 'discord-api-types/v10';

/** What keeps the bot from starting and what to do about it: one line for the operator. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export interface Login {
  readonly token: string;
  /** Discord's API, or what stands in for it. */
  readonly apiUrl?: string;
}

/** The application that a token belongs to. Asked before anything else: a wrong token is one line, and no loop. */
export async function applicationOf(login: Login): Promise<{ rest: REST; application: APIApplication }> {
  const rest = restOf(login);
  try {
    return { rest, application: (await rest.get(Routes.currentApplication())) as APIApplication };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new CannotStart(BAD_TOKEN);
    throw error;
  }
}

export const BAD_TOKEN =
  'Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';

/** discord.js adds the API's version itself. */
export function restOptions({ apiUrl }: Login) {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') };
}

function restOf(login: Login): REST {
  return new REST({ version: '10', ...restOptions(login) }).setToken(login.token);
}

/**
 * The page on which somebody adds Ibid to a server. Answering commands takes no permission at all; `bot` shows it
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
