import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../loopback/faults.ts';
import type { Reply } from '../loopback/reply.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, expectLogged, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const archive = archiveFolder();
const TARMILA = { name: 'Tarmila' };
const HOPELESS = { times: 100 };
let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ IBID_CORPUS: archive.path });
});
afterEach(() => {
  bot.discord.faults.clear();
  expectGoodManners(bot.discord);
});
afterAll(async () => {
  await bot.leave();
  archive.remove();
});

const ask = () => bot.discord.user().slash('where', TARMILA);

/** How often Discord took a first response to this interaction. */
const timesAnswered = ({ interaction }: Reply, { discord } = bot): number =>
  discord.requests.filter(
    ({ route, interactionId, status }) =>
      route === 'callback' && interactionId === interaction.payload.id && status === 204,
  ).length;

/** Why a deed showed its user nothing, once Discord has given up on it. */
async function unanswered(deed: Promise<Reply>): Promise<string> {
  return deed.then(
    () => 'it was answered',
    (error: Error) => error.message,
  );
}

describe('the gateway', () => {
  test('is cut in mid-answer: the answer arrives, and the next question, too', async () => {
    const held = bot.discord.faults.next('callback', { slow: Number.POSITIVE_INFINITY });
    const asked = ask();
    await held.happened;
    bot.discord.gateway.cut();
    const missed = ask();
    await bot.process.logged('resumed');
    held.release();
    for (const reply of await Promise.all([asked, missed])) {
      expect(quotationsOf(reply)).toHaveLength(3);
      await bot.process.logged(({ id, msg }) => id === reply.interaction.payload.id && msg === 'answered');
      expect(timesAnswered(reply)).toBe(1);
    }
  });

  test('delivers an event twice: it is answered once, and nobody is told of a failure', async () => {
    bot.discord.faults.next('event', { duplicate: true });
    const reply = await ask();
    const mine = () => bot.process.log.filter(({ id }) => id === reply.interaction.payload.id);
    await bot.process.logged(() => mine().length === 2);
    expect(
      mine()
        .map(({ msg }) => msg)
        .sort(),
    ).toEqual(['answered', 'delivered again']);
    expect([timesAnswered(reply), reply.edits.length, reply.followUps.length]).toEqual([1, 0, 0]);
  });

  test('delivers a press of Delete twice: it is deleted, and nobody is told of a failure', async () => {
    const user = bot.discord.user();
    const reply = await user.slash('where', TARMILA);
    bot.discord.faults.next('event', { duplicate: true });
    const pressed = await user.press(reply, 'Delete');
    const mine = () => bot.process.log.filter(({ id }) => id === pressed.interaction.payload.id);
    await bot.process.logged(() => mine().length === 2);
    expect(
      mine()
        .map(({ msg }) => msg)
        .sort(),
    ).toEqual(['answered', 'delivered again']);
    expect([reply.deleted, pressed.followUps.length]).toEqual([true, 0]);
  });

  test('delivers an event too late: the log says so, and nothing is sent after it', async () => {
    bot.discord.faults.next('event', { age: 3001 });
    expect(await unanswered(ask())).toContain('The application did not respond');
    const line = await bot.process.logged('delivered too late to be answered');
    expect(line).toMatchObject({ level: 40, ms: expect.any(Number) });
    expect(line).not.toHaveProperty('err');
  });
});

const SURVIVED: readonly [what: string, fault: Fault][] = [
  ['429', { status: 429, retryAfter: 0.01 }],
  ['a global 429', { status: 429, retryAfter: 0.01, global: true }],
  ['500', { status: 500 }],
  ['503 three times', { status: 503, times: 3 }],
  ['500 after the fact', { status: 500, afterwards: true }],
  ['a hung up line', { hangUp: true }],
  ['a line hung up after the fact', { hangUp: true, afterwards: true }],
];

