import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  botConfigOf,
  configOf,
  feedsConfigOf,
  hubConfigOf,
  usableBotConfigOf,
  wantsColour,
} from '../src/config.ts';
import { packageRoot } from '../src/package.ts';
import { SETTINGS } from '../src/settings.ts';
import { UsageError } from '../src/usage-error.ts';

const shipped = join(packageRoot(), 'corpus');

test('without settings the archive is the one that ships', () => {
  expect(configOf({})).toMatchObject({ corpus: shipped, data: join(packageRoot(), '.ibid') });
  expect(existsSync(shipped)).toBe(true);
});

test('an empty variable is not set', () => {
  expect(configOf({ IBID_CORPUS: '' }).corpus).toBe(shipped);
});

test('a relative path is taken from the working directory', () => {
  expect(configOf({ IBID_CORPUS: 'test' }).corpus).toBe(resolve('test'));
});

test('an option goes before the environment', () => {
  expect(configOf({ IBID_CORPUS: '/nowhere' }, { corpus: 'src' }).corpus).toBe(resolve('src'));
});

test('a path that does not exist is said with the name it was given by', () => {
  expect(() => configOf({ IBID_CORPUS: '/no/where' })).toThrow(
    new UsageError('IBID_CORPUS: there is no file or folder at "/no/where"'),
  );
  expect(() => configOf({}, { corpus: 'no-where' })).toThrow(
    '--corpus: there is no file or folder at "no-where"',
  );
});

test('an empty --corpus is an error, not the default', () => {
  expect(() => configOf({}, { corpus: '' })).toThrow('--corpus');
});

test('NO_COLOR goes before FORCE_COLOR, and both before the terminal', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false);
});

test('the README’s table lists every setting, and no other', () => {
  const readme = readFileSync(join(packageRoot(), 'README.md'), 'utf8');
  const [, table = ''] = readme.split('## Settings');
  const rows = table.split('\n## ')[0]!.match(/^\| `.*?(?= \| )/gm) ?? [];
  const listed = rows.flatMap((row) => Array.from(row.matchAll(/`([A-Z_]+)`/g), ([, name]) => name));
  expect(listed.sort()).toEqual([...SETTINGS].sort());
});

test('.env.example lists every setting, and no other', () => {
  const example = readFileSync(join(packageRoot(), '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...SETTINGS].sort());
});

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAw.Gabcde.not-a-real_token-0123456789';

/** Everything that is said about settings that the bot can't use. */
function complaints(env: Record<string, string>): string[] {
  try {
    botConfigOf(env);
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.split('\n');
  }
}

test('the bot needs a token and nothing else', () => {
  expect(botConfigOf({ DISCORD_TOKEN: ` ${TOKEN}\n` })).toEqual({
    corpus: shipped,
    engine: 'auto',
    role: 'all',
    shards: 'auto',
    modelIndex: false,
    login: { token: TOKEN },
    data: join(packageRoot(), '.ibid'),
    feeds: { source: { file: join(shipped, 'feeds.txt') }, allowHosts: [], everyMs: 30 * 60_000 },
    watch: 'on',
    logLevel: 'info',
    logQuestions: false,
    guilds: [],
    editorRoles: [],
    uploadLimit: 10 * 1024 * 1024,
  });
});

test('the token may stand in a file instead, as systemd and Docker hand over secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-token-'));
  const file = join(folder, 'token');
  const wrong = join(folder, 'wrong');
  writeFileSync(file, `${TOKEN}\n`);
  writeFileSync(wrong, 'secret');
  expect(botConfigOf({ DISCORD_TOKEN_FILE: file }).login).toEqual({ token: TOKEN });
  expect(complaints({ DISCORD_TOKEN_FILE: file, DISCORD_TOKEN: TOKEN })).toEqual([
    'DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: keep one of them',
  ]);
  expect(complaints({ DISCORD_TOKEN_FILE: wrong })).toEqual([
    'DISCORD_TOKEN_FILE: its file must hold a bot token: three parts with dots between, from the page Bot',
  ]);
  expect(complaints({ DISCORD_TOKEN_FILE: '/no/where' })).toEqual([
    `DISCORD_TOKEN_FILE: "/no/where" can't be read: ENOENT: no such file or directory`,
  ]);
  rmSync(folder, { recursive: true });
});

