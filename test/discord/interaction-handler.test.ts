import { randomUUID } from 'node:crypto';
import type { Interaction } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Command } from '../../src/discord/commands/command.ts';
import { interactionHandler } from '../../src/discord/interaction-handler.ts';
import { rateLimiter } from '../../src/discord/rate-limiter.ts';
import { reply, text } from '../../src/discord/render/reply.ts';

const archive = await buildArchive([]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Kind = 'slash' | 'typing' | 'form';

/** As much of an interaction as the handler looks at, and what it was answered. */
function interactionOf(kind: Kind) {
  const done: string[] = [];
  const act = (what: string) => async () => void done.push(what);
  const interaction = {
    id: randomUUID(),
    commandName: 'wait',
    locale: 'en-US',
    user: { id: '1' },
    options: { data: [], getBoolean: () => null },
    deferred: false,
    replied: false,
    ephemeral: null,
    isAutocomplete: () => kind === 'typing',
    isChatInputCommand: () => kind === 'slash',
    isMessageContextMenuCommand: () => false,
    isButton: () => false,
    isStringSelectMenu: () => false,
    isCommand: () => kind === 'slash',
    isRepliable: () => kind !== 'typing',
    deferReply: act('deferred'),
    reply: act('replied'),
    editReply: act('edited'),
    respond: async (choices: readonly unknown[]) => void done.push(`${choices.length} choices`),
  };
  return { interaction: interaction as unknown as Interaction, done };
}

/** Handles an interaction with a command that takes so long, in ms; returns what was done after each of these times, and in the end. */
async function handled(kind: Kind, takes: number, ...times: number[]): Promise<string[][]> {
  const waiting = <T>(value: T) => new Promise<T>((resolve) => void setTimeout(resolve, takes, value));
  const command: Command = {
    data: { name: 'wait', description: 'x' },
    execute: () => waiting(reply([text('Done.')], false)),
    autocomplete: () => waiting([{ name: 'a', value: 'a' }]),
  };
  const commands = new Map([['wait', command]]);
  const log = pino({ level: 'silent' });
  const { interaction, done } = interactionOf(kind);
  const handling = interactionHandler({ archive, commands, log, logQuestions: false })(interaction);
  const seen: string[][] = [];
  let now = 0;
  for (const time of times) {
    await vi.advanceTimersByTimeAsync(time - now);
    now = time;
    seen.push([...done]);
  }
  await vi.runAllTimersAsync();
  await handling;
  expect(vi.getTimerCount()).toBe(0);
  return [...seen, done];
}

test('an answer within a second is the first that Discord hears', async () => {
  expect(await handled('slash', 999, 998)).toEqual([[], ['replied']]);
});

test('a longer one is deferred when a second is over, and comes then', async () => {
  expect(await handled('slash', 5_000, 999, 1_000, 4_999)).toEqual([
    [],
    ['deferred'],
    ['deferred'],
    ['deferred', 'edited'],
  ]);
});

test('suggestions have two and a half seconds, and are none after that', async () => {
  expect(await handled('typing', 2_499, 2_498)).toEqual([[], ['1 choices']]);
  expect(await handled('typing', 3_000, 2_499, 2_500)).toEqual([[], ['0 choices'], ['0 choices']]);
});

test('whoever types too fast gets no more suggestions, and may still ask', async () => {
  const asked = { typing: 0 };
  const command: Command = {
    data: { name: 'wait', description: 'x' },
    execute: () => reply([text('Done.')], false),
    autocomplete() {
      asked.typing += 1;
      return [{ name: 'a', value: 'a' }];
    },
  };
  const commands = new Map([['wait', command]]);
  const handle = interactionHandler({
    archive,
    commands,
    log: pino({ level: 'silent' }),
    logQuestions: false,
  });
  const typed = async () => {
    const { interaction, done } = interactionOf('typing');
    await handle(interaction);
    return done;
  };
  for (let letter = 0; letter < 60; letter += 1) expect(await typed()).toEqual(['1 choices']);
  for (let letter = 0; letter < 40; letter += 1) expect(await typed()).toEqual(['0 choices']);
  expect(asked.typing).toBe(60);
  const { interaction, done } = interactionOf('slash');
  await handle(interaction);
  expect(done).toEqual(['replied']);
});

test('however many ask from outside the fence, those inside find room', async () => {
  const command: Command = {
    data: { name: 'wait', description: 'x' },
    execute: () => reply([text('Done.')], false),
  };
  const handle = interactionHandler({
    archive,
    commands: new Map([['wait', command]]),
    log: pino({ level: 'silent' }),
    logQuestions: false,
    rateLimiter: rateLimiter({ perUser: 12, windowMs: 10_000, atOnce: 1 }),
    fence: new Set(['home']),
  });
  const from = (guildId: string) => {
    const { interaction, done } = interactionOf('slash');
    return {
      interaction: Object.assign(interaction, { guildId, authorizingIntegrationOwners: { guildId } }),
      done,
    };
  };
  const stranger = from('elsewhere').interaction;
  // Discord doesn't take the answer to it.
  Object.assign(stranger, { reply: () => new Promise(() => {}) });
  void handle(stranger);
  const { interaction, done } = from('home');
  const shown: string[] = [];
  Object.assign(interaction, {
    reply: async (body: unknown) => void shown.push(JSON.stringify(body)),
  });
  await handle(interaction);
  expect([shown, done]).toEqual([[expect.stringContaining('Done.')], []]);
});

test('what the bot knows nothing of is answered, too', async () => {
  expect(await handled('form', 0)).toEqual([['replied']]);
});

test('what Discord delivers twice is carried out once', async () => {
  const { interaction, done } = interactionOf('slash');
  let carriedOut = 0;
  const command: Command = {
    data: { name: 'wait', description: 'x' },
    execute() {
      carriedOut += 1;
      return reply([text('Done.')], false);
    },
  };
  const log = pino({ level: 'silent' });
  const handle = interactionHandler({
    archive,
    commands: new Map([['wait', command]]),
    log,
    logQuestions: false,
  });
  await Promise.all([handle(interaction), handle(interaction)]);
  await handle(interaction);
  expect([carriedOut, done]).toEqual([1, ['replied']]);
});
