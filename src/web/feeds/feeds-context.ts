import type { Fetcher } from '../fetcher.ts';
import type { FeedSource } from './feed-list.ts';
import type { FeedReport } from './report.ts';
import type { Schedule } from './schedule.ts';

export interface FeedsWorld extends Schedule {
  /** Absolute path of the archive's folder. */
  readonly corpus: string;
  /** Path without extension: `.json` holds the feeds' states, `.jsonl` the fetched articles. */
  readonly memory: string;
  readonly source: FeedSource;
  readonly fetcher: Fetcher;
}

export interface PassOptions {
  /** Only feeds and articles whose time has come; otherwise all, but those of a host that asks to wait. */
  readonly due?: boolean;
  /** Says what would be fetched; fetches the feeds alone, and keeps nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  /** Called with each feed as soon as it is done. */
  readonly told?: (report: FeedReport) => void;
}