test("Ibid's own folder is beside the archive, unless it is named", () => {
  expect(configOf({ IBID_CORPUS: 'test' }).data).toBe(resolve('.ibid'));
  expect(configOf({ IBID_CORPUS: 'test/articles.ts' }).data).toBe(resolve('test/.ibid'));
  expect(configOf({ IBID_CORPUS: 'test', IBID_DATA: 'data' }).data).toBe(resolve('data'));
});

test("models are fetched from the Hugging Face hub, or from the mirror that the hub's own tools are told of", () => {
  expect(hubConfigOf({}).hub).toEqual({ endpoint: 'https://huggingface.co' });
  expect(hubConfigOf({ HF_ENDPOINT: 'http://10.0.0.5:8080/hf/', HF_TOKEN: ' hf_abc\n' }).hub).toEqual({
    endpoint: 'http://10.0.0.5:8080/hf',
    token: 'hf_abc',
  });
  expect(() => hubConfigOf({ HF_ENDPOINT: 'file:///x', HF_TOKEN: 'a b' })).toThrow(
    new UsageError(
      'HF_ENDPOINT must be an address (http:// or https://)\nHF_TOKEN must be a token: one word, without spaces',
    ),
  );
});

test('feeds are listed beside the articles, in a file that is named, or in the setting itself', () => {
  const sourceOf = (env: Record<string, string>) => feedsConfigOf(env).feeds?.source;
  expect(sourceOf({ IBID_CORPUS: 'test' })).toEqual({ file: resolve('test/feeds.txt') });
  expect(sourceOf({ IBID_FEEDS: 'package.json' })).toEqual({ file: resolve('package.json') });
  expect(sourceOf({ IBID_FEEDS: ' https://a.example/rss\n' })).toEqual({
    addresses: ['https://a.example/rss'],
  });
  expect(sourceOf({ IBID_CORPUS: 'package.json' })).toBeUndefined();
  expect(() => sourceOf({ IBID_CORPUS: 'package.json', IBID_FEEDS: 'https://a.example/rss' })).toThrow(
    UsageError,
  );
});

/** It fetches no models. */
const BOT_SETTINGS = SETTINGS.filter((name) => !name.startsWith('HF_'));

test('the bot takes every setting of its own', () => {
  const env = {
    DISCORD_TOKEN: TOKEN,
    IBID_CORPUS: 'test',
    IBID_GUILDS: '123456789012345678, 223456789012345678,123456789012345678',
    DISCORD_API_URL: 'http://127.0.0.1:8080/api',
    IBID_DATA: 'data',
    IBID_WATCH: 'poll',
    IBID_LOG_LEVEL: 'debug',
    IBID_LOG_QUESTIONS: '1',
    IBID_FEEDS: 'https://a.example/rss https://b.example/a,b',
    IBID_FEEDS_MINUTES: '5',
    IBID_FEEDS_ALLOW_HOSTS: 'wiki.local, 127.0.0.1:8080,[::1]:8080,::1',
    IBID_EDITOR_ROLES: '123456789012345678, 223456789012345678',
    IBID_UPLOAD_MB: '25',
    IBID_METRICS: '[::1]:9464',
    IBID_ENGINE: 'segments',
    IBID_ROLE: 'reader',
    IBID_SHARDS: '1-2/4',
    IBID_MODEL: 'multilingual-e5-small',
    IBID_MODEL_INDEX: '1',
    IBID_MINISEARCH_SENTENCES: '2000',
  };
  // The token's other place is a setting beside which this one can't be set.
  expect([...Object.keys(env), 'DISCORD_TOKEN_FILE'].sort()).toEqual([...BOT_SETTINGS].sort());
  expect(botConfigOf(env)).toEqual({
    corpus: resolve('test'),
    login: { token: TOKEN, apiUrl: 'http://127.0.0.1:8080/api' },
    guilds: ['123456789012345678', '223456789012345678'],
    data: resolve('data'),
    engine: 'segments',
    role: 'reader',
    model: 'multilingual-e5-small',
    modelIndex: true,
    miniSearchSentences: 2_000,
    watch: 'poll',
    logLevel: 'debug',
    logQuestions: true,
    feeds: {
      source: { addresses: ['https://a.example/rss', 'https://b.example/a,b'] },
      allowHosts: ['wiki.local', '127.0.0.1:8080', '[::1]:8080', '::1'],
      everyMs: 5 * 60_000,
    },
    editorRoles: ['123456789012345678', '223456789012345678'],
    uploadLimit: 25 * 1024 * 1024,
    shards: { ids: [1, 2], total: 4 },
    metrics: { host: '::1', port: 9464 },
  });
  expect(botConfigOf(env, { corpus: 'src' }).corpus).toBe(resolve('src'));
});

