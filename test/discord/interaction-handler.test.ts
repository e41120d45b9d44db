import type { Interaction } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Command } from '../../src/discord/commands/command.ts';
import { interactionHandler } from '../../src/discord/interaction-handler.ts';
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
    id: '1',
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

test('what the bot knows nothing of is answered, too', async () => {
  expect(await handled('form', 0)).toEqual([['replied']]);
});
