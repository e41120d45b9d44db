import { Events, REST } from 'discord.js';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Archive, archiveBy } from '../../../src/archive/archive.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { interactionHandler } from '../../../src/discord/interaction-handler.ts';
import { register } from '../../../src/discord/register.ts';
import { type LoopbackDiscord, PATIENCE, startLoopbackDiscord } from '../loopback/server.ts';
import { createWaiting } from '../loopback/waiting.ts';
import { clientFor } from '../loopback-itself/toy-bot.ts';
import { archiveFolder } from './archive.ts';
import { expectGoodManners, type LogLine } from './bot.ts';

const folder = archiveFolder();
export const river = await openArchive({ corpus: folder.path });
export const commands = await loadCommands();
folder.remove();

const SLOW: ReadonlySet<keyof Archive> = new Set(['ask', 'context', 'suggest']);
const loopbacks: LoopbackDiscord[] = [];
/** For `afterEach`: nothing was refused by Discord, and nobody was pinged. */
export function expectGoodMannersOfAll(): void {
  for (const discord of loopbacks.splice(0)) expectGoodManners(discord);
}

/** An archive whose answers wait until they are let go, or fail with an error; what is asked later doesn't wait. */
export function slowArchive(fast: Archive = river) {
  let go = () => {};
  let fail = (_: Error) => {};
  const gone = new Promise<void>((resolve, reject) => {
    go = resolve;
    fail = reject;
  });
  // Where nobody waits, nobody minds.
  gone.catch(() => {});
  const archive = archiveBy(async (method, values) => {
    if (SLOW.has(method)) await gone;
    return (fast[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
  });
  return { archive, go, fail };
}

/** The loopback with all commands registered. */
export async function discordWithCommands(): Promise<LoopbackDiscord> {
  const discord = await startLoopbackDiscord();
  loopbacks.push(discord);
  onTestFinished(() => discord.close());
  const rest = new REST({ api: discord.url, version: '10' }).setToken(discord.token);
  const { applicationId } = discord;
  await register([...commands.values()], { rest, applicationId, guilds: [] });
  return discord;
}

/** The handler behind the real client, deferring at once what isn't there at once. */
export async function startSlowBot(slow = slowArchive()) {
  const discord = await discordWithCommands();
  const waiting = createWaiting(PATIENCE);
  const lines: LogLine[] = [];
  const write = (line: string) => {
    lines.push(JSON.parse(line));
    waiting.notify();
  };
  const log = pino({ base: null }, { write });
  const client = clientFor(discord);
  let { archive } = slow;
  const current = archiveBy((method, values) =>
    (archive[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values),
  );
  const dependencies = {
    archive: current,
    commands,
    log,
    logQuestions: false,
    deferAfterMs: 0,
    suggestWithinMs: 0,
  };
  client.on(Events.InteractionCreate, interactionHandler(dependencies));
  await client.login(discord.token);
  await discord.ready();
  return {
    discord,
    slow,
    lines,
    client,
    /** From now on another archive answers. */
    answerFrom: (other: typeof slow) => {
      archive = other.archive;
    },
    /** Waits until so many answers have been deferred. */
    deferred: (times = 1) =>
      discord.until(
        () => discord.requests.filter(({ body, status }) => isDeferral(body) && status > 0).length >= times,
        'a deferral',
      ),
    answered: (times = 1) =>
      waiting.until(
        () => lines.filter(({ msg }) => msg === 'answered').length >= times || undefined,
        () => `never answered: ${JSON.stringify(lines)}`,
      ),
  };
}

export const isDeferral = (body: unknown): boolean =>
  [5, 6].includes((body as { type?: number } | undefined)?.type ?? 0);
