import type { REST } from 'discord.js';
import { type APIGuild, Routes } from 'discord-api-types/v10';
import pMap from 'p-map';

/** Ids of the roles of these servers, without everyone's, whose id is the server's. Throws what discord.js says of one that the bot is not in. */
export async function rolesIn(rest: REST, guilds: readonly string[]): Promise<Set<string>> {
  const roles = await pMap(
    guilds,
    async (id) => {
      const guild = (await rest.get(Routes.guild(id))) as APIGuild;
      return guild.roles.map((role) => role.id).filter((role) => role !== id);
    },
    { concurrency: CONCURRENCY },
  );
  return new Set(roles.flat());
}

/** Discord takes 50 requests a second of a bot. */
const CONCURRENCY = 5;
