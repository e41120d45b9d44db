/** What is made of the settings (`settings.ts`) that the environment holds, and what is wrong with them. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  type Environment,
  environment,
  type Flags,
  givenOf,
  type Places,
  placesOf,
  shipped,
  withoutEmpty,
} from './environment.ts';
import type { Role } from './model/role.ts';
import type { Shards } from './model/shards.ts';
import {
  allBotSettings,
  archiveSettings,
  feedsSettings,
  hubSettings,
  isAddresses,
  SETTINGS,
  wordsOf,
} from './settings.ts';
import { UsageError } from './usage-error.ts';

export interface Config extends Places {
  /** `auto`, or the name of an engine. */
  readonly engine: string;
  /** The largest archive, in sentences, that `auto` takes MiniSearch for; absent: as measured. */
  readonly miniSearchSentences?: number;
  /** What this process may do where several have the archive open. */
  readonly role: Role;
  /** A model that orders sentences beside our own: a name in the data folder, or a path; `off`: none. */
  readonly model?: string;
  /** Whether the bot keeps vectors of all sentences, where a model makes some. */
  readonly modelIndex: boolean;
}

/** What is set about feeds of the web. */
export interface FeedsConfig extends Config {
  /** The file that lists them, which need not be there, or the addresses themselves; nothing for an archive of one file. */
  readonly feeds?: {
    readonly source: { readonly file: string } | { readonly addresses: readonly string[] };
    readonly allowHosts: readonly string[];
    readonly everyMs: number;
  };
}

/** What is set about fetching models. */
export interface HubConfig extends Config {
  readonly hub: {
    /** The hub's address, without a slash at the end. */
    readonly endpoint: string;
    /** Of an account there. */
    readonly token?: string;
  };
}

/** A service manager that wants to hear how the bot is. */
export interface ServiceManagerConfig {
  /** It ends the bot when it has heard nothing for so long; absent: it waits for ever. */
  readonly watchdogMs?: number;
}

