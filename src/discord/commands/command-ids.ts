import type { BaseInteraction } from 'discord.js';

/**
 * Fetches the ids of Ibid's commands by their English names, as registered where an interaction comes from: in its server, or else
 * everywhere. discord.js remembers them. Throws `DiscordAPIError`.
 */
export async function commandIds({ client, guildId }: BaseInteraction): Promise<ReadonlyMap<string, string>> {
  const { commands } = client.application;
  const known = commands.cache.size > 0 ? commands.cache : await commands.fetch();
  const own =
    guildId === null ? known : known.filter((one) => one.guildId === guildId || one.guildId === null);
  if (own.size > 0 || guildId === null || !client.guilds.cache.has(guildId))
    return new Map(own.map(({ name, id }) => [name, id]));
  const here = await commands.fetch({ guildId });
  return new Map(here.map(({ name, id }) => [name, id]));
}
