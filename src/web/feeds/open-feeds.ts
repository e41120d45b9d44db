import { join } from 'node:path';
import { archiveFolder, FEEDS_FILES } from '../../data-folder.ts';
import { systemClock } from '../clock.ts';
import { openFetcher } from '../fetcher.ts';
import type { FeedSource } from './feed-list.ts';
import type { FeedsWorld } from './feeds-context.ts';

/** The settings of feeds; plain data, so that a thread can get it. */
export interface FeedsSettings {
  /** Absolute path of the archive's folder. */
  readonly corpus: string;
  /** Absolute path of Ibid's own folder. */
  readonly data: string;
  readonly source: FeedSource;
  readonly allowHosts: readonly string[];
  readonly everyMs: number;
}

/** Opens feeds over the system's clock and the network. */
export function openWorld({ corpus, data, source, allowHosts, everyMs }: FeedsSettings): FeedsWorld {
  return {
    corpus,
    memory: join(archiveFolder(data, corpus), FEEDS_FILES),
    source,
    fetcher: openFetcher({ allowHosts }),
    clock: systemClock,
    everyMs,
    random: Math.random,
  };
}
