import { visible } from './visible.ts';

/** What went wrong, without a stack: a message may name files and words that strangers wrote. */
export function oneLine(error: unknown): string {
  return visible(error instanceof Error ? error.message || error.name : String(error));
}