test('settings left empty are not set, a missing token is said with what to do', () => {
  const empty = Object.fromEntries(SETTINGS.map((name) => [name, '']));
  expect(complaints(empty)).toEqual(['DISCORD_TOKEN is missing: copy .env.example to .env and fill it in']);
});

const SHARDS =
  'must be auto, a number of shards from 1 to 9999, or those of this process: 0-1/3 for the first two of three';

test.each([
  [undefined, 'auto'],
  ['auto', 'auto'],
  ['3', { ids: [0, 1, 2], total: 3 }],
  ['0-0/3', { ids: [0], total: 3 }],
  ['1-2/3', { ids: [1, 2], total: 3 }],
])('IBID_SHARDS=%s: %j', (IBID_SHARDS, shards) => {
  expect(botConfigOf({ DISCORD_TOKEN: TOKEN, IBID_CORPUS: 'test', IBID_SHARDS }).shards).toEqual(shards);
});

test.each([
  ['DISCORD_TOKEN', 'my bot', 'must be a bot token: three parts with dots between, from the page Bot'],
  ['DISCORD_TOKEN', `Bot ${TOKEN}`, 'must be a bot token: three parts with dots between, from the page Bot'],
  ['DISCORD_TOKEN', '  ', 'must be a bot token: three parts with dots between, from the page Bot'],
  ['IBID_GUILDS', 'my server', 'must be ids of servers, 17 to 20 digits each, with commas between'],
  ['IBID_GUILDS', '123', 'must be ids of servers, 17 to 20 digits each, with commas between'],
  ['IBID_GUILDS', '123456789012345678,', 'must be ids of servers, 17 to 20 digits each, with commas between'],
  ['IBID_GUILD_ID', '123456789012345678', 'is called IBID_GUILDS now: write its id there'],
  ['DISCORD_API_URL', 'discord.com', 'must be an address (http:// or https://)'],
  ['DISCORD_API_URL', 'file:///etc', 'must be an address (http:// or https://)'],
  ['IBID_LOG_LEVEL', 'loud', 'must be trace, debug, info, warn, error or silent'],
  ['IBID_WATCH', 'yes', 'must be on, poll or off'],
  ['IBID_LOG_QUESTIONS', 'yes', 'must be 0 or 1'],
  ['IBID_MODEL_INDEX', 'yes', 'must be 0 or 1'],
  ['IBID_FEEDS_MINUTES', '4', 'must be a number of minutes from 5 to 1440'],
  ['IBID_FEEDS_MINUTES', 'often', 'must be a number of minutes from 5 to 1440'],
  [
    'IBID_FEEDS_ALLOW_HOSTS',
    'http://wiki.local/',
    'must be hosts with commas between them: name, name:port, or an address',
  ],
  ['IBID_EDITOR_ROLES', '@Editors', 'must be ids of roles, 17 to 20 digits each, with commas between'],
  ['IBID_UPLOAD_MB', 'many', 'must be a number of megabytes from 1 to 100'],
  ['IBID_UPLOAD_MB', '0', 'must be a number of megabytes from 1 to 100'],
  ['IBID_UPLOAD_MB', '1.5', 'must be a number of megabytes from 1 to 100'],
  ['IBID_SHARDS', 'all', SHARDS],
  ['IBID_SHARDS', '0', SHARDS],
  ['IBID_SHARDS', '-1', SHARDS],
  ['IBID_SHARDS', '1/3', SHARDS],
  ['IBID_SHARDS', '0-1', SHARDS],
  ['IBID_SHARDS', '0-1/0', SHARDS],
  ['IBID_SHARDS', '0-x/3', SHARDS],
  ['IBID_SHARDS', '10000', SHARDS],
  ['IBID_SHARDS', '2-1/3', 'must not end before it begins: 2 is more than 1'],
  ['IBID_SHARDS', '0-3/3', 'must count shards from 0: the last of 3 is 2'],
])('%s=%s cannot be used, and it is said why', (name, value, why) => {
  expect(complaints({ DISCORD_TOKEN: TOKEN, [name]: value })).toEqual([`${name} ${why}`]);
});

