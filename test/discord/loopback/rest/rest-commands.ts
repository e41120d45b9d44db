import { ApplicationCommandType } from 'discord-api-types/v10';
import { limits } from '../limits/limits.ts';
import { type HttpAnswer, invalidFormBody, noContent, ok, refuse } from '../limits/refusal.ts';
import type { WireCommand } from '../wire.ts';
import type { RegisteredCommand, World } from '../world.ts';
import type { Call, Route } from './routes.ts';

const GLOBAL = '/applications/{application_id}/commands';
const IN_GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

/** Registration: reading, the bulk overwrite, and single commands; global and of one guild. */
export const commandRoutes: readonly Route[] = [GLOBAL, IN_GUILD].flatMap((path): Route[] => [
  { name: 'commands-get', method: 'GET', path, handle: (world, call) => inScope(world, call, list) },
  { name: 'commands-put', method: 'PUT', path, handle: (world, call) => inScope(world, call, overwrite) },
  { name: 'command', method: 'POST', path, handle: (world, call) => inScope(world, call, add) },
  {
    name: 'command',
    method: 'GET',
    path: `${path}/{command_id}`,
    handle: (world, call) => inScope(world, call, readOne),
  },
  {
    name: 'command',
    method: 'PATCH',
    path: `${path}/{command_id}`,
    handle: (world, call) => inScope(world, call, change),
  },
  {
    name: 'command',
    method: 'DELETE',
    path: `${path}/{command_id}`,
    handle: (world, call) => inScope(world, call, remove),
  },
]);

type Act = (world: World, scope: string, call: Call) => HttpAnswer;

function inScope(world: World, call: Call, act: Act): HttpAnswer {
  const guildId = call.params.guild_id;
  if (call.params.application_id !== world.bot.id) return refuse('unknownApplication');
  if (guildId && !world.guilds.get(guildId)?.hasBot) return refuse('missingAccess');
  return act(world, guildId ?? '', call);
}

const commandsIn = (world: World, scope: string): readonly RegisteredCommand[] =>
  world.commands.get(scope) ?? [];

function list(world: World, scope: string, { query }: Call): HttpAnswer {
  const commands = commandsIn(world, scope);
  if (query.get('with_localizations') === 'true') return ok(commands);
  return ok(commands.map(withoutLocalizations));
}

function overwrite(world: World, scope: string, { body }: Call): HttpAnswer {
  const wanted = (body ?? []) as readonly WireCommand[];
  const violations = limits.commands(wanted);
  if (violations.length > 0) return invalidFormBody(violations);
  const before = commandsIn(world, scope);
  const commands = wanted.map((command) => registered(world, scope, command, before));
  return save(world, scope, commands, ok(commands));
}

function add(world: World, scope: string, { body }: Call): HttpAnswer {
  const before = commandsIn(world, scope);
  const others = before.filter((one) => !isSame(one, body as WireCommand));
  const violations = limits.commands([...others, body as WireCommand]);
  if (violations.length > 0) return invalidFormBody(violations);
  const command = registered(world, scope, body as WireCommand, before);
  const status = before.length === others.length ? 201 : 200;
  return save(world, scope, [...others, command], { status, body: command });
}

function readOne(world: World, scope: string, call: Call): HttpAnswer {
  const command = find(world, scope, call);
  return command ? ok(command) : refuse('unknownCommand');
}

function change(world: World, scope: string, call: Call): HttpAnswer {
  const command = find(world, scope, call);
  if (!command) return refuse('unknownCommand');
  const changed = { ...command, ...(call.body as Partial<WireCommand>) } as RegisteredCommand;
  const commands = commandsIn(world, scope).map((one) => (one === command ? changed : one));
  const violations = limits.commands(commands);
  return violations.length > 0 ? invalidFormBody(violations) : save(world, scope, commands, ok(changed));
}

function remove(world: World, scope: string, call: Call): HttpAnswer {
  const command = find(world, scope, call);
  if (!command) return refuse('unknownCommand');
  const left = commandsIn(world, scope).filter((one) => one !== command);
  return save(world, scope, left, noContent);
}

function save(world: World, scope: string, commands: readonly RegisteredCommand[], answer: HttpAnswer) {
  world.commands.set(scope, commands);
  world.waiting.notify();
  return answer;
}

const find = (world: World, scope: string, { params }: Call): RegisteredCommand | undefined =>
  commandsIn(world, scope).find((command) => command.id === params.command_id);

/** An overwrite keeps the id of a command that was there before under the same name and type. */
function registered(
  world: World,
  scope: string,
  command: WireCommand,
  before: readonly RegisteredCommand[],
): RegisteredCommand {
  const permissions = command.default_member_permissions;
  return {
    ...command,
    id: before.find((one) => isSame(one, command))?.id ?? world.newId(),
    application_id: world.bot.id,
    version: world.newId(),
    type: typeOf(command),
    description: command.description ?? '',
    name_localizations: command.name_localizations ?? null,
    description_localizations: command.description_localizations ?? null,
    default_member_permissions: permissions === null || permissions === undefined ? null : `${permissions}`,
    contexts: command.contexts ?? null,
    integration_types: command.integration_types ?? [0],
    options: command.options ?? [],
    nsfw: (command as { nsfw?: boolean | null }).nsfw ?? false,
    ...(scope ? { guild_id: scope } : {}),
  } as unknown as RegisteredCommand;
}

const typeOf = (command: WireCommand): number => command.type ?? ApplicationCommandType.ChatInput;

const isSame = (one: WireCommand, other: WireCommand): boolean =>
  one.name === other.name && typeOf(one) === typeOf(other);

function withoutLocalizations(command: RegisteredCommand) {
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  return rest;
}
