import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Told } from './keep-polling.ts';
import type { FeedsSettings } from './open-feeds.ts';
import type { FeedReport } from './report.ts';
import { LOOK_MS } from './schedule.ts';

/** What the thread says. */
export type Message =
  | { readonly feed: FeedReport }
  | { readonly faults: readonly string[] }
  | { readonly failed: string };

/** Feeds are read, and pages taken apart, for a second and more each: not in the thread that answers questions. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/**
 * Polls feeds in a thread of its own from now on. Without a list of feeds there is no thread; one that is made while the
 * bot runs is found. A thread that dies of a page is followed by another one.
 */
export function startPolling(settings: FeedsSettings, told: Told): { close(): void } {
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const look = () => {
    if (closed) return;
    if (hasFeeds(settings)) start();
    else later();
  };
  const later = () => {
    timer = setTimeout(look, LOOK_MS).unref();
  };
  const start = () => {
    worker = new Worker(new URL('./poll-worker.js', import.meta.url), {
      workerData: settings,
      resourceLimits: LIMITS,
    });
    worker.unref();
    worker.on('message', (message: Message) => tell(message, told));
    worker.on('error', told.failed);
    worker.on('exit', () => {
      if (!closed) later();
    });
  };
  look();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      // What it writes is written whole or not at all.
      void worker?.terminate();
    },
  };
}

function hasFeeds({ source }: FeedsSettings): boolean {
  return 'file' in source ? existsSync(source.file) : source.addresses.length > 0;
}

function tell(message: Message, told: Told): void {
  if ('feed' in message) told.feed(message.feed);
  else if ('faults' in message) told.faults(message.faults);
  else told.failed(new Error(message.failed));
}
