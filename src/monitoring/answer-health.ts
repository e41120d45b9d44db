import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { PRIVATE_FILE } from '../write-atomic.ts';
import type { BotState } from './bot-state.ts';
import { newHealthPaths } from './health-places.ts';

/** Who asks is told at once; one that doesn't read is left after so long, in ms. */
const PATIENCE_MS = 5_000;
/** Asked at once: more than these are refused. */
const MOST_ASKING = 32;
/** How often it is seen to that the socket is still there, in ms: the folder may have been deleted, and made again. */
const CHECK_MS = 30_000;

export interface HealthAnswering {
  /** Where it is answered; `undefined` while it can't be. */
  readonly path: string | undefined;
  close(): void;
}

/**
 * Answers on a socket of this process, in the archive's folder (`archiveFolder`), how it is: one line of JSON to each who
 * connects. `failed` is told where that isn't possible, with a line; the bot runs all the same. It doesn't keep the process.
 */
export async function answerHealth(
  folder: string,
  state: () => BotState,
  failed: (reason: string) => void,
): Promise<HealthAnswering> {
  const answer = (socket: Socket) => {
    socket.on('error', () => {}).setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.end(`${JSON.stringify(state())}\n`);
  };
  let listening = await listenSomewhere(folder, answer);
  if ('reasons' in listening) failed(listening.reasons.join('; '));
  const timer = setInterval(async () => {
    if ('reasons' in listening || existsSync(listening.path)) return;
    listening.server.close();
    listening = await listenSomewhere(folder, answer);
    if ('reasons' in listening) failed(listening.reasons.join('; '));
  }, CHECK_MS).unref();
  return {
    get path() {
      return 'path' in listening ? listening.path : undefined;
    },
    close() {
      clearInterval(timer);
      if ('reasons' in listening) return;
      listening.server.close();
      rmSync(listening.path, { force: true });
    },
  };
}

type Listening = { readonly server: Server; readonly path: string } | { readonly reasons: readonly string[] };

async function listenSomewhere(folder: string, answer: (socket: Socket) => void): Promise<Listening> {
  const reasons: string[] = [];
  for (const pathOf of newHealthPaths(folder)) {
    try {
      const path = pathOf();
      return { server: await listen(path, answer), path };
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  return { reasons };
}

function listen(path: string, answer: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer).once('error', reject);
    server.maxConnections = MOST_ASKING;
    server.listen(path, () => {
      server.off('error', reject).on('error', () => {});
      if (process.platform !== 'win32') chmodSync(path, PRIVATE_FILE.mode);
      server.unref();
      resolve(server);
    });
  });
}
