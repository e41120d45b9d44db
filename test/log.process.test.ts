import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Interaction } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, inject, test } from 'vitest';
import { buildArchive } from '../src/archive/open-archive.ts';
import type { Command } from '../src/discord/commands/command.ts';
import { interactionHandler } from '../src/discord/interaction-handler.ts';
import { notice } from '../src/discord/render/reply.ts';

type Line = Readonly<Record<string, unknown>>;

/** What a process prints that opens the log and does this with it. */
function printed(options: object, script: string): string[] {
  const log = pathToFileURL(join(dirname(dirname(inject('cli'))), 'log.js')).href;
  const code = `const { openLog } = await import(${JSON.stringify(log)});
    const log = await openLog(${JSON.stringify({ level: 'info', pretty: false, ...options })});
    ${script}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

describe('the log', () => {
  test('is one JSON line an event, whatever is in it', () => {
    const lines = printed(
      {},
      `log.info({ id: '1', text: 'a\\nb\\u2028' }, 'two\\nlines');
       log.debug('unheard');
       log.child({ command: 'where' }).warn('x');
       log.error({ err: Object.assign(new Error('broken', { cause: new Error('why') }), {
         requestBody: { json: 'SECRET' }, url: 'https://discord.example/webhooks/1/SECRET' }) }, 'failed');`,
    );
    const events = lines.map((line) => JSON.parse(line) as Line);
    expect(events.map(({ msg, level }) => [msg, level])).toEqual([
      ['two\nlines', 30],
      ['x', 40],
      ['failed', 50],
    ]);
    expect(events[1]).toMatchObject({ command: 'where', time: expect.any(Number) });
    expect(events[2]!.err).toMatchObject({
      message: 'broken',
      stack: expect.stringContaining('Error: broken'),
    });
    expect(lines.join()).not.toContain('SECRET');
  });

  test('is text where a person watches', () => {
    expect(printed({ pretty: true }, "log.info({ articles: 3 }, 'archive read');").join(' ')).toMatch(
      /^\S*\[\d\d:\d\d:\d\d\].*INFO.*archive read.*articles.*3/,
    );
  });
});

const QUESTION = 'Where is the secret place?';

/** As much of `/where name:…` as the handler looks at. */
function slash(): Interaction {
  const options = {
    data: [{ name: 'name', type: 3, value: QUESTION }],
    getString: () => QUESTION,
    getBoolean: () => null,
  };
  return {
    id: '7',
    commandName: 'where',
    locale: 'en-US',
    user: { id: '1' },
    options,
    isAutocomplete: () => false,
    isChatInputCommand: () => true,
    isMessageContextMenuCommand: () => false,
    isButton: () => false,
    isStringSelectMenu: () => false,
    isCommand: () => true,
    reply: () => Promise.resolve(),
  } as unknown as Interaction;
}

/** The lines that one `/where` leaves in the log. */
async function linesOf(execute: Command['execute'], logQuestions: boolean): Promise<Line[]> {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const commands = new Map([['where', { data: { name: 'where', description: 'x' }, execute }]]);
  await interactionHandler({ archive: await buildArchive([]), commands, log, logQuestions })(slash());
  return lines.map((line) => JSON.parse(line) as Line);
}

const answering = () => notice('There.');
const failing = () => {
  throw new Error('broken');
};

describe('an interaction', () => {
  test('leaves one line with its number and its time, and not what was asked', async () => {
    const lines = await linesOf(answering, false);
    expect(lines).toEqual([
      expect.objectContaining({ id: '7', command: 'where', msg: 'answered', ms: expect.any(Number) }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('that fails leaves one line with the stack and the number that the user was told, and not what was asked', async () => {
    const lines = await linesOf(failing, false);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      id: '7',
      level: 50,
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
      err: { message: 'broken', stack: expect.stringContaining('broken') },
    });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('leaves what was asked where the operator wants it', async () => {
    for (const execute of [answering, failing])
      expect(await linesOf(execute, true)).toEqual([expect.objectContaining({ typed: { name: QUESTION } })]);
  });
});