describe.each(SURVIVED)('%s', (_, fault) => {
  test('on the answer: it arrives, once', async () => {
    bot.discord.faults.next('callback', fault);
    const reply = await ask();
    expect(quotationsOf(reply)).toHaveLength(3);
    await bot.process.logged(({ id, msg }) => id === reply.interaction.payload.id && msg === 'answered');
    expect([reply.edits.length, reply.followUps.length]).toEqual([0, 0]);
  });

  test('on a turned page: it is turned', async () => {
    const user = bot.discord.user();
    const reply = await user.slash('where', TARMILA);
    bot.discord.faults.next('callback', fault);
    const turned = await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('4–6 / 9');
    await bot.process.logged(({ id, msg }) => id === turned.interaction.payload.id && msg === 'answered');
    expect(turned.followUps).toEqual([]);
  });

  test.each(['callback', 'delete'] as const)('on Delete, at its %s: it is deleted', async (point) => {
    const user = bot.discord.user();
    const reply = await user.slash('where', TARMILA);
    bot.discord.faults.next(point, fault);
    const pressed = await user.press(reply, 'Delete');
    await bot.process.logged(({ id, msg }) => id === pressed.interaction.payload.id && msg === 'answered');
    expect([reply.deleted, pressed.followUps.length]).toEqual([true, 0]);
  });
});

describe('without end', () => {
  test('500: the user is told with a number that stands in the log, once Discord works again', async () => {
    bot.discord.faults.next('callback', { status: 500, times: 4 });
    const reply = await ask();
    const [, reference] = /tell the person who runs me this number: (\w{8})$/.exec(readingOf(reply)) ?? [];
    expect(reply.ephemeral).toBe(true);
    const line = await bot.process.logged((one) => one.reference === reference);
    expect(line).toMatchObject({ msg: 'an interaction failed', id: reply.interaction.payload.id });
    expect(JSON.stringify(line.err)).toContain('stack');
  });

  test.each([
    ['500', { status: 500, ...HOPELESS }],
    ['hung up', { hangUp: true, ...HOPELESS }],
  ])('%s: the log says that the user could not be told', async (_, fault) => {
    const told = bot.process.log.length;
    bot.discord.faults.next('callback', fault);
    const seen = unanswered(ask());
    await bot.process.logged(
      (line) => bot.process.log.indexOf(line) >= told && /could not be told/.test(line.msg),
    );
    bot.discord.clock.advance(3001);
    expect(await seen).toContain('The application did not respond');
  });

  test('neither a token of an interaction nor what was asked is in the log', () => {
    const tokens = bot.discord.requests.map(
      ({ path }) => /\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1],
    );
    const log = JSON.stringify(bot.process.log);
    expect(log).not.toContain('Tarmila');
    for (const token of new Set(tokens)) if (token) expect(log).not.toContain(token);
  });
});

describe('many at once', () => {
  test('200 people are answered, each once', async () => {
    const replies = await Promise.all(Array.from({ length: 200 }, ask));
    expect(replies.filter((reply) => quotationsOf(reply).length === 3)).toHaveLength(200);
    expect(replies.map((reply) => timesAnswered(reply))).toEqual(replies.map(() => 1));
  });

  test('200 by one person: the first are answered, the others told to wait, and no one else is kept waiting', async () => {
    const hasty = bot.discord.user();
    const all = Array.from({ length: 200 }, () => hasty.slash('where', TARMILA));
    const other = await ask();
    expect(quotationsOf(other)).toHaveLength(3);
    const replies = await Promise.all(all);
    const told = replies.filter(({ ephemeral }) => ephemeral);
    expect([replies.length - told.length, told.length]).toEqual([12, 188]);
    for (const reply of told) expect(readingOf(reply)).toMatch(/^One moment: ask again in \d+ s\.$/);
    expect(replies.map((reply) => timesAnswered(reply))).toEqual(replies.map(() => 1));
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s under load: each is answered or told why, none is lost',
    async (signal) => {
      const loaded = await startBot({ IBID_CORPUS: archive.path });
      const { discord } = loaded;
      // One answer is on its way until all that comes late is told: so long the bot must stay.
      const held = discord.faults.next('callback', { slow: Number.POSITIVE_INFINITY });
      const first = Array.from({ length: 30 }, () => discord.user().slash('where', TARMILA));
      await held.happened;
      const stopped = loaded.stop(signal);
      await loaded.process.logged('stopping');
      const late = await Promise.all(
        Array.from({ length: 10 }, () => discord.user().slash('where', TARMILA)),
      );
      held.release();
      expect(await stopped).toBe(0);
      const replies = [...(await Promise.all(first)), ...late];
      const told = replies.filter(({ ephemeral }) => ephemeral).map(readingOf);
      expect(new Set(told)).toEqual(new Set(['I am being restarted: please ask again in a minute.']));
      expect(replies.map((reply) => timesAnswered(reply, loaded))).toEqual(replies.map(() => 1));
      expectLogged(discord, loaded.process.log);
      await loaded.leave();
    },
  );
});
