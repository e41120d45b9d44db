import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { BotState } from './bot-state.ts';
import { type HealthSocket, healthSockets } from './health-places.ts';

/** A process that has the archive open, and what it says of itself; `fault`: why it says nothing. */
export type AskedBot = Omit<HealthSocket, 'path'> &
  ({ readonly state: BotState } | { readonly fault: string });

/** How long an answer may take, in ms: a machine may be busy for seconds, and a bot that stands still does so for ever. */
export const ANSWER_MS = 10_000;

/** More than any answer has, in UTF-16 units. */
const MAX_ANSWER = 65_536;

/**
 * Asks all processes that have an archive open how they are; none where no bot runs. What killed processes have left is removed. The
 * index isn't looked at. Throws what the file system throws where the archive's folder may not be looked at.
 */
export async function askHealth(folder: string, withinMs = ANSWER_MS): Promise<AskedBot[]> {
  const asked = healthSockets(folder).map(async ({ path, pid, isHere }): Promise<AskedBot[]> => {
    try {
      return [{ pid, isHere, state: stateIn(await textFrom(path, withinMs)) }];
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // Nobody listens: its process was killed.
      if (code === 'ECONNREFUSED') removeStale(path);
      // It has ended just now, or was killed before.
      if (code === 'ECONNREFUSED' || code === 'ENOENT') return [];
      return [{ pid, isHere, fault: message }];
    }
  });
  return (await Promise.all(asked)).flat();
}

/** Whoever may only look leaves it. */
function removeStale(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function textFrom(path: string, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(path).setEncoding('utf8');
    const timer = setTimeout(() => {
      socket.destroy(new Error(`no answer within ${withinMs / 1_000} s: its event loop stands still`));
    }, withinMs);
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_ANSWER) socket.destroy(new Error('its answer has no end'));
    });
    socket.once('error', reject);
    socket.once('end', () => resolve(text));
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new Error('it hung up without an answer'));
    });
  });
}

function stateIn(text: string): BotState {
  const state = parsed(text) as Partial<BotState> | undefined;
  if (typeof state?.pid !== 'number' || typeof state.archive !== 'object' || !Array.isArray(state.shards))
    throw new Error('its answer is of another version of Ibid');
  return state as BotState;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half an answer is none.
    return undefined;
  }
}
