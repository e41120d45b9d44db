import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveFolder as folderOfArchive } from '../../../src/data-folder.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from '../loopback/server.ts';
import { type ArchiveFolder, archiveFolder } from './archive.ts';
import { type Environment, expectGoodManners, type Process, run, settingsFor } from './bot.ts';

export const EDITORS = '423456789012345678';

/** The id of a server that Discord serves on this shard of so many. */
export const guildOnShard = (shard: number, count: number): string =>
  ((BigInt(25_000_000_000) * BigInt(count) + BigInt(shard)) << 22n).toString();

/** One bot in several processes, each with one shard, on one archive and one data folder. */
export interface ShardProcesses {
  readonly discord: LoopbackDiscord;
  readonly archive: ArchiveFolder;
  /** A server of each shard. */
  readonly guilds: readonly string[];
  /** The process that has a shard now. */
  process(shard: number): Process;
  /** Kills the process of a shard, without a goodbye. */
  kill(shard: number): Promise<void>;
  /** Starts it again. */
  start(shard: number): Promise<void>;
  inData(...path: string[]): string;
  leave(): Promise<void>;
}

export async function startShardProcesses(
  count: number,
  env: Environment = {},
  options: LoopbackOptions = {},
): Promise<ShardProcesses> {
  const guilds = Array.from({ length: count }, (_, shard) => guildOnShard(shard, count));
  const discord = await startLoopbackDiscord({
    guilds: guilds.map((id) => ({ id, roles: [EDITORS] })),
    shards: count,
    ...options,
  });
  const archive = archiveFolder();
  const data = mkdtempSync(join(tmpdir(), 'ibid-shards-'));
  const settings: Environment = {
    ...settingsFor(discord, data),
    IBID_CORPUS: archive.path,
    IBID_EDITOR_ROLES: EDITORS,
    ...env,
  };
  const current = new Map<number, Process>();
  const start = async (shard: number) => {
    const process = run(['start'], { ...settings, IBID_SHARDS: `${shard}-${shard}/${count}` });
    await Promise.all([process.logged('connected'), process.logged('archive read')]);
    discord.clock.follow(process.pid, [guilds[shard]!]);
    current.set(shard, process);
  };
  await Promise.all(guilds.map((_, shard) => start(shard)));
  return {
    ...{ discord, archive, guilds, start },
    process: (shard) => current.get(shard)!,
    async kill(shard) {
      current.get(shard)!.kill('SIGKILL');
      await current.get(shard)!.exited;
    },
    inData: (...path) => join(folderOfArchive(data, archive.path), ...path),
    async leave() {
      for (const { kill } of current.values()) kill('SIGTERM');
      await Promise.all([...current.values()].map(({ exited }) => exited));
      await discord.close();
      rmSync(data, { recursive: true, force: true });
      archive.remove();
      expectGoodManners(discord);
    },
  };
}
