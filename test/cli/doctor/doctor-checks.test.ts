import { constants } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationFlags } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/cli/doctor/check-archive.ts';
import { checkData, checkDisk } from '../../../src/cli/doctor/check-data.ts';
import { checkApplication, checkClock } from '../../../src/cli/doctor/check-discord.ts';
import { checkFeeds } from '../../../src/cli/doctor/check-feeds.ts';
import { checkProcesses, indexFinding } from '../../../src/cli/doctor/check-index.ts';
import { checkModels } from '../../../src/cli/doctor/check-models.ts';
import { checkNode, checkUser, checkWatches } from '../../../src/cli/doctor/check-system.ts';
import type { Finding } from '../../../src/cli/doctor/finding.ts';
import type { AccessTest } from '../../../src/cli/doctor/rights.ts';
import { renderFinding } from '../../../src/cli/terminal/finding.ts';
import { archiveFolder } from '../../../src/data-folder.ts';
import { filesOf } from '../../../src/ingest/files/files.ts';
import { folderOf } from '../../ingest/folder.ts';

/** `warning watches`, and what to do. */
function check(found: Finding | readonly Finding[] | undefined, ...expected: (readonly [string, string?])[]) {
  const findings = [found ?? []].flat() as readonly Finding[];
  const brief = findings.map(({ state, check, advice }) => [`${state} ${check}`, advice ?? '']);
  expect(brief).toEqual(
    expected.map(([what, advice]) => [what, advice === undefined ? expect.anything() : advice]),
  );
}

test('a Node.js that is too old fails', () => {
  check(checkNode('v20.19.0'), ['ok node', '']);
  check(checkNode('v18.20.1'), ['failed node', '']);
});

test('root is told that rights say nothing, another user who he is', () => {
  check(checkUser(1000, 1000), ['ok user', '']);
  check(checkUser(0, 0), ['warning user']);
});

test('watches are compared with the folders of the archive', () => {
  check(checkWatches('on', 100, 8_192), ['ok watches', '']);
  const advice = (n: number) =>
    `sudo sysctl -w fs.inotify.max_user_watches=${n} (and in /etc/sysctl.d/, to last), or set IBID_WATCH=poll`;
  check(checkWatches('on', 5_000, 8_192), ['warning watches', advice(524_288)]);
  check(checkWatches('on', 200_000, 8_192), ['failed watches', advice(800_000)]);
  check(checkWatches('poll', 200_000, 8_192), ['ok watches', '']);
});

const USER = { uid: 1000, gid: 1001 };
/** Refuses paths that end so, with this code. */
const refusing =
  (end: string, code: string, refused = constants.R_OK | constants.W_OK): AccessTest =>
  (path, mode) =>
    path.endsWith(end) && (mode & refused) !== 0 ? code : undefined;

async function archive(files: Readonly<Record<string, string>>, settings = {}) {
  const corpus = await folderOf(files);
  const config = { corpus, guilds: [], editorRoles: [], watch: 'on' as const, ...settings };
  return { corpus, about: { config, walked: await filesOf(corpus), hasFeeds: false, user: USER } };
}

test('an archive that can be read is fine, an empty one a warning', async () => {
  check(checkArchive((await archive({ 'a.txt': 'A.' })).about), ['ok archive', '']);
  check(checkArchive((await archive({})).about), ['warning archive']);
});

test('one file or folder that can’t be read fails, with the line to type', async () => {
  const { corpus, about } = await archive({ 'a.txt': 'A.', '2020/b.txt': 'B.' });
  for (const end of ['a.txt', '2020']) {
    const found = checkArchive({ ...about, access: refusing(end, 'EACCES') });
    check(found, ['failed archive', `sudo chown -R 1000:1001 ${corpus}`]);
    expect(found[0]!.text).toContain(join(corpus, end));
  }
});

test('an archive that can only be read is a warning where feeds or editors write', async () => {
  const access = refusing('', 'EROFS', constants.W_OK);
  const reader = await archive({ 'a.txt': 'A.' });
  check(checkArchive({ ...reader.about, access }), ['ok archive', '']);
  check(
    checkArchive({ ...reader.about, access, hasFeeds: true }),
    ['ok archive', ''],
    ['warning archive', 'mount it writable'],
  );
  const edited = await archive({ 'a.txt': 'A.' }, { guilds: ['1'] });
  const found = checkArchive({ ...edited.about, access: refusing('', 'EACCES', constants.W_OK) });
  check(found, ['ok archive', ''], ['warning archive', `sudo chown -R 1000:1001 ${edited.corpus}`]);
});

