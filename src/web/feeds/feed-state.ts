import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { writeAtomicSync } from '../../write-atomic.ts';

const attempts = {
  /** Failures in a row. */
  failures: z.number(),
  /** Not before then, in ms since 1970. */
  nextAt: z.number(),
  /** Until when the server asks to wait. */
  retryAt: z.optional(z.number()),
  /** Of the last failure. */
  reason: z.optional(z.string()),
};

const pending = z.object({
  ...attempts,
  url: z.string(),
  title: z.optional(z.string()),
  published: z.optional(z.string()),
  publisher: z.optional(z.string()),
  author: z.optional(z.string()),
  language: z.optional(z.string()),
});

const feed = z.object({
  ...attempts,
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  pending: z.array(pending),
});

const states = z.object({ feeds: z.record(z.string(), feed) });

/** An article that a feed links to and that hasn't been fetched yet. */
export type PendingEntry = z.infer<typeof pending>;

/** What is known of a feed between two looks at it. */
export type FeedState = z.infer<typeof feed>;

/** By the feed's address. */
export type FeedStates = Map<string, FeedState>;

/** Reads the states of feeds; empty when the file is missing or damaged: each feed is then read once more. */
export function readStates(location: string): FeedStates {
  let text: string;
  try {
    text = readFileSync(location, 'utf8');
  } catch {
    return new Map();
  }
  try {
    const parsed = states.safeParse(JSON.parse(text));
    return new Map(parsed.success ? Object.entries(parsed.data.feeds) : []);
  } catch {
    return new Map();
  }
}

/** Writes the states of feeds, atomically. Throws what the file system throws. */
export function writeStates(location: string, known: FeedStates): void {
  writeAtomicSync(location, `${JSON.stringify({ feeds: Object.fromEntries(known) }, null, 1)}\n`, {
    isPrivate: true,
  });
}

/** Of a feed that was never read: due at once. */
export function newState(): FeedState {
  return { failures: 0, nextAt: 0, pending: [] };
}

/** When a feed, or an article that it links to, is due: ms since 1970. */
export function timeOf({ nextAt, pending }: FeedState): number {
  return Math.min(nextAt, ...pending.map((one) => one.nextAt));
}
