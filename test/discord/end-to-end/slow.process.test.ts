import { Events, REST } from 'discord.js';
import { pino } from 'pino';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { startBot } from '../../../src/discord/bot.ts';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { interactionHandler } from '../../../src/discord/interaction-handler.ts';
import { register } from '../../../src/discord/register.ts';
import type { Answer } from '../../../src/model/model.ts';
import type { Fault, FaultPoint } from '../loopback/faults.ts';
import { type LoopbackDiscord, PATIENCE, startLoopbackDiscord } from '../loopback/server.ts';
import { createWaiting } from '../loopback/waiting.ts';
import { clientFor } from '../loopback-itself/toy-bot.ts';
import { archiveFolder } from './archive.ts';
import { expectGoodManners, type LogLine } from './bot.ts';
import { labelsOf, quotationsOf, readingOf } from './reading.ts';

const folder = archiveFolder();
const fast = await openArchive({ corpus: folder.path });
const commands = await loadCommands();
folder.remove();

const TARMILA = { name: 'Tarmila' };
const loopbacks: LoopbackDiscord[] = [];
afterEach(() => {
  for (const discord of loopbacks.splice(0)) expectGoodManners(discord);
});

/** An archive whose answers wait until they are let go, or fail where `broken` is said; what is asked later doesn't wait. */
function slowArchive() {
  let go = () => {};
  let fail = (_: Error) => {};
  const gone = new Promise<void>((resolve, reject) => {
    go = resolve;
    fail = reject;
  });
  // Where nobody waits, nobody minds.
  gone.catch(() => {});
  // Commands await the archive: one that is elsewhere may take its time.
  const ask = (...asked: Parameters<Archive['ask']>) =>
    gone.then(() => fast.ask(...asked)) as unknown as Answer;
  return { archive: { ...fast, ask }, go, broken: () => fail(new Error('the engine broke')) };
}

/** The loopback with all commands registered. */
async function discordWithCommands(): Promise<LoopbackDiscord> {
  const discord = await startLoopbackDiscord();
  loopbacks.push(discord);
  onTestFinished(() => discord.close());
  const rest = new REST({ api: discord.url, version: '10' }).setToken(discord.token);
  const data = archiveFolder({});
  const { applicationId } = discord;
  await register([...commands.values()], { rest, applicationId, data: data.path, tell() {} });
  data.remove();
  return discord;
}

/** The handler behind the real client, announcing at once what isn't there at once. */
async function startSlowBot(slow = slowArchive()) {
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
  const desk = {
    get archive() {
      return archive;
    },
    commands,
    log,
    logQuestions: false,
    deferAfterMs: 0,
  };
  client.on(Events.InteractionCreate, interactionHandler(desk));
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
    /** Waits until so many interactions have been announced. */
    announced: (times = 1) =>
      discord.until(
        () =>
          discord.requests.filter(({ body, status }) => isAnnouncement(body) && status > 0).length >= times,
        'an announcement',
      ),
    answered: (times = 1) =>
      waiting.until(
        () => lines.filter(({ msg }) => msg === 'answered').length >= times || undefined,
        () => `never answered: ${JSON.stringify(lines)}`,
      ),
  };
}

const isAnnouncement = (body: unknown): boolean =>
  [5, 6].includes((body as { type?: number } | undefined)?.type ?? 0);

describe('an engine that takes five seconds', () => {
  test('is announced, then the announcement becomes the answer', async () => {
    const { discord, slow, announced } = await startSlowBot();
    const asked = discord.user().slash('where', TARMILA);
    await announced();
    discord.clock.advance(5_000);
    slow.go();
    const reply = await asked;
    expect(quotationsOf(reply)).toHaveLength(3);
    expect(reply.followUps).toEqual([]);
    expect(discord.requests.slice(-2).map(({ route }) => route)).toEqual(['callback', 'edit']);
  });

  test('is announced to the asker alone where the answer will be', async () => {
    const { discord, slow, announced } = await startSlowBot();
    const asked = discord.user().slash('where', { ...TARMILA, private: true });
    await announced();
    slow.go();
    expect((await asked).ephemeral).toBe(true);
  });

  test('turns the page in place when it comes', async () => {
    const { discord, slow, announced, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isAnnouncement(body)).length;
    const turned = user.press(reply, 'More');
    await announced(before + 1);
    slower.go();
    await turned;
    expect(readingOf(reply)).toContain('Sentences 4–6 of 9');
    expect(labelsOf(reply)).toContain('Back');
  });

  test('that breaks at last is told to the asker alone, with its number', async () => {
    const { discord, slow, lines, announced } = await startSlowBot();
    const asked = discord.user().slash('where', TARMILA);
    await announced();
    slow.broken();
    await discord.until(() => discord.requests.at(-1)?.route === 'follow-up', 'a follow-up');
    const reply = await asked;
    expect(reply.deleted).toBe(true);
    const [told] = reply.followUps;
    expect(told?.ephemeral).toBe(true);
    const failure = lines.find(({ msg }) => msg === 'an interaction failed');
    expect(readingOf(told!)).toContain(`this number: ${failure?.reference}`);
    expect(JSON.stringify(failure)).toContain('the engine broke');
  });

  test('that breaks under a button leaves the answer as it was', async () => {
    const { discord, slow, announced, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const text = readingOf(reply);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isAnnouncement(body)).length;
    const pressed = user.press(reply, 'More');
    await announced(before + 1);
    slower.broken();
    const told = await pressed;
    expect(readingOf(told)).toMatch(/^Something went wrong on my side\./);
    expect(told.ephemeral).toBe(true);
    expect([reply.deleted, readingOf(reply)]).toEqual([false, text]);
  });
});