const ELSEWHERE = ', or set IBID_DATA to another folder';

test('the data folder, and each file of the archive in it, must be writable', async () => {
  const corpus = await folderOf({});
  const data = join(await folderOf({}), 'it’s here');
  const about = { corpus, data, user: USER };
  check(checkData(about), ['ok data', '']);
  const folder = archiveFolder(data, corpus);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index-4.db'), '');
  check(checkData(about), ['ok data', '']);
  check(checkData({ ...about, access: refusing('index-4.db', 'EACCES') }), [
    'failed data',
    `sudo chown -R 1000:1001 '${data}'${ELSEWHERE}`,
  ]);
  check(checkData({ ...about, access: refusing(folder, 'EROFS') }), [
    'failed data',
    `mount it writable${ELSEWHERE}`,
  ]);
});

test('a data folder that can’t be made, and one that is a file, fail', async () => {
  const corpus = await folderOf({ data: 'a file' });
  const data = join(corpus, 'var', 'ibid');
  check(checkData({ corpus, data, user: USER, access: refusing(corpus, 'EACCES') }), [
    'failed data',
    `sudo mkdir -p ${data} && sudo chown -R 1000:1001 ${data}${ELSEWHERE}`,
  ]);
  check(checkData({ corpus, data: join(corpus, 'data') }), ['failed data', 'set IBID_DATA to a folder']);
});

test('the disk must have room for a second index', async () => {
  const corpus = await folderOf({});
  const about = { corpus, data: await folderOf({}) };
  check(checkDisk(about, 2 ** 30), ['ok disk', '']);
  check(checkDisk(about, 2 ** 28), ['warning disk']);
  check(checkDisk(about, 2 ** 20), ['failed disk']);
  const folder = archiveFolder(about.data, corpus);
  await mkdir(folder);
  await writeFile(join(folder, 'index-4-0123.db'), Buffer.alloc(2 ** 20));
  expect(checkDisk(about, 2 ** 30).text).toContain('the index takes 1 MB');
  check(checkDisk(about, 501 * 2 ** 20 - 1), ['warning disk']);
});

test('the clock may be a minute wrong', () => {
  check(checkClock(1_000_000, 1_059_000), ['ok clock', '']);
  check(checkClock(1_000_000, 1_090_000), ['warning clock']);
  expect(checkClock(1_000_000, 910_000)[0]!.text).toMatch(/^90 seconds slow/u);
  check(checkClock(undefined, 0));
});

const APPLICATION = {
  bot_public: false,
  bot_require_code_grant: false,
  interactions_endpoint_url: null,
  flags: ApplicationFlags.ApplicationCommandBadge,
};

test('what is set at Discord for the application and is in the way is said', () => {
  check(checkApplication(APPLICATION, []), ['ok application', '']);
  check(checkApplication({ ...APPLICATION, bot_public: true }, ['1']), ['ok application', '']);
  check(checkApplication({ ...APPLICATION, bot_public: true }, []), ['warning application']);
  const flags = ApplicationFlags.GatewayMessageContentLimited | ApplicationFlags.GatewayPresence;
  const granted = checkApplication({ ...APPLICATION, flags }, []);
  check(granted, ['warning application']);
  expect(granted[0]!.text).toContain('Presence, Message Content');
  check(checkApplication({ ...APPLICATION, bot_require_code_grant: true }, []), ['failed application']);
  const elsewhere = { ...APPLICATION, interactions_endpoint_url: 'https://example.org/' };
  check(checkApplication(elsewhere, []), ['failed application']);
});

const held = { articles: 1, sentences: 2, engine: 'segments' };

test.each([
  [{ state: 'none' }, 'ok'],
  [{ state: 'earlier' }, 'ok'],
  [{ state: 'partial' }, 'warning'],
  [{ state: 'complete', holds: held }, 'ok'],
  [{ state: 'complete', holds: held, isBeingWritten: true }, 'warning'],
  [{ state: 'corrupt', reason: 'a row is missing' }, 'warning'],
  [{ state: 'unavailable', reason: 'another process writes it', isBeingWritten: true }, 'warning'],
  [{ state: 'unavailable', reason: 'the file can’t be opened' }, 'failed'],
] as const)('an index that is %o: %s', (state, expected) => {
  expect(indexFinding({ isBeingWritten: false, ...state })).toMatchObject({
    check: 'index',
    state: expected,
  });
});

