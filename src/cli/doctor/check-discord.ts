import { type APIApplication, ApplicationFlags } from 'discord-api-types/v10';
import type { UsableBotConfig } from '../../config.ts';
import {
  type Application,
  applicationOf,
  IMPATIENT,
  inPlainWords,
  type Login,
  notInServer,
  PUBLIC,
  timeAtDiscord,
} from '../../discord/application.ts';
import { loadCommands } from '../../discord/commands/commands.ts';
import { guildsOf, register } from '../../discord/register.ts';
import { rolesIn } from '../../discord/server-roles.ts';
import { counted } from '../terminal/counted.ts';
import { oneLine } from '../terminal/error.ts';
import { type Finding, failed, ok, warning } from './finding.ts';

type DiscordConfig = Pick<UsableBotConfig, 'login' | 'guilds' | 'editorRoles'>;

/**
 * Whether Discord can be reached, knows the token, and has what the settings say. Nothing is changed there. Each request takes 5 s at
 * most, and the first that fails ends it. `now`: this machine's clock, in ms since 1970.
 */
export async function checkDiscord(config: DiscordConfig, now = Date.now): Promise<Finding[]> {
  const { token, ...address } = config.login;
  try {
    const reached = [ok('discord', 'answers'), ...checkClock(await timeAtDiscord(address), now())];
    // Settings have a line of their own on a token that is missing.
    return token === undefined ? reached : [...reached, ...(await checkToken({ ...address, token }, config))];
  } catch (error) {
    return [failed('discord', oneLine(error), NEEDED)];
  }
}

const NEEDED =
  'look at the network, at name resolution and at the firewall: the bot needs discord.com and gateway.discord.gg, port 443';

/** In ms. Below it nothing that Ibid writes or compares is a minute wrong. */
const MAX_CLOCK_DIFFERENCE_MS = 60_000;

/** Whether this machine's clock (`now`) is right by Discord's; both in ms since 1970. */
export function checkClock(theirs: number | undefined, now: number): Finding[] {
  if (theirs === undefined) return [];
  const seconds = Math.round(Math.abs(now - theirs) / 1000);
  if (Math.abs(now - theirs) < MAX_CLOCK_DIFFERENCE_MS) return [ok('clock', 'right, by Discord’s')];
  const text = `${counted(seconds, 'second')} ${now > theirs ? 'fast' : 'slow'}, by Discord’s: dates and times of feeds and edits are wrong`;
  return [warning('clock', text, 'let the system set it: sudo timedatectl set-ntp true')];
}

async function checkToken(login: Login, config: DiscordConfig): Promise<Finding[]> {
  let found: Application;
  try {
    found = await applicationOf(login, IMPATIENT);
  } catch (error) {
    return [failed('token', oneLine(error))];
  }
  const { name, id } = found.application;
  return [
    ok('token', `is that of the application ${name} (${id})`),
    ...checkApplication(found.application, config.guilds),
    ...(await checkServers(found, config)),
  ];
}

/** What is set at Discord for the application, and what of it keeps the bot from answering, or from being added. */
export function checkApplication(application: ApplicationSettings, guilds: readonly string[]): Finding[] {
  const { bot_public, bot_require_code_grant, interactions_endpoint_url, flags } = application;
  const page = 'https://discord.com/developers/applications, your application';
  const findings: Finding[] = [];
  if (interactions_endpoint_url) {
    const text = `Discord sends commands to ${interactions_endpoint_url} and not to the bot`;
    findings.push(
      failed('application', text, `${page}, General Information: empty Interactions Endpoint URL`),
    );
  }
  if (bot_require_code_grant) {
    const text = 'Requires OAuth2 Code Grant is on: the bot can’t be added to a server';
    findings.push(failed('application', text, `${page}, Bot: switch it off`));
  }
  if (bot_public && guilds.length === 0)
    findings.push(warning('application', PUBLIC, `set IBID_GUILDS, or ${page}, Bot: switch Public Bot off`));
  const intents = PRIVILEGED.filter(([flag]) => (flags & flag) !== 0).map(([, name]) => name);
  if (intents.length > 0) {
    const text = `intents that Ibid does not need are granted: ${intents.join(', ')}`;
    findings.push(warning('application', text, `${page}, Bot: switch them off`));
  }
  const sound = `${bot_public ? 'public' : 'private'}, no privileged intents`;
  return findings.length > 0 ? findings : [ok('application', sound)];
}

type ApplicationSettings = Pick<
  APIApplication,
  'bot_public' | 'bot_require_code_grant' | 'interactions_endpoint_url' | 'flags'
>;

/** For bots in few servers, and for others. */
const PRIVILEGED: readonly (readonly [flags: number, name: string])[] = [
  [ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited, 'Presence'],
  [ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited, 'Server Members'],
  [ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited, 'Message Content'],
];

async function checkServers({ rest, application }: Application, config: DiscordConfig): Promise<Finding[]> {
  const { login, guilds, editorRoles } = config;
  try {
    const commands = [...(await loadCommands()).values()];
    const where = { rest, applicationId: application.id, guilds };
    const { changed, missing } = await register(commands, where, { send: 'nothing' });
    const joined = guilds.length > 0 ? guilds.filter((id) => !missing.includes(id)) : await guildsOf(where);
    const roles =
      editorRoles.length > 0 ? await rolesIn(rest, joined.slice(0, SERVERS_ASKED)) : new Set<string>();
    return [
      changed
        ? warning(
            'commands',
            'those at Discord are not those of this Ibid',
            'the next start sends them; ibid register does it now',
          )
        : ok('commands', `${commands.length} are registered`),
      ...missing.map((id) => failed('servers', notInServer(id, application.id))),
      ...(missing.length === 0 ? [inServers(guilds, joined)] : []),
      ...checkRoles(editorRoles, roles),
    ];
  } catch (error) {
    return [failed('servers', oneLine(inPlainWords(error, login)))];
  }
}

/** Servers whose roles are asked for: one request each. */
const SERVERS_ASKED = 50;

function inServers(guilds: readonly string[], joined: readonly string[]): Finding {
  if (guilds.length > 0) return ok('servers', `the bot is in all ${guilds.length} of IBID_GUILDS`);
  if (joined.length === 0)
    return warning('servers', 'the bot is in none', 'ibid start says how to add it to one');
  return ok('servers', `the bot is in ${counted(joined.length, 'server')}, and answers everywhere`);
}

function checkRoles(wanted: readonly string[], there: ReadonlySet<string>): Finding[] {
  if (wanted.length === 0) return [];
  const missing = wanted.filter((role) => !there.has(role));
  if (missing.length === 0) return [ok('roles', `all ${wanted.length} of IBID_EDITOR_ROLES exist`)];
  return missing.map((role) =>
    warning(
      'roles',
      `no server that the bot is in has the role ${role} of IBID_EDITOR_ROLES`,
      'Server Settings, Roles, right-click the role, Copy Role ID (docs/editing.md)',
    ),
  );
}
