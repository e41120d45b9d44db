import { Events } from 'discord.js';
import { pino } from 'pino';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../../src/discord/bot.ts';
import { CorruptIndexError, IndexUnavailableError } from '../../../src/index/database/errors.ts';
import { WorkerLostError } from '../../../src/threads/worker-lost.ts';
import type { Fault, FaultPoint } from '../loopback/faults.ts';
import { around, labelsOf, quotationsOf, readingOf } from './reading.ts';
import {
  commands,
  discordWithCommands,
  expectGoodMannersOfAll,
  isDeferral,
  slowArchive,
  startSlowBot,
} from './slow-bot.ts';

afterEach(expectGoodMannersOfAll);

const TARMILA = { name: 'Tarmila' };

/** A deferred reply that only who pressed sees. */
const THINKING_ALONE = { type: 5, data: { flags: 64 } };

describe('an engine that takes five seconds', () => {
  test('is deferred, then the deferred reply becomes the answer', async () => {
    const { discord, slow, deferred } = await startSlowBot();
    const asked = discord.user().slash('where', TARMILA);
    await deferred();
    discord.clock.advance(5_000);
    slow.go();
    const reply = await asked;
    expect(quotationsOf(reply)).toHaveLength(3);
    expect(reply.followUps).toEqual([]);
    expect(discord.requests.slice(-2).map(({ route }) => route)).toEqual(['callback', 'edit']);
  });

  test('is deferred for the asker alone where the answer will be', async () => {
    const { discord, slow, deferred } = await startSlowBot();
    const asked = discord.user().slash('where', { ...TARMILA, private: true });
    await deferred();
    slow.go();
    expect((await asked).ephemeral).toBe(true);
  });

  test('turns the page in place when it comes', async () => {
    const { discord, slow, deferred, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isDeferral(body)).length;
    const turned = user.press(reply, 'More');
    await deferred(before + 1);
    slower.go();
    await turned;
    expect(readingOf(reply)).toContain('4–6 / 9');
    expect(labelsOf(reply)).toContain('Back');
  });

  test('that breaks at last is told to the asker alone, with its number', async () => {
    const { discord, slow, lines, deferred } = await startSlowBot();
    const asked = discord.user().slash('where', TARMILA);
    await deferred();
    slow.fail(new Error('the engine broke'));
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
    const { discord, slow, deferred, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const text = readingOf(reply);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isDeferral(body)).length;
    const pressed = user.press(reply, 'More');
    await deferred(before + 1);
    slower.fail(new Error('the engine broke'));
    const told = await pressed;
    expect(readingOf(told)).toMatch(/^Something went wrong on my side\./);
    expect(told.ephemeral).toBe(true);
    expect([reply.deleted, readingOf(reply)]).toEqual([false, text]);
  });
});

describe('under a button that opens a message of its own', () => {
  test('is deferred there, for who pressed it alone', async () => {
    const { discord, slow, deferred, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const text = readingOf(reply);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isDeferral(body)).length;
    const pressed = user.select(reply, around(reply, 1));
    await deferred(before + 1);
    expect(discord.requests.at(-1)?.body).toEqual(THINKING_ALONE);
    slower.go();
    const context = await pressed;
    expect(readingOf(context)).toContain('Tarmila');
    expect([context.ephemeral, context.deleted, context.followUps]).toEqual([true, false, []]);
    expect(readingOf(reply)).toBe(text);
  });

  test('another page is deferred in a message of its own for who did not ask', async () => {
    const { discord, slow, deferred, answerFrom } = await startSlowBot();
    slow.go();
    const reply = await discord.user().slash('where', TARMILA);
    const text = readingOf(reply);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isDeferral(body)).length;
    const pressed = discord.user().press(reply, 'More');
    await deferred(before + 1);
    expect(discord.requests.at(-1)?.body).toEqual(THINKING_ALONE);
    slower.go();
    const page = await pressed;
    expect(readingOf(page)).toContain('4–6 / 9');
    expect([page.ephemeral, readingOf(reply)]).toEqual([true, text]);
  });

  test('is told there where it fails', async () => {
    const { discord, slow, deferred, answerFrom } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const slower = slowArchive();
    answerFrom(slower);
    const before = discord.requests.filter(({ body }) => isDeferral(body)).length;
    const pressed = user.select(reply, around(reply, 1));
    await deferred(before + 1);
    slower.fail(new Error('the engine broke'));
    const told = await pressed;
    expect(readingOf(told)).toMatch(/^Something went wrong on my side\./);
    expect([told.ephemeral, told.followUps]).toEqual([true, []]);
  });
});

