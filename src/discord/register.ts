import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiscordAPIError, type REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { REGISTERED_FILE, unwritable } from '../data-folder.ts';
import { writeAtomicSync } from '../write-atomic.ts';
import { inviteUrl, StartupError } from './application.ts';
import type { Command } from './commands/command.ts';

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** Only this server, where given: there commands change at once. */
  readonly guildId?: string;
  /** Ibid's own folder, for remembering what was registered last. */
  readonly data: string;
  /** Told in one line where that can't be remembered: then the commands are sent at each start. */
  readonly tell: (note: string) => void;
}

/**
 * Registers all commands with Discord, unless the same ones were registered last; `force` registers them anyhow. Returns
 * whether it did. Throws `StartupError` where the bot is not in the server.
 */
export async function register(
  commands: readonly Command[],
  registration: Registration,
  { force = false } = {},
): Promise<boolean> {
  const definitions = commands.map(({ data }) => data);
  const hash = createHash('sha256').update(JSON.stringify(definitions)).digest('hex');
  if (!force && (await lastHash(registration)) === hash) return false;
  await put(registration, definitions);
  await remember(registration, hash);
  return true;
}

/** Removes all commands from Discord. */
export async function clear(registration: Registration): Promise<void> {
  await put(registration, []);
  await remember(registration, '');
}

async function put(registration: Registration, body: readonly unknown[]): Promise<void> {
  try {
    await registration.rest.put(routeOf(registration), { body });
  } catch (error) {
    const { applicationId, guildId } = registration;
    if (!(error instanceof DiscordAPIError) || !NOT_IN_SERVER.has(error.code)) throw error;
    throw new StartupError(
      `This bot is not in the server IBID_GUILD_ID=${guildId}. Add it there: ${inviteUrl(applicationId)}`,
    );
  }
}

/** Missing Access, Unknown Guild: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const NOT_IN_SERVER: ReadonlySet<number | string> = new Set([50001, 10004]);

function routeOf({ applicationId, guildId }: Registration) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

async function lastHash(registration: Registration): Promise<unknown> {
  return (await readAll(registration.data))[keyOf(registration)];
}

async function remember(registration: Registration, hash: string): Promise<void> {
  const { data, tell } = registration;
  const known = await readAll(data);
  const text = JSON.stringify({ ...known, [keyOf(registration)]: hash }, null, 2);
  try {
    writeAtomicSync(join(data, REGISTERED_FILE), `${text}\n`);
  } catch (error) {
    tell(unwritable(data, error));
  }
}

function keyOf({ applicationId, guildId }: Registration): string {
  return `${applicationId}/${guildId ?? 'global'}`;
}

/** Nothing is lost with this file but a needless registration: one that can't be read, or is damaged, counts as none. */
async function readAll(data: string): Promise<Record<string, unknown>> {
  try {
    const known: unknown = JSON.parse(await readFile(join(data, REGISTERED_FILE), 'utf8'));
    return typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
