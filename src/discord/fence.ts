import type { Interaction } from 'discord.js';

/** Ids of the servers that the bot answers in; none: everywhere. */
export type Fence = ReadonlySet<string>;

/**
 * Whether an interaction comes from inside the fence: from a listed server, in which the bot itself was added. Whoever has added
 * it to their own account is outside, wherever they are, and so are direct messages.
 */
export function isInside(interaction: Interaction, fence: Fence): boolean {
  if (fence.size === 0) return true;
  const { guildId, authorizingIntegrationOwners: owners } = interaction;
  return guildId !== null && fence.has(guildId) && owners.guildId === guildId;
}
