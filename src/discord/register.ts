import { isDeepStrictEqual } from 'node:util';
import { DiscordAPIError, type REST } from 'discord.js';
import {
  type APIApplicationCommand,
  type RESTAPIPartialCurrentUserGuild,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import pMap from 'p-map';
import type { Command } from './commands/command.ts';

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** Ids of the servers that get the commands; none: all, and direct messages. */
  readonly guilds: readonly string[];
}

export interface Registered {
  /** Whether Discord had, or has where nothing is sent, other commands than these. */
  readonly changed: boolean;
  /** Ids of servers that can't get them, because the bot is not in them. */
  readonly missing: readonly string[];
}

/**
 * Makes Discord offer these commands in the servers of `guilds`, or everywhere where there are none, and nowhere else: where the
 * scope was another one before, its commands go. Discord is asked what it has, and sent what differs; `send` says otherwise:
 * all of it, or nothing, for who wants to know whether something differs.
 */
export async function register(
  commands: readonly Command[],
  registration: Registration,
  { send = 'differing' }: { readonly send?: Sent } = {},
): Promise<Registered> {
  const { guilds } = registration;
  const wanted = commands.map(({ data }) => data);
  const scopes = guilds.length === 0 ? [undefined] : guilds;
  const outcomes = await pMap(scopes, (guild) => put(registration, guild, wanted, send), { concurrency });
  const left = await clearOthers(registration, new Set(scopes), send === 'nothing' ? send : 'differing');
  return {
    changed: left || outcomes.includes('changed'),
    missing: guilds.filter((_, i) => outcomes[i] === 'missing'),
  };
}

/** The same for one server that the bot has just been added to. */
export async function registerIn(
  guild: string,
  commands: readonly Command[],
  registration: Registration,
): Promise<void> {
  await put(
    registration,
    guild,
    commands.map(({ data }) => data),
    'differing',
  );
}

/** Takes all commands away, wherever they are. */
export async function clear(registration: Registration): Promise<void> {
  await clearOthers(registration, new Set(), 'differing');
}

/** Takes away what is registered outside of the scopes that are kept; says whether there was anything. */
async function clearOthers(
  registration: Registration,
  kept: ReadonlySet<string | undefined>,
  send: Sent,
): Promise<boolean> {
  const scopes = [undefined, ...(await guildsOf(registration))].filter((scope) => !kept.has(scope));
  const outcomes = await pMap(scopes, (scope) => put(registration, scope, [], send), { concurrency });
  return outcomes.includes('changed');
}

/** Discord takes 50 requests a second of a bot. */
const concurrency = 5;

/** Ids of the servers that the bot is in, the first 200: more would keep it from starting for longer than they are worth. */
export async function guildsOf({ rest }: Pick<Registration, 'rest'>): Promise<string[]> {
  const guilds = (await rest.get(Routes.userGuilds())) as RESTAPIPartialCurrentUserGuild[];
  return guilds.map(({ id }) => id);
}

/** Of the commands that Discord should have. */
type Sent = 'differing' | 'all' | 'nothing';

type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** `guild`: where; everywhere if undefined. */
async function put(
  registration: Registration,
  guild: string | undefined,
  wanted: readonly Definition[],
  send: Sent,
): Promise<'changed' | 'same' | 'missing'> {
  const { rest, applicationId } = registration;
  const route =
    guild === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guild);
  const body = guild === undefined ? wanted : wanted.map(ofGuild);
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const known = (await rest.get(route, { query })) as APIApplicationCommand[];
    if (send !== 'all' && isSame(known, body, guild !== undefined)) return 'same';
    if (send !== 'nothing') await rest.put(route, { body });
    return 'changed';
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !NOT_IN_SERVER.has(error.code)) throw error;
    return 'missing';
  }
}

/** Missing Access, Unknown Guild: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const NOT_IN_SERVER: ReadonlySet<number | string> = new Set([50001, 10004]);

/** Where a command can be used is said of global ones only. */
function ofGuild({ contexts: _, integration_types: __, ...rest }: Definition): Definition {
  return rest;
}

function isSame(
  known: readonly APIApplicationCommand[],
  wanted: readonly Definition[],
  inGuild: boolean,
): boolean {
  const essences = (commands: readonly object[]) =>
    new Map(
      commands
        .map((command) => essenceOf(inGuild ? ofGuild(command as Definition) : command))
        .map((essence) => [`${essence.type}/${essence.name}`, essence]),
    );
  return isDeepStrictEqual(essences(known), essences(wanted));
}

/** What Ibid says of a command or an option. */
const FIELDS: readonly string[] = [
  'type',
  'name',
  'description',
  'name_localizations',
  'description_localizations',
  'contexts',
  'integration_types',
  'options',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
];

/** A command without what Discord adds: its id and version, and what stands for nothing (`null`, `false`, `''`, `[]`). */
function essenceOf(command: object): Readonly<Record<string, unknown>> {
  const known = command as Readonly<Record<string, unknown>>;
  const fields = FIELDS.map((field) => [field, essenceOfField(field, known[field])] as const);
  return Object.fromEntries(fields.filter(([, value]) => !isNothing(value)));
}

function essenceOfField(field: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return field === 'options' ? value.map(essenceOf) : [...value].sort();
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === '';
}
