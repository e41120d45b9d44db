import type { Shards } from '../model/shards.ts';

/** Whether other processes have other shards of the same bot. */
export function isPartOfSeveral(shards: Shards): boolean {
  return shards !== 'auto' && shards.ids.length < shards.total;
}

/** Whether a process has shard 0: it registers the commands, and Discord sends direct messages to it. */
export function hasFirst(shards: Shards): boolean {
  return shards === 'auto' || shards.ids[0] === 0;
}

/** As `IBID_SHARDS` says it. */
export function textOfShards(shards: Shards): string {
  if (shards === 'auto') return 'auto';
  const { ids, total } = shards;
  return isPartOfSeveral(shards) ? `${ids[0]}-${ids.at(-1)}/${total}` : String(total);
}

/** Options of discord.js for the shards of this process. */
export function shardOptions(shards: Shards) {
  return shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.total };
}
