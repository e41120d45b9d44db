import type { ShardState } from '../discord/report.ts';

/** How a running bot is, in plain data: what `ibid health` shows, and what metrics are made of. */
export interface BotState {
  readonly pid: number;
  readonly version: string;
  /** When it was started, in ms since 1970. */
  readonly startedAt: number;
  readonly archive: ArchiveState;
  /** None until it is connected to Discord for the first time. */
  readonly shards: readonly ShardState[];
}

/** `percent`: of the first reading. `lookedAt`: when the index last agreed with the files, in ms since 1970. */
export type ArchiveState =
  | { readonly isOpen: false; readonly percent: number }
  | {
      readonly isOpen: true;
      readonly articles: number;
      readonly sentences: number;
      readonly lookedAt: number;
    };

/** Whether it answers from its archive, in Discord, as it is meant to. */
export function isReady({ archive, shards }: BotState): boolean {
  return archive.isOpen && shards.length > 0 && shards.every(({ isConnected }) => isConnected);
}

/** `14 articles, 42 sentences; connected to Discord`. */
export function stateText({ archive, shards }: Pick<BotState, 'archive' | 'shards'>): string {
  return `${archiveText(archive)}; ${connectionText(shards)}`;
}

export function archiveText(archive: ArchiveState): string {
  const number = (count: number) => count.toLocaleString('en');
  return archive.isOpen
    ? `${number(archive.articles)} articles, ${number(archive.sentences)} sentences`
    : `reading the archive for the first time, ${archive.percent} %`;
}

function connectionText(shards: readonly ShardState[]): string {
  const connected = shards.filter(({ isConnected }) => isConnected).length;
  if (connected === 0) return 'not connected to Discord';
  if (shards.length === 1) return 'connected to Discord';
  return `${connected} of ${shards.length} shards connected to Discord`;
}