describe.each<readonly [string, Fault]>([
  ['429', { status: 429, retryAfter: 0.01 }],
  ['500', { status: 500 }],
  ['500 after the fact', { status: 500, afterwards: true }],
  ['a hung up line', { hangUp: true }],
  ['a line hung up after the fact', { hangUp: true, afterwards: true }],
])('%s', (_, fault) => {
  test.each<FaultPoint>(['callback', 'edit'])(
    'on the %s of a slow answer: it arrives all the same',
    async (point) => {
      const { discord, slow, lines, announced, answered } = await startSlowBot();
      discord.faults.next(point, fault);
      const asked = discord.user().slash('where', TARMILA);
      await announced();
      slow.go();
      await answered();
      const reply = await asked;
      expect(quotationsOf(reply)).toHaveLength(3);
      expect([reply.deleted, reply.followUps.length]).toEqual([false, 0]);
      expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    },
  );
});

test('an event delivered twice to a slow engine is answered once', async () => {
  const { discord, slow, lines, answered } = await startSlowBot();
  discord.faults.next('event', { duplicate: true });
  const asked = discord.user().slash('where', TARMILA);
  slow.go();
  await answered(2);
  const reply = await asked;
  expect(quotationsOf(reply)).toHaveLength(3);
  expect(reply.followUps).toEqual([]);
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
});

test('a refused resume in mid-answer: the answer arrives, and the next question, too', async () => {
  const { discord, slow, client, announced } = await startSlowBot();
  const asked = discord.user().slash('where', TARMILA);
  await announced();
  discord.faults.next('resume', { refuse: true });
  const back = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  discord.gateway.cut(4000);
  slow.go();
  expect(quotationsOf(await asked)).toHaveLength(3);
  await back;
  const next = discord.user().slash('where', TARMILA);
  expect(quotationsOf(await next)).toHaveLength(3);
});

test('a bot that is told to stop finishes what runs, and tells the others why not', async () => {
  const discord = await discordWithCommands();
  const slow = slowArchive();
  const login = { token: discord.token, apiUrl: discord.url };
  const log = pino({ level: 'silent' });
  const bot = await startBot({ login, archive: slow.archive, commands, log, logQuestions: false });
  await discord.ready();
  const asked = discord.user().slash('where', TARMILA);
  await discord.user().slash('help');
  const stopped = bot.stop();
  const late = await discord.user({ locale: 'de' }).slash('where', TARMILA);
  expect(readingOf(late)).toBe('Ich werde gerade neu gestartet: Frag bitte in einer Minute noch einmal.');
  slow.go();
  expect(quotationsOf(await asked)).toHaveLength(3);
  await stopped;
});

test('people beyond what the bot takes at once are told, and nobody is kept waiting', async () => {
  const discord = await discordWithCommands();
  const slow = slowArchive();
  const login = { token: discord.token, apiUrl: discord.url };
  const log = pino({ level: 'silent' });
  const limits = { perUser: 12, windowMs: 10_000, atOnce: 3 };
  const bot = await startBot({ login, archive: slow.archive, commands, log, logQuestions: false, limits });
  onTestFinished(() => bot.stop());
  await discord.ready();
  const inside = Array.from({ length: 3 }, () => discord.user().slash('where', TARMILA));
  const outside = await discord.user().slash('where', TARMILA);
  expect(readingOf(outside)).toBe('Many questions at once: please ask again in a few seconds.');
  slow.go();
  for (const reply of await Promise.all(inside)) expect(quotationsOf(reply)).toHaveLength(3);
});
