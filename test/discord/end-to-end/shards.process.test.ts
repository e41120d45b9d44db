import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../loopback/reply.ts';
import { startLoopbackDiscord } from '../loopback/server.ts';
import { MANAGER } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { type LogLine, run, settingsFor, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';
import { EDITORS, guildOnShard, type ShardProcesses, startShardProcesses } from './shard-processes.ts';

const TARMILA = { name: 'Tarmila' };
const FILE = { name: 'a.txt', content: 'The quarry of Sollen was closed on Friday.\n\nNobody knows Grauen.' };

describe('three processes, a shard each, on one data folder', () => {
  let it: ShardProcesses;
  beforeAll(async () => {
    it = await startShardProcesses(3);
  });
  afterAll(() => it.leave());
  const onShard = (shard: number, options: object = {}) =>
    it.discord.user({ guild: it.guilds[shard]!, ...options });
  const editorOn = (shard: number, options: object = {}) => onShard(shard, { roles: [EDITORS], ...options });
  /** The shards whose processes have logged an interaction, once the one that should has. */
  const answeredBy = async (reply: Reply, expected: number) => {
    const isIt = (line: LogLine) => line.id === reply.interaction.payload.id;
    await it.process(expected).logged(isIt);
    return [0, 1, 2].filter((shard) => it.process(shard).log.some(isIt));
  };

  test('answer the servers of their own shards, and direct messages by the first one', async () => {
    for (const shard of [0, 1, 2]) {
      const reply = await onShard(shard).slash('where', TARMILA);
      expect(quotationsOf(reply)).toHaveLength(3);
      expect(await answeredBy(reply, shard)).toEqual([shard]);
      expect(it.process(shard).log.find(({ msg }) => msg === 'connected')).toMatchObject({
        shards: [shard],
        guilds: 1,
      });
    }
    const direct = await it.discord.user({ in: 'dm' }).slash('where', TARMILA);
    expect(await answeredBy(direct, 0)).toEqual([0]);
  });

  test('register their commands once', () => {
    const registering = [0, 1, 2].filter((shard) =>
      it.process(shard).log.some(({ msg }) => msg === 'commands registered'),
    );
    expect(registering).toEqual([0]);
    expect(it.discord.requests.filter(({ route }) => route === 'commands-put')).toHaveLength(1);
  });

  test('let one person ask as often as one process does, wherever they ask', async () => {
    const { id } = onShard(0);
    const asked = [];
    for (let n = 0; n < 15; n += 1) asked.push(await onShard(n % 3, { id }).slash('help'));
    expect(asked.map((reply) => readingOf(reply).startsWith('One moment'))).toEqual(
      asked.map((_, n) => n >= 12),
    );
  });

  test('add two files of one title that are confirmed at once: neither takes the other’s place', async () => {
    const titled = (text: string) => ({ name: 'a.md', content: `---\ntitle: The quarry\n---\n${text}\n` });
    const deeds = [0, 1, 2].map(async (shard) => {
      const by = editorOn(shard);
      const file = titled(`The quarry of Sollen has ${shard + 2} gates. Nobody closes them.`);
      const reply = await by.slash('archive add', { file });
      return by.press(reply, 'Add');
    });
    const added = (await Promise.all(deeds)).map((reply) => /^Added as (\S+)\./.exec(readingOf(reply))?.[1]);
    expect(added.sort()).toEqual(['added/the-quarry-2.md', 'added/the-quarry-3.md', 'added/the-quarry.md']);
    expect(readdirSync(join(it.archive.path, 'added'))).toHaveLength(3);
  });

  test('remove an article once, however many confirm it at once', async () => {
    const asked = await Promise.all(
      [0, 1, 2].map(async (shard) => {
        const by = editorOn(shard);
        return { by, reply: await by.slash('archive remove', { article: 'letter' }) };
      }),
    );
    const pressed = await Promise.all(asked.map(({ by, reply }) => by.press(reply, 'Remove')));
    const said = pressed.map(readingOf);
    expect(said.filter((one) => one.startsWith('Removed from the archive: letter.txt'))).toHaveLength(1);
    expect(said.filter((one) => /went wrong/.test(one))).toEqual([]);
    expect(readdirSync(it.inData('removed'))).toEqual(['letter.txt']);
  });

  test('store an upload whose button is pressed after its process was killed', async () => {
    const by = editorOn(1);
    const reply = await by.slash('archive add', { file: FILE });
    await answeredBy(reply, 1);
    await it.kill(1);
    await it.start(1);
    expect(readingOf(await by.press(reply, 'Add'))).toMatch(/^Added as added\//);
  });

  test('take the rights from what is pressed, not from what was asked before', async () => {
    const by = editorOn(2);
    const other = { name: 'b.txt', content: 'The mill of Sollen was sold on Monday.\n\nNobody knows why.' };
    const reply = await by.slash('archive add', { file: other });
    const before = readdirSync(join(it.archive.path, 'added'));
    const dismissed = onShard(2, { id: by.id, roles: [] });
    expect(readingOf(await dismissed.press(reply, 'Add'))).toMatch(/^The archive can’t be changed from here/);
    expect(readdirSync(join(it.archive.path, 'added'))).toEqual(before);
    expect(readingOf(await dismissed.slash('archive status'))).not.toContain('agencies.jsonl');
    expect(readingOf(await by.slash('archive status'))).toContain('agencies.jsonl');
  });
});

test('who manages a server that is named may edit, though only another process was told of it', async () => {
  const HOME = guildOnShard(1, 2);
  const archive = archiveFolder();
  const env = { IBID_CORPUS: archive.path, IBID_GUILDS: HOME, IBID_SHARDS: '0-0/2' };
  const bot = await startBot(env, { guilds: [{ id: HOME }] });
  expect(bot.process.log.find(({ msg }) => msg === 'connected')).toMatchObject({ guilds: 0 });
  bot.discord.faults.next('event', { shard: 0 });
  const reply = await bot.discord.user({ guild: HOME, permissions: MANAGER }).slash('archive status');
  expect(readingOf(reply)).toContain('agencies.jsonl');
  await bot.leave();
  archive.remove();
});

test('one process has all shards that Discord recommends, and answers on each', async () => {
  const archive = archiveFolder();
  const guilds = [0, 1, 2].map((shard) => ({ id: guildOnShard(shard, 3) }));
  const bot = await startBot(
    { IBID_CORPUS: archive.path },
    { guilds, shards: 3, identifyConcurrency: 3, guildsPerShard: 1 },
  );
  expect(bot.discord.gateway.shards().toSorted()).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  bot.discord.gateway.cut(undefined, 1);
  const asked = guilds.map(({ id }) => bot.discord.user({ guild: id }).slash('where', TARMILA));
  for (const reply of await Promise.all(asked)) expect(quotationsOf(reply)).toHaveLength(3);
  expect(await bot.process.logged('resumed')).toMatchObject({ shard: 1 });
  expect(existsSync(join(bot.env.IBID_DATA!, 'limits'))).toBe(false);
  await bot.leave();
  archive.remove();
});

test('two processes that identify at once where Discord takes one in five seconds both connect', async () => {
  const it = await startShardProcesses(2, {}, { identifyConcurrency: 1 });
  expect(it.discord.gateway.shards().toSorted()).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (const guild of it.guilds) {
    expect(quotationsOf(await it.discord.user({ guild }).slash('where', TARMILA))).toHaveLength(3);
  }
  await it.leave();
});

describe.concurrent('a start that Discord refuses for its shards ends with a line that says what to set', () => {
  const FOR_GOOD = 'ibid: Discord has closed the connection for good: ';
  const guilds = [0, 1, 2].map((shard) => ({ id: guildOnShard(shard, 3) }));

  test.each([
    [
      '1',
      78,
      `${FOR_GOOD}the bot is in more servers than IBID_SHARDS=1 may serve. Set IBID_SHARDS=auto, or more shards in all: one serves 2,500 servers at most (4011).`,
      { guildsPerShard: 1 },
    ],
    [
      '1-1/3',
      78,
      `${FOR_GOOD}it knows no such shard as IBID_SHARDS=1-1/3 names. Set IBID_SHARDS=auto, or the same number after the slash in all processes (4010).`,
      { close: 4010 },
    ],
    [
      '2',
      1,
      /^ibid: Discord lets this bot begin no more sessions before \d{4}-\S+Z: it was started too often\. Start Ibid again then$/,
      { sessionsLeft: 1 },
    ],
  ] as const)('IBID_SHARDS=%s: %i', async (IBID_SHARDS, code, line, options) => {
    const archive = archiveFolder();
    const discord = await startLoopbackDiscord({ guilds, ...options });
    if ('close' in options) discord.faults.next('identify', { close: options.close });
    const env = {
      ...settingsFor(discord, join(archive.path, '.ibid')),
      IBID_CORPUS: archive.path,
      IBID_SHARDS,
    };
    const { exited, errors } = run(['start'], env);
    expect(await exited).toBe(code);
    expect(errors).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
    await discord.close();
    archive.remove();
  });
});
