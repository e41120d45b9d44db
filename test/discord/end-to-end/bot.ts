import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { InteractionResponseType } from 'discord-api-types/v10';
import { expect, inject } from 'vitest';
import {
  type LoopbackDiscord,
  type LoopbackOptions,
  PATIENCE,
  startLoopbackDiscord,
} from '../loopback/server.ts';
import { createWaiting } from '../loopback/waiting.ts';

/** One line of the bot's log, as it was written. */
export type LogLine = Readonly<{ msg: string; level: number; id?: string } & Record<string, unknown>>;

/** `ibid` as a process of its own, and all that it says. */
export interface Process {
  readonly log: readonly LogLine[];
  /** Lines on stdout that are no log. */
  readonly output: readonly string[];
  readonly errors: readonly string[];
  /** Waits for a line of the log. */
  logged(isIt: string | ((line: LogLine) => boolean)): Promise<LogLine>;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal where it died of one. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
}

export interface Environment {
  readonly [setting: string]: string;
}

/** Runs `ibid` with nothing of this machine's environment but what is given. */
export function run(words: readonly string[], env: Environment): Process {
  const child = spawn(process.execPath, [inject('cli'), ...words], {
    // Where no .env of this machine lies.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, IBID_MODEL: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  const waiting = createWaiting(PATIENCE);
  const log: LogLine[] = [];
  const output: string[] = [];
  const errors: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    line.startsWith('{') ? log.push(JSON.parse(line)) : output.push(line);
    waiting.notify();
  });
  createInterface(child.stderr).on('line', (line) => void errors.push(line));
  const exited = exitOf(child);
  void exited.then(() => {
    alive.delete(child);
    waiting.stop();
  });
  const said = () => [...log.map((line) => JSON.stringify(line)), ...output, ...errors].join('\n');
  return {
    log,
    output,
    errors,
    exited,
    pid: child.pid!,
    kill: (signal) => void child.kill(signal),
    logged(isIt) {
      const test = typeof isIt === 'string' ? (line: LogLine) => line.msg === isIt : isIt;
      return waiting.until(
        () => log.find(test),
        () => `never logged: ${isIt}; what was said:\n${said()}`,
      );
    },
  };
}

/** No bot outlives the tests, whatever becomes of them. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** When the process has gone and all that it said has been read. */
const exitOf = (child: ChildProcess): Promise<number | NodeJS.Signals | null> =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));

/** The bot and its Discord. */
export interface Bot {
  readonly discord: LoopbackDiscord;
  /** The process that runs now. */
  readonly process: Process;
  /** The settings it was started with. */
  readonly env: Environment;
  /** Stops the bot as a supervisor does, and says how it ended. */
  stop(signal?: NodeJS.Signals): ReturnType<typeof exitOf>;
  /** The same again: same Discord, same data, same archive (which may have changed). */
  restart(env?: Environment): Promise<void>;
  /** For the end of a file: everything stops, good manners were kept, and each answer has its line in the log. */
  leave(): Promise<void>;
}

/** `ibid start` against a Discord of its own, answering. */
export async function startBot(env: Environment, options: LoopbackOptions = {}): Promise<Bot> {
  const discord = await startLoopbackDiscord(options);
  const data = mkdtempSync(join(tmpdir(), 'ibid-bot-'));
  const settings = { ...settingsFor(discord, data), ...env };
  let running = await connected(settings, discord);
  const runs = [running];
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    running.kill(signal);
    return running.exited;
  };
  return {
    discord,
    env: settings,
    get process() {
      return running;
    },
    stop,
    async restart(changes = {}) {
      await stop();
      running = await connected({ ...settings, ...changes }, discord);
      runs.push(running);
    },
    async leave() {
      await stop();
      await discord.close();
      rmSync(data, { recursive: true, force: true });
      expectGoodManners(discord);
      expectLogged(
        discord,
        runs.flatMap(({ log }) => log),
      );
    },
  };
}

export const settingsFor = (discord: LoopbackDiscord, data: string): Environment => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.url,
  IBID_DATA: data,
});

async function connected(env: Environment, { clock }: LoopbackDiscord): Promise<Process> {
  const process = run(['start'], env);
  clock.follow(process.pid);
  await Promise.all([process.logged('connected'), process.logged('archive read')]);
  return process;
}

/** Discord found nothing to refuse, and nobody was pinged. */
export function expectGoodManners(discord: LoopbackDiscord): void {
  expect(discord.refused).toEqual([]);
  expect(discord.pings).toEqual([]);
}

/** Every interaction that the bot answered or tried to stands in its log; suggestions need not. */
export function expectLogged({ requests }: LoopbackDiscord, log: readonly LogLine[]): void {
  const logged = new Set(log.map(({ id }) => id));
  const tried = requests.filter(({ route, body }) => route === 'callback' && !isSuggestion(body));
  const missing = tried.filter(({ interactionId }) => !logged.has(interactionId));
  expect(missing.map(({ interaction, interactionId }) => `${interaction} ${interactionId}`)).toEqual([]);
}

const isSuggestion = (body: unknown): boolean =>
  (body as { type?: unknown }).type === InteractionResponseType.ApplicationCommandAutocompleteResult;
