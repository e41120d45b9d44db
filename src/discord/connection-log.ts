import { type Client, Events } from 'discord.js';
import type { Log } from '../log.ts';

/** How often it is said that the connection is still lost, in ms. discord.js tries again twice a second. */
const REMIND_MS = 60_000;

interface Loss {
  readonly since: number;
  readonly reminder: NodeJS.Timeout;
}

/**
 * Says what happens to the connections to Discord, which discord.js mends by itself: a line when one is lost, one a minute while it
 * is, and one when it is back. Returns how to fall silent.
 */
export function logConnection(client: Client, log: Log): () => void {
  const losses = new Map<number, Loss>();
  let silent = false;

  const lost = (shard: number, err?: Error) => {
    if (silent) return;
    if (losses.has(shard)) return log.debug({ shard, err }, 'not connected yet');
    const since = performance.now();
    const remind = () =>
      log.warn({ shard, minutes: Math.round(secondsSince(since) / 60) }, 'still not connected');
    losses.set(shard, { since, reminder: setInterval(remind, REMIND_MS).unref() });
    log.warn({ shard, ...(err && { reason: err.message }) }, 'connection lost: reconnecting');
  };
  const back = (shard: number, how: 'resumed' | 'ready', details: object) => {
    const loss = losses.get(shard);
    clearInterval(loss?.reminder);
    losses.delete(shard);
    log.info({ shard, ...details, ...(loss && { seconds: Math.round(secondsSince(loss.since)) }) }, how);
  };
  client.on(Events.ShardReconnecting, (shard) => lost(shard));
  // The connection is closed right after it.
  client.on(Events.ShardError, (err, shard) => lost(shard, err));
  client.on(Events.ShardResume, (shard, replayed) => back(shard, 'resumed', { replayed }));
  client.on(Events.ShardReady, (shard) => back(shard, 'ready', {}));
  return () => {
    silent = true;
    for (const { reminder } of losses.values()) clearInterval(reminder);
    losses.clear();
  };
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}