describe.each([
  new WorkerLostError('crash', 0, 'the thread crashed'),
  new CorruptIndexError('row 3 is missing'),
  new IndexUnavailableError('no such folder'),
])('an archive that fails with $name', (error) => {
  test.each([
    ['at once', false],
    ['after the answer was deferred', true],
  ])('%s is one plain line for the asker alone, and one in the log', async (_, late) => {
    const { discord, slow, lines, deferred } = await startSlowBot();
    if (!late) slow.fail(error);
    const asked = discord.user({ locale: 'de' }).slash('where', TARMILA);
    if (late) {
      await deferred();
      slow.fail(error);
      await discord.until(() => discord.requests.at(-1)?.route === 'follow-up', 'a follow-up');
    }
    const reply = await asked;
    const told = late ? reply.followUps[0]! : reply;
    expect(readingOf(told)).toBe(
      'Das Archiv ist gerade nicht erreichbar: Frag bitte in einer Minute noch einmal.',
    );
    expect(told.ephemeral).toBe(true);
    const failures = lines.filter(({ level }) => level >= 50);
    expect(failures).toEqual([
      expect.objectContaining({
        msg: 'the archive could not answer',
        err: expect.objectContaining({ message: error.message }),
      }),
    ]);
  });

  test('suggests nothing', async () => {
    const { discord, slow, lines } = await startSlowBot();
    slow.fail(error);
    expect(await discord.user().type('where', { name: 'Tar' })).toEqual([]);
    expect(lines.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual(['no suggestions']);
  });
});

test('suggestions that do not come in time are none', async () => {
  const { discord, slow, lines } = await startSlowBot();
  expect(await discord.user().type('where', { name: 'Tar' })).toEqual([]);
  expect(lines.map(({ msg }) => msg)).toEqual(['suggestions took too long']);
  slow.go();
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
      const { discord, slow, lines, deferred, answered } = await startSlowBot();
      discord.faults.next(point, fault);
      const asked = discord.user().slash('where', TARMILA);
      await deferred();
      slow.go();
      await answered();
      const reply = await asked;
      expect(quotationsOf(reply)).toHaveLength(3);
      expect([reply.deleted, reply.followUps.length]).toEqual([false, 0]);
      expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    },
  );
});

describe.each<readonly [string, Fault]>([
  ['that arrives, and whose line hangs up each time', { hangUp: true, afterwards: true, times: 2 }],
  ['that never arrives', { hangUp: true, times: 2 }],
  ['that arrives, and is answered by 500 each time', { status: 500, afterwards: true, times: 4 }],
])('a deferral %s', (_, fault) => {
  test('is no answer: what was asked for is shown all the same', async () => {
    const { discord, slow, lines, answered } = await startSlowBot();
    const planned = discord.faults.next('callback', fault);
    const asked = discord.user().slash('where', TARMILA);
    await planned.happened;
    slow.go();
    await answered();
    const reply = await asked;
    expect(quotationsOf(reply)).toHaveLength(3);
    expect([reply.deleted, reply.followUps.length]).toEqual([false, 0]);
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test('under a button does not keep the page from being turned', async () => {
    const { discord, slow, lines, answerFrom, answered } = await startSlowBot();
    slow.go();
    const user = discord.user();
    const reply = await user.slash('where', TARMILA);
    const slower = slowArchive();
    answerFrom(slower);
    const planned = discord.faults.next('callback', fault);
    const turned = user.press(reply, 'More');
    await planned.happened;
    slower.go();
    await answered(2);
    await turned;
    expect(readingOf(reply)).toContain('4–6 / 9');
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  });
});

test('an event delivered twice to a slow engine is answered once', async () => {
  const { discord, slow, lines, answered } = await startSlowBot();
  discord.faults.next('event', { duplicate: true });
  const asked = discord.user().slash('where', TARMILA);
  slow.go();
  await answered();
  const reply = await asked;
  expect(quotationsOf(reply)).toHaveLength(3);
  expect(reply.followUps).toEqual([]);
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
});

test('a refused resume in mid-answer: the answer arrives, and the next question, too', async () => {
  const { discord, slow, client, deferred } = await startSlowBot();
  const asked = discord.user().slash('where', TARMILA);
  await deferred();
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