/** What the Discord bot needs beside the archive. */
export interface BotConfig extends FeedsConfig {
  readonly login: { readonly token: string; readonly apiUrl?: string };
  /** Ids of the only servers that it answers in; none: everywhere. */
  readonly guilds: readonly string[];
  /** How changes of the archive's files are noticed: told by the system, looked for every second or so, or not. */
  readonly watch: 'on' | 'poll' | 'off';
  readonly logLevel: string;
  readonly logQuestions: boolean;
  /** Ids of Discord roles whose members may change the archive. */
  readonly editorRoles: readonly string[];
  /** How large a file that is added through Discord may be, in bytes. */
  readonly uploadLimit: number;
  /** The connections to Discord of this process. */
  readonly shards: Shards;
  /** Where the bot tells numbers about itself, as Prometheus reads them; absent: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number };
}

/** Throws one `UsageError` that names every setting that cannot be used. */
export function configOf(env: Environment, flags: Flags = {}): Config {
  return archiveOf(read(archiveSettings, env, flags));
}

function archiveOf(set: z.output<typeof archiveSettings>): Config {
  return {
    ...placesOf(set),
    engine: set.IBID_ENGINE,
    role: set.IBID_ROLE,
    ...(set.IBID_MODEL !== undefined && { model: set.IBID_MODEL }),
    modelIndex: set.IBID_MODEL_INDEX === '1',
    ...(set.IBID_MINISEARCH_SENTENCES !== undefined && {
      miniSearchSentences: set.IBID_MINISEARCH_SENTENCES,
    }),
  };
}

/** The same with what is set about feeds. */
export function feedsConfigOf(env: Environment, flags: Flags = {}): FeedsConfig {
  const set = read(z.object({ ...archiveSettings.shape, ...feedsSettings.shape }), env, flags);
  return { ...archiveOf(set), ...feedsOf(set) };
}

function feedsOf(
  set: z.output<typeof archiveSettings> & z.output<typeof feedsSettings>,
): Pick<FeedsConfig, 'feeds'> {
  const { corpus } = placesOf(set);
  if (!statSync(corpus).isDirectory()) {
    if (set.IBID_FEEDS === undefined) return {};
    throw new UsageError(`IBID_FEEDS needs an archive that is a folder: ${corpus} is a file`);
  }
  const typed = set.IBID_FEEDS ?? join(corpus, 'feeds.txt');
  return {
    feeds: {
      source: isAddresses(typed) ? { addresses: typed.trim().split(/\s+/u) } : { file: resolve(typed) },
      allowHosts: wordsOf(set.IBID_FEEDS_ALLOW_HOSTS),
      everyMs: set.IBID_FEEDS_MINUTES * 60_000,
    },
  };
}

/** The same with what is set about fetching models. */
export function hubConfigOf(env: Environment, flags: Flags = {}): HubConfig {
  const set = read(z.object({ ...archiveSettings.shape, ...hubSettings.shape }), env, flags);
  return {
    ...archiveOf(set),
    hub: {
      endpoint: set.HF_ENDPOINT.replace(/\/+$/u, ''),
      ...(set.HF_TOKEN !== undefined && { token: set.HF_TOKEN }),
    },
  };
}

/** The same for the bot: all its settings at once, and the environment's proxy, which it can't use. */
export function botConfigOf(env: Environment, flags: Flags = {}): BotConfig {
  const set = read(allBotSettings, env, flags, tokenFaults(env));
  refuseProxy(env, set.DISCORD_API_URL);
  return {
    ...archiveOf(set),
    ...feedsOf(set),
    ...ownOf(set),
    // It is set: tokenFaults.
    login: { token: tokenOf(set)!, ...apiUrlOf(set) },
  };
}

/** What of a bot's settings can be used: one that can't counts as not set. */
export interface UsableBotConfig extends Omit<BotConfig, 'login'> {
  readonly login: Partial<BotConfig['login']>;
  readonly faults: readonly SettingFault[];
}

/** A setting that can't be used, and a line that says why. */
export interface SettingFault {
  /** As in the environment; `.env` for the file. */
  readonly setting: string;
  readonly line: string;
}

/** As `botConfigOf`, but what is wrong is said beside what isn't: for who looks for faults. Throws nothing for what is set. */
export function usableBotConfigOf(env: Environment, flags: Flags = {}): UsableBotConfig {
  const given = givenOf(env, flags);
  const found = allBotSettings.safeParse(given);
  const faults: SettingFault[] = [
    ...tokenFaults(env).map((line) => ({ setting: 'DISCORD_TOKEN', line })),
    ...(found.error?.issues ?? []).map((issue) => ({
      setting: String(issue.path[0]),
      line: lineOf(issue, flags),
    })),
  ];
  const wrong = new Set(faults.map(({ setting }) => setting));
  const right = Object.entries(given).filter(([name]) => !wrong.has(name));
  const usable = { ...shipped(), ...Object.fromEntries(right) };
  const set = allBotSettings.parse(usable);
  const token = tokenOf(set);
  const orFault = <T>(setting: string, use: () => T): T | undefined => {
    try {
      return use();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      faults.push({ setting, line: error.message });
      return undefined;
    }
  };
  orFault('HTTPS_PROXY', () => refuseProxy(env, set.DISCORD_API_URL));
  return {
    ...archiveOf(set),
    ...orFault('IBID_FEEDS', () => feedsOf(set)),
    ...ownOf(set),
    login: { ...(token !== undefined && { token }), ...apiUrlOf(set) },
    faults,
  };
}

type BotSettings = z.output<typeof allBotSettings>;

function tokenOf(set: Pick<BotSettings, 'DISCORD_TOKEN' | 'DISCORD_TOKEN_FILE'>): string | undefined {
  return set.DISCORD_TOKEN ?? set.DISCORD_TOKEN_FILE;
}

function apiUrlOf({ DISCORD_API_URL: apiUrl }: Pick<BotSettings, 'DISCORD_API_URL'>) {
  return apiUrl === undefined ? {} : { apiUrl };
}

function ownOf(set: BotSettings) {
  return {
    guilds: set.IBID_GUILDS,
    watch: set.IBID_WATCH,
    logLevel: set.IBID_LOG_LEVEL,
    logQuestions: set.IBID_LOG_QUESTIONS === '1',
    editorRoles: set.IBID_EDITOR_ROLES,
    uploadLimit: set.IBID_UPLOAD_MB * 1024 * 1024,
    shards: set.IBID_SHARDS,
    ...(set.IBID_METRICS !== undefined && { metrics: set.IBID_METRICS }),
  };
}

const MISSING_TOKEN = 'DISCORD_TOKEN is missing: copy .env.example to .env and fill it in';

/** The token stands in one place: what is said where it stands in none, or in two; nothing where all is well. */
function tokenFaults(env: Environment): string[] {
  if (env.DISCORD_TOKEN && env.DISCORD_TOKEN_FILE) {
    return ['DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: keep one of them'];
  }
  return env.DISCORD_TOKEN || env.DISCORD_TOKEN_FILE ? [] : [MISSING_TOKEN];
}

/**
 * discord.js connects to Discord's gateway directly, whatever the environment says: where that is no way, the bot would wait for
 * ever. Throws `UsageError`. NO_PROXY as curl reads it: hosts and domains with commas between, or an asterisk.
 */
function refuseProxy(env: Environment, apiUrl: string | undefined): void {
  const name = ['HTTPS_PROXY', 'https_proxy'].find((one) => env[one]);
  const spared = (env.NO_PROXY ?? env.no_proxy ?? '').split(/[\s,]+/u).filter((word) => word !== '');
  const hosts = apiUrl === undefined ? ['discord.com', 'gateway.discord.gg'] : [new URL(apiUrl).hostname];
  const isSpared = (host: string) =>
    spared.some((one) => one === '*' || `.${host}`.endsWith(`.${one.replace(/^\.|:\d+$/gu, '')}`));
  if (name === undefined || hosts.every(isSpared)) return;
  const needed = apiUrl === undefined ? 'discord.com,discord.gg' : hosts.join();
  throw new UsageError(
    `${name}: Ibid can't connect to Discord through a proxy. Where there is a direct way, set NO_PROXY=${needed}`,
  );
}

export function readConfig(flags: Flags = {}): Config {
  return configOf(environment(), flags);
}

export function readFeedsConfig(flags: Flags = {}): FeedsConfig {
  return feedsConfigOf(environment(), flags);
}

export function readHubConfig(flags: Flags = {}): HubConfig {
  return hubConfigOf(environment(), flags);
}

export function readBotConfig(flags: Flags = {}): BotConfig {
  return botConfigOf(environment(), flags);
}

/** A `.env` that can't be read is one more fault. */
export function readUsableBotConfig(flags: Flags = {}): UsableBotConfig {
  try {
    return usableBotConfigOf(environment(), flags);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const config = usableBotConfigOf(process.env, flags);
    return { ...config, faults: [{ setting: '.env', line: error.message }, ...config.faults] };
  }
}

/** Throws one `UsageError` with `faults`, which are known already, and all that the schema finds. */
function read<T extends z.ZodType>(
  schema: T,
  env: Environment,
  flags: Flags,
  faults: readonly string[] = [],
): z.output<T> {
  const result = schema.safeParse(givenOf(env, flags));
  if (result.success && faults.length === 0) return result.data;
  const found = (result.error?.issues ?? []).map((issue) => lineOf(issue, flags));
  throw new UsageError([...faults, ...found].join('\n'));
}

function lineOf({ path, message }: z.core.$ZodIssue, flags: Flags): string {
  return `${labelOf(path[0], flags)}${/^(?:is|must) /.test(message) ? '' : ':'} ${message}`;
}

/**
 * What systemd has set for the process `pid`, by sd_notify(3) and sd_watchdog_enabled(3); nothing where it listens to none. These
 * are no settings of Ibid's.
 */
export function serviceManagerOf(env: Environment, pid: number): ServiceManagerConfig | undefined {
  if (!env.NOTIFY_SOCKET) return undefined;
  const watchdogMs = Number(env.WATCHDOG_USEC) / 1000;
  const isOurs = env.WATCHDOG_PID === undefined || env.WATCHDOG_PID === String(pid);
  return isOurs && watchdogMs > 0 ? { watchdogMs } : {};
}

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and both before what the stream is. */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** Never shown nor stored: tokens, and whatever else a setting to come may be called. */
const SECRET = /TOKEN|SECRET|PASSWORD|KEY/u;

/** The settings that are set, without secrets: neither those of a name nor those in an address (`https://name:password@host`). */
export function openSettingsOf(env: Environment): Record<string, string> {
  const set = Object.entries(withoutEmpty(env)) as [string, string][];
  return Object.fromEntries(
    set
      .filter(([name]) => SETTINGS.includes(name) && !SECRET.test(name))
      .map(([name, value]) => [name, value.replace(/\/\/[^/@\s]*@/gu, '//')]),
  );
}

function labelOf(setting: PropertyKey | undefined, flags: Flags): string {
  return setting === 'IBID_CORPUS' && flags.corpus !== undefined ? '--corpus' : String(setting);
}