test.each([
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'HTTPS_PROXY'],
  [{ https_proxy: 'http://proxy.example:3128', NO_PROXY: 'discord.com' }, 'https_proxy'],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'example.com, discord.com, discord.gg' }, undefined],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', no_proxy: '.discord.com:443,.discord.gg' }, undefined],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'ord.com,discord.gg' }, 'HTTPS_PROXY'],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '*' }, undefined],
  [{ HTTPS_PROXY: '' }, undefined],
])(
  'a proxy that the bot would have to go through is refused, and one that it needn’t is not: %o',
  (env, name) => {
    const line =
      "Ibid can't connect to Discord through a proxy. Where there is a direct way, set NO_PROXY=discord.com,discord.gg";
    expect(complaints({ DISCORD_TOKEN: TOKEN, ...env })).toEqual(
      name === undefined ? [] : [`${name}: ${line}`],
    );
  },
);

test.each(['9464', ':9464', '127.0.0.1', '127.0.0.1:65536', '::1:9464', 'http://127.0.0.1:9464', 'a b:1'])(
  'metrics need an address and a port: %s is none',
  (address) => {
    const line = 'IBID_METRICS must be an address and a port, such as 127.0.0.1:9464';
    expect(complaints({ DISCORD_TOKEN: TOKEN, IBID_METRICS: address })).toEqual([line]);
  },
);

test('everything that is wrong is said at once, and no token is ever repeated', () => {
  const found = complaints({
    DISCORD_TOKEN: 'half.secret',
    DISCORD_TOKEN_FILE: '/no/where',
    IBID_CORPUS: '/no/where',
    IBID_GUILDS: 'x',
    DISCORD_API_URL: 'x',
    IBID_WATCH: 'x',
    IBID_LOG_LEVEL: 'x',
    IBID_LOG_QUESTIONS: 'x',
    IBID_FEEDS: 'x',
    IBID_FEEDS_MINUTES: 'x',
    IBID_FEEDS_ALLOW_HOSTS: '/',
    IBID_EDITOR_ROLES: 'x',
    IBID_UPLOAD_MB: 'x',
    IBID_METRICS: 'x',
    IBID_MINISEARCH_SENTENCES: 'x',
    IBID_MODEL_INDEX: 'x',
    IBID_ROLE: 'x',
    IBID_SHARDS: 'x',
  });
  // Any folder may be named; which engines there are the index says.
  const unchecked = ['IBID_DATA', 'IBID_ENGINE', 'IBID_MODEL'];
  expect([...new Set(found.map((line) => line.split(/[ :]/)[0]))].sort()).toEqual(
    BOT_SETTINGS.filter((name) => !unchecked.includes(name)).sort(),
  );
  expect(found.join()).not.toContain('secret');
});

test('what is wrong is left out, said, and the rest is used', () => {
  const { login, watch, guilds, faults } = usableBotConfigOf({
    IBID_WATCH: 'often',
    IBID_GUILDS: '123456789012345678',
    DISCORD_API_URL: 'http://127.0.0.1:8080/api',
    HTTPS_PROXY: 'http://proxy.example:3128',
  });
  expect({ login, watch, guilds }).toEqual({
    login: { apiUrl: 'http://127.0.0.1:8080/api' },
    watch: 'on',
    guilds: ['123456789012345678'],
  });
  expect(faults.map(({ setting }) => setting)).toEqual(['DISCORD_TOKEN', 'IBID_WATCH', 'HTTPS_PROXY']);
});

test('where nothing is wrong it is what the bot gets', () => {
  const env = { DISCORD_TOKEN: TOKEN, IBID_CORPUS: 'test', IBID_EDITOR_ROLES: '123456789012345678' };
  expect(usableBotConfigOf(env)).toEqual({ ...botConfigOf(env), faults: [] });
  const feeds = { ...env, IBID_CORPUS: 'package.json', IBID_FEEDS: 'https://a.example/rss' };
  expect(usableBotConfigOf(feeds)).toMatchObject({ faults: [{ setting: 'IBID_FEEDS' }] });
});
