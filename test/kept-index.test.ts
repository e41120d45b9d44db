import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { type Archive, archiveOver, buildArchive } from '../src/archive.ts';
import { readCorpus } from '../src/corpus/corpus.ts';
import { filesOf } from '../src/corpus/files.ts';
import { buildIndex, openIndex } from '../src/kept-index.ts';
import { openLiveArchive } from '../src/live-archive.ts';
import { readThroughStore, storeOfCorpus } from '../src/store/read-corpus.ts';
import { folderOf } from './corpus/folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const ARTICLES = {
  'a.txt': 'Ma’asaran lies in the hills. President Ada Brunn visited it on Friday.',
  'b.txt': 'Talven lies by the river. The mason Ada Brunn closed its quarry.\n\nNobody was hurt in Talven.',
  'c.txt': '',
};

const QUESTIONS = [
  'where is Talven',
  "who visited Ma'asaran",
  'Ada Brun',
  'quarri of Talvn',
  'nothing at all',
];

/** What an archive says of everything. */
function saidBy(archive: Archive) {
  return {
    answers: QUESTIONS.map((question) => ({
      ...archive.ask('ask', question, { explain: true }),
      took_ms: 0,
    })),
    names: archive.suggest('', 20),
    status: { ...archive.status(), readAt: 0 },
  };
}

/** A folder of articles and its data folder; `open` answers through store and kept index. */
async function world() {
  const folder = await folderOf(ARTICLES);
  const data = join(await folderOf({}), 'data');
  const location = storeOfCorpus(data, folder);
  const home = location.replace(/\.db$/, '.index');
  const told: string[] = [];
  const tell = (note: string) => told.push(note);
  return {
    folder,
    data,
    home,
    told,
    tell,
    async open() {
      const stored = (await readThroughStore(location, await filesOf(folder), tell))!;
      const index = await openIndex(stored, { location, tell });
      index.keep();
      return saidBy(archiveOver({ ...index, problems: stored.problems }));
    },
    async fresh() {
      const { articles, problems } = await readCorpus(folder);
      return saidBy(buildArchive(articles, problems));
    },
    kept: () => (existsSync(home) ? readdirSync(home) : []),
    change: () => writeFileSync(join(folder, 'a.txt'), 'The hills of Sollen burnt. Ada Brunn left Sollen.'),
  };
}

test('what was kept answers as what was made, and as an archive in memory', async () => {
  const { open, fresh, kept, home, told } = await world();
  const made = await open();
  expect(made).toEqual(await fresh());
  const [name] = kept();
  const before = statSync(join(home, name!));
  expect(await open()).toEqual(made);
  expect(statSync(join(home, name!)).ino).toBe(before.ino);
  expect(told).toEqual([]);
});

test('other articles have another index, and the one before goes', async () => {
  const { open, fresh, kept, change, told } = await world();
  await open();
  const before = kept();
  change();
  expect(await open()).toEqual(await fresh());
  expect(kept()).toHaveLength(1);
  expect(kept()).not.toEqual(before);
  expect(told).toEqual([]);
});

const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'with another byte': (path) => {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 0x10;
    writeFileSync(path, bytes);
  },
  'cut off': (path) => truncateSync(path, 50),
  gone: (path) => rmSync(path),
};

test.each(Object.keys(DAMAGES))('a file %s: the index is built again, which is said', async (damage) => {
  const { open, kept, home, told } = await world();
  const made = await open();
  const files = readdirSync(join(home, kept()[0]!));
  expect(files).toHaveLength(3);
  for (const file of files) {
    DAMAGES[damage]!(join(home, kept()[0]!, file));
    expect(await open(), file).toEqual(made);
    expect(told.splice(0), file).toEqual([expect.stringMatching(/^the index is built again: .+/)]);
    expect(await open(), file).toEqual(made);
    expect(told, file).toEqual([]);
  }
});

test('where it can’t be written it answers all the same, and says so', async () => {
  const { open, fresh, home, told, data } = await world();
  await open();
  rmSync(home, { recursive: true });
  writeFileSync(home, 'in the way');
  expect(await open()).toEqual(await fresh());
  expect(told).toEqual([
    expect.stringMatching(/^the index can't be kept \(.+\): the next start builds it again$/),
  ]);
  expect(readdirSync(data).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a bot that saw changes keeps the index of what it saw when it ends', async () => {
  const { folder, data, tell, kept, change, open, fresh, told } = await world();
  const live = await openLiveArchive({ corpus: folder, data, tell });
  onTestFinished(() => live.close());
  const before = kept();
  expect(before).toHaveLength(1);
  change();
  await live.refresh();
  expect(saidBy(live.archive)).toEqual(await fresh());
  expect(kept()).toEqual(before);
  live.close();
  const after = kept();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(await open()).toEqual(await fresh());
  expect(kept()).toEqual(after);
  expect(told).toEqual([]);
});

test('without a place it is in memory only', async () => {
  const { articles } = await readCorpus(await folderOf(ARTICLES));
  const index = await buildIndex(
    { articles, problems: [], splits: { get: () => undefined }, identity: '' },
    { tell: expect.fail },
  );
  index.keep();
  expect(index.collection.documents).toHaveLength(2);
});

/** Opens the archive, and kills itself at the `n`th step that it takes in the file system for the index. */
const CHILD = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [from, folder, data, n] = process.argv.slice(1);
  let left = Number(n);
  for (const name of ['mkdirSync', 'openSync', 'ftruncateSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) {
    const real = fs[name];
    fs[name] = (...values) => {
      if (typeof values[0] !== 'string' || values[0].includes('.index')) {
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        left -= 1;
      }
      return real(...values);
    };
  }
  syncBuiltinESMExports();
  const { openLiveArchive } = await import(from + 'live-archive.js');
  const live = await openLiveArchive({ corpus: folder, data, tell: (note) => console.error(note) });
  console.log(JSON.stringify({ answer: live.archive.ask('where', 'Sollen').citations.map(({ quote }) => quote) }));
  live.close();
`;

/** Every so many steps; each of them in CI's slower check. */
const STRIDE = process.env.IBID_TEST_KILLS === undefined ? 5 : 1;

test('killed at any step, the next start answers all the same, without a word of it', {
  timeout: 300_000,
}, async () => {
  const built = `${pathToFileURL(dirname(inject('cli'))).href}/`;
  const run = (folder: string, data: string, n: number) => {
    const words = ['--input-type=module', '-e', CHILD, built, folder, data, String(n)];
    const { signal, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(stderr).toBe('');
    return { signal, answer: stdout === '' ? undefined : JSON.parse(stdout).answer };
  };
  const sollen = ['Ada Brunn left Sollen.'];
  let killed = 0;
  for (let n = 0; ; n += STRIDE) {
    const { folder, data, change, home } = await world();
    expect(run(folder, data, Number.MAX_SAFE_INTEGER)).toEqual({ signal: null, answer: [] });
    change();
    const first = run(folder, data, n);
    if (first.signal === null) break;
    killed += 1;
    const { signal, answer } = run(folder, data, Number.MAX_SAFE_INTEGER);
    expect({ signal, answer }, `killed at step ${n}`).toEqual({
      signal: null,
      answer: expect.arrayContaining(sollen),
    });
    const whole = readdirSync(home).filter((name) => !name.endsWith('.new'));
    expect(whole, `killed at step ${n}`).toHaveLength(1);
  }
  // Or else the steps were not those of the index.
  expect(killed * STRIDE).toBeGreaterThan(20);
});
