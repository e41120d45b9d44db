import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Actor } from './interactions.ts';
import type { RegisteredCommand, World } from './world.ts';

/** The command that Discord's menu offers this user in this place; it throws and says why where it offers none. */
export function findCommand(
  world: World,
  actor: Actor,
  type: ApplicationCommandType,
  name: string,
): RegisteredCommand {
  const guildId = actor.place.guild?.id;
  const ofGuild = guildId ? (world.commands.get(guildId) ?? []) : [];
  const all = [...ofGuild, ...(world.commands.get('') ?? [])].filter((command) => command.type === type);
  const found = all.find((command) => command.name === name);
  if (!found) {
    const known = all.map((command) => command.name).join(', ') || 'none';
    throw new Error(`no ${ApplicationCommandType[type]} command ${name} is registered (there are: ${known})`);
  }
  const hidden = whyHidden(found, actor);
  if (hidden) throw new Error(`${name} is not offered: ${hidden}`);
  return found;
}

function whyHidden(command: RegisteredCommand, { place, permissions }: Actor): string | undefined {
  const contexts = command.contexts;
  if (contexts && !contexts.includes(place.context)) {
    return `its contexts leave out ${InteractionContextType[place.context]}`;
  }
  const installs = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  if (!Object.keys(place.owners).some((owner) => installs.includes(Number(owner)))) {
    return `its integration_types leave out how the app is installed here (${Object.keys(place.owners)})`;
  }
  const needed = command.default_member_permissions;
  if (!place.guild || needed === null || needed === undefined) return undefined;
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return undefined;
  const may = needed !== '0' && (permissions & BigInt(needed)) === BigInt(needed);
  return may ? undefined : `it needs the permissions ${needed}`;
}
