import type { BaseInteraction } from 'discord.js';

/**
 * Fetches the ids of Ibid's commands by their English names, as registered where a command was run: in its server alone, or
 * everywhere. discord.js remembers them. Throws `DiscordAPIError`.
 */
export async function commandIds(interaction: BaseInteraction): Promise<ReadonlyMap<string, string>> {
  const { commands } = interaction.client.application;
  const scope = interaction.isCommand() ? interaction.commandGuildId : null;
  const registered = () => commands.cache.filter(({ guildId }) => guildId === scope);
  if (registered().size === 0) await commands.fetch(scope === null ? {} : { guildId: scope });
  return new Map(registered().map(({ name, id }) => [name, id]));
}