test('of the processes that have an archive open, one follows its files', () => {
  const bot = (pid: number) => ({ pid, words: ['node', 'cli.js', 'start'] });
  const prompt = { pid: 7, words: ['node', 'cli.js', 'ask'] };
  const state = { pid: 3, version: '1', startedAt: 0, shards: [{ shard: 0, isConnected: true }] };
  const archive = { isOpen: true, articles: 14, sentences: 42, lookedAt: 0 } as const;
  const ready = { pid: 3, isHere: true, state: { ...state, archive } };
  const reading = { ...ready, state: { ...state, archive: { isOpen: false, percent: 7 } as const } };
  const writer = { pid: 3, host: 'news-1', since: '2026-11-29T14:00:00.000Z' };
  const soon = 'wait: it answers once all files have been read; it is alive';
  check(checkProcesses(undefined, []), ['ok processes', '']);
  check(checkProcesses([], []), ['ok processes', '']);
  check(checkProcesses([bot(3)], [ready], writer), ['ok processes', ''], ['ok processes', '']);
  check(
    checkProcesses([bot(3), prompt], [reading], writer),
    ['warning processes', soon],
    ['ok processes', ''],
    ['ok processes', ''],
  );
  check(
    checkProcesses([bot(3), bot(4)], [ready]),
    ['ok processes', ''],
    ['ok processes', ''],
    ['warning processes', 'start one with IBID_ROLE=all; a bot that is just starting will be it in a second'],
  );
  expect(checkProcesses(undefined, [{ pid: 3, isHere: false, fault: 'no answer' }])[0]).toMatchObject({
    state: 'failed',
    text: 'process 3 of another container or machine: no answer',
  });
});

test('feeds that failed when they were last looked at are said with the reason', () => {
  const feeds = ['https://a.example/rss', 'https://b.example/rss', 'https://c.example/rss'];
  const known = { failures: 0, nextAt: 0, pending: [] };
  const refused = { ...known, failures: 3, reason: 'answered with HTTP 404' };
  const states = new Map([
    [feeds[0]!, known],
    [feeds[1]!, refused],
  ]);
  const found = checkFeeds({ feeds, faults: ['feeds.txt:2: not an http(s) address: "x"'] }, states);
  expect(found.map(({ state, text }) => `${state} ${text}`)).toEqual([
    'warning feeds.txt:2: not an http(s) address: "x"',
    'warning https://b.example/rss: answered with HTTP 404 (3 times in a row)',
  ]);
  const { text } = checkFeeds({ feeds: [feeds[0]!, feeds[2]!], faults: [] }, states)[0]!;
  expect(text).toBe('2 feeds, none failing, 1 not looked at yet');
  check(checkFeeds({ feeds: [], faults: [] }, states), ['ok feeds', '']);
  const many = Array.from({ length: 12 }, (_, n) => `https://${n}.example/rss`);
  const failing = new Map(many.map((feed) => [feed, refused]));
  expect(checkFeeds({ feeds: many, faults: [] }, failing).at(-1)!.text).toBe('and 2 others of 12');
});

test('models are named, and what keeps them from running', async () => {
  const data = await folderOf({});
  check(await checkModels({ data, model: 'off' }), ['ok models', '']);
  const fine = async () => undefined;
  expect(await checkModels({ data }, fine)).toEqual([
    { check: 'models', state: 'ok', text: 'english (English)' },
  ]);
  check(await checkModels({ data }, async () => 'onnxruntime-node is not installed'), ['warning models', '']);
  check(
    await checkModels({ data, model: 'no-such' }, fine),
    ['ok models', ''],
    ['warning models', 'ibid model list, ibid model get'],
  );
});

test('a line says state, check and text, and the next one what to do', () => {
  expect(renderFinding({ check: 'disk', state: 'ok', text: 'a \u001b[31m drive' })).toBe(
    'ok       disk         a ␛[31m drive',
  );
  expect(renderFinding({ check: 'disk', state: 'failed', text: 'full', advice: 'make room' })).toBe(
    'failed   disk         full\n         -> make room',
  );
});
