import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile, chmod, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packTar, unpackTar } from 'modern-tar';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BACKUP_FORMAT, type BackupManifest } from '../../src/backup/manifest.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { measureAt, measureOpen } from '../../src/backup/source-file.ts';
import { type BackupFlags, run as backUp } from '../../src/cli/verbs/backup.ts';
import { type RestoreFlags, run as restore } from '../../src/cli/verbs/restore.ts';
import { archiveFolder, openArchiveFolder, restoredFolder } from '../../src/data-folder.ts';
import { lastEdits, logged } from '../../src/editing/edit-log.ts';
import { removeFile } from '../../src/editing/remove-file.ts';
import { type Files, folderOf } from '../ingest/folder.ts';

const NO_CORPUS: Files = { 'news/a.txt': 'Ali left.' };

/** An archive `news` with its folder in `data`, and `ibid backup` and `restore` over it. */
async function world(own: Files = {}) {
  const root = await folderOf(NO_CORPUS);
  const [corpus, data, file] = ['news', 'data', 'news.tar.gz'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const [name, value] of Object.entries({
    IBID_DATA: data,
    DISCORD_TOKEN: 'se.cr.et',
    HF_TOKEN: 'hf_secret',
  }))
    vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = openArchiveFolder(data, corpus, (note) => expect.fail(note));
  for (const [path, content] of Object.entries(own)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const lines: string[] = [];
  const output = {
    write: (text: string) => void lines.push(text),
    warn: (text: string) => void lines.push(text),
  };
  return {
    root,
    corpus,
    data,
    file,
    folder,
    lines,
    backUp: (flags: BackupFlags = {}, to = file) => backUp(to, { corpus, ...flags }, output),
    restore: (flags: RestoreFlags = {}, from = file) => restore(from, { corpus, ...flags }, output),
  };
}

/** All files below a folder, with their contents. */
function contentOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => lstatSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

const OWN: Files = {
  'edits.jsonl': '{"time":"2026-11-29"}\n',
  'removed/b.txt': 'Removed.',
  [`removed/${'long/'.repeat(30)}${'ö'.repeat(90)}.txt`]: 'Deep.',
  'removed/empty.txt': '',
  'feeds.json': '{"feeds":{}}',
  'feeds.jsonl': '\n{"urls":[]}',
  'watches.json': '[]',
};

const REBUILDABLE: Files = {
  'index-4-0123abcd.db': 'no database',
  'index-4-0123abcd.segments/x.segment': 'x',
  'vectors-model.db': 'none either',
};

test('what can’t be made again comes back: edits, removed files, what is known of feeds', async () => {
  const { backUp, restore, folder, file } = await world({ ...OWN, ...REBUILDABLE, 'pending/k.upload': 'x' });
  const before = contentOf(folder);
  expect(await backUp()).toBe(0);
  expect(existsSync(`${file}.part`)).toBe(false);
  await writeFile(join(folder, 'edits.jsonl'), 'spoilt');
  await writeFile(join(folder, 'removed/b.txt'), 'spoilt');
  expect(await restore()).toBe(0);
  const { 'pending/k.upload': _, ...expected } = before;
  expect(contentOf(folder)).toEqual(expected);
});

test('an edit and the file that it removed come back to another machine', async () => {
  const { backUp, restore, folder, corpus, data } = await world();
  const user = { id: '223456789012345678', name: 'ada' };
  const edit = {
    time: '2026-11-29T10:00:00Z',
    action: 'remove',
    user,
    guild: null,
    articles: 1,
    title: 'a',
  } as const;
  await logged(folder, edit, async () => {
    const { location, sha256 } = await removeFile(corpus, 'a.txt', join(folder, 'removed'));
    return { ...edit, path: 'a.txt', sha256, kept: location };
  });
  await backUp();
  await rename(data, `${data}.lost`);
  await restore();
  expect(await lastEdits(folder, 10)).toMatchObject([{ action: 'remove', path: 'a.txt', user }]);
  expect(readFileSync(join(folder, 'removed/a.txt'), 'utf8')).toBe('Ali left.');
});

test('what was there before is kept beside it, and said', async () => {
  const { backUp, restore, folder, lines } = await world(OWN);
  await backUp();
  await writeFile(join(folder, 'edits.jsonl'), 'newer');
  await restore();
  const kept = lines.at(-1)!.replace('What was there before is kept: ', '');
  expect(basename(kept)).toMatch(/^news-[\da-f]{12}\.before-[\dT-]+$/u);
  expect(contentOf(kept)['edits.jsonl']).toBe('newer');
});

test('an index that the backup doesn’t hold stays, and nothing is kept where there was nothing else', async () => {
  const { backUp, restore, folder, data } = await world(REBUILDABLE);
  await backUp();
  await restore();
  expect(contentOf(folder)).toEqual(REBUILDABLE);
  expect(readdirSync(data)).toEqual([basename(folder)]);
});

test('the manifest says what wrote it, and settings without secrets', async () => {
  vi.stubEnv('IBID_FEEDS', 'https://ada:pass@example.org/rss');
  const { backUp, file, corpus, folder } = await world({ 'edits.jsonl': 'x' });
  await backUp();
  const { header, data } = (await unpackTar(gunzipSync(await readFile(file))))[0]!;
  const text = Buffer.from(data!).toString();
  expect(header.name).toBe('manifest.json');
  expect(JSON.parse(text)).toMatchObject({
    format: BACKUP_FORMAT,
    archive: basename(folder),
    index: false,
    settings: { IBID_CORPUS: corpus, IBID_FEEDS: 'https://example.org/rss' },
    files: [
      {
        path: 'edits.jsonl',
        size: 1,
        sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
      },
    ],
  });
  expect(text).not.toMatch(/se\.cr\.et|hf_secret|pass@|TOKEN/u);
});

test('a backup is for who runs Ibid alone', async () => {
  const { backUp, file } = await world(OWN);
  await backUp();
  expect(lstatSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
});

test('a file that is there is replaced with --force alone', async () => {
  const { backUp, file } = await world(OWN);
  await writeFile(file, 'mine');
  await expect(backUp()).rejects.toThrow(`${file} is there already: name another file, or add --force`);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(await backUp({ force: true })).toBe(0);
  expect(gunzipSync(readFileSync(file)).length).toBeGreaterThan(0);
});

test('what a killed backup has left is replaced', async () => {
  const { backUp, file } = await world(OWN);
  await writeFile(`${file}.part`, 'half');
  await backUp();
  expect(existsSync(`${file}.part`)).toBe(false);
});

test('a backup in the archive, or in its own folder, would be read as articles', async () => {
  const { backUp, corpus, folder } = await world(OWN);
  for (const place of [corpus, folder])
    await expect(backUp({}, join(place, 'b.tar.gz'))).rejects.toThrow(`is in ${place}, which Ibid reads`);
});

test('a folder that is not there is named', async () => {
  const { backUp, root } = await world(OWN);
  await expect(backUp({}, join(root, 'none/b.tar.gz'))).rejects.toThrow(
    "can't be written: there is no such folder",
  );
});

test('a link is left out, and said', async () => {
  const { backUp, folder, lines, corpus } = await world(OWN);
  symlinkSync(join(corpus, 'a.txt'), join(folder, 'removed/link.txt'));
  await backUp();
  expect(lines[0]).toBe('removed/link.txt is a link: it is left out of the backup');
});

test('without an index --all says so, and backs up the rest', async () => {
  const { backUp, lines } = await world(OWN);
  expect(await backUp({ all: true })).toBe(0);
  expect(lines[0]).toBe('there is no whole index yet: the backup is without it');
});

test('where there is nothing to back up, that is said', async () => {
  const { backUp, lines, folder } = await world();
  expect(await backUp()).toBe(0);
  expect(lines[0]).toBe(`${folder} holds nothing that can't be made again: is IBID_DATA what the bot has?`);
});

test('a file that is replaced, appended to or deleted while it is read is taken as it was', async () => {
  const { folder } = await world({ 'edits.jsonl': 'one\n', 'feeds.json': 'old' });
  const [edits, feeds] = await Promise.all(
    ['edits.jsonl', 'feeds.json'].map((name) => open(join(folder, name))),
  );
  const files = [await measureOpen('edits.jsonl', edits!), await measureOpen('feeds.json', feeds!)];
  await appendFile(join(folder, 'edits.jsonl'), 'two\n');
  await writeFile(join(folder, 'new'), 'new');
  await rename(join(folder, 'new'), join(folder, 'feeds.json'));
  expect(await Promise.all(files.map(({ bytes }) => textOf(bytes())))).toEqual(['one\n', 'old']);
  await Promise.all([edits!.close(), feeds!.close()]);
});

test('a removed file that is changed while it is backed up fails the backup, with its name', async () => {
  const { folder } = await world(OWN);
  const { bytes } = await measureAt('removed/b.txt', join(folder, 'removed/b.txt'));
  await writeFile(join(folder, 'removed/b.txt'), 'Another.');
  await expect(textOf(bytes())).rejects.toThrow('removed/b.txt changed while it was backed up: run it again');
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that can’t be read is no empty one',
  async () => {
    const { backUp, folder } = await world(OWN);
    await chmod(join(folder, 'removed'), 0);
    await expect(backUp()).rejects.toThrow("removed can't be read: permission denied; no backup was written");
    await chmod(join(folder, 'removed'), 0o700);
  },
);

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of bytes) text += chunk;
  return text;
}

test('--json says it to programs', async () => {
  const { backUp, restore, lines, folder, file } = await world({ 'edits.jsonl': 'x' });
  await backUp({ json: true });
  await restore({ json: true });
  const archive = basename(folder);
  expect(JSON.parse(lines[0]!)).toMatchObject({ file, archive, index: false, files: 1, size: 1 });
  expect(JSON.parse(lines[1]!)).toMatchObject({
    folder,
    archive,
    files: 1,
    kept: expect.stringContaining('.before-'),
  });
});

test('another archive’s backup needs --as, with the name of the folder that it goes to', async () => {
  const { backUp, restore, root } = await world(OWN);
  await backUp();
  const corpus = join(root, 'other');
  await mkdir(corpus);
  await expect(restore({ corpus })).rejects.toThrow(
    /is the backup of another archive.*add --as other-[\da-f]{12}$/u,
  );
  await expect(restore({ corpus, as: 'news' })).rejects.toThrow('not news');
  const folder = archiveFolder(join(root, 'data'), corpus);
  await restore({ corpus, as: basename(folder) });
  expect(contentOf(folder)).toEqual(OWN);
});

interface Entry {
  readonly name: string;
  readonly content: string;
  readonly linkname?: string;
}

/** A backup of these entries; changes of the manifest are made in its JSON. */
async function tampered(
  file: string,
  change: (entries: Entry[], manifest: BackupManifest) => readonly Entry[],
): Promise<void> {
  const entries = (await unpackTar(gunzipSync(await readFile(file)))).map(({ header, data }) => ({
    name: header.name,
    content: Buffer.from(data!).toString(),
  }));
  const manifest = JSON.parse(entries[0]!.content);
  const changed = change(entries.slice(1), manifest);
  const all = [{ name: 'manifest.json', content: JSON.stringify(manifest) }, ...changed] as readonly Entry[];
  const packed = all.map(({ name, content, linkname }) =>
    linkname === undefined
      ? { header: { name, size: Buffer.byteLength(content) }, body: content }
      : { header: { name, size: 0, type: 'symlink' as const, linkname } },
  );
  writeFileSync(file, gzipSync(await packTar(packed)));
}

/** How a backup is damaged, and what is said of it. */
const DAMAGED: readonly (readonly [string, (file: string) => unknown, RegExp])[] = [
  ['not there', (file) => rename(file, `${file}.moved`), /can't be read: it is not there/u],
  ['empty', (file) => writeFile(file, ''), /it is empty|is damaged/u],
  ['no gzip', (file) => writeFile(file, 'hello, world'), /is damaged: incorrect header check/u],
  [
    'another tar',
    async (file) => writeFile(file, gzipSync(await packTar([{ header: { name: 'a', size: 1 }, body: 'a' }]))),
    /is no backup of Ibid's/u,
  ],
  ['cut short', async (file) => writeFile(file, (await readFile(file)).subarray(0, -40)), /is damaged/u],
  [
    'cut short and packed again',
    async (file) => writeFile(file, gzipSync(gunzipSync(await readFile(file)).subarray(0, -2048))),
    /is damaged/u,
  ],
  ['a flipped bit', async (file) => writeFile(file, flipped(await readFile(file))), /is damaged/u],
  [
    'another content',
    (file) =>
      tampered(file, ([one, ...others]) => [
        { ...one!, content: one!.content.replace('2026', '2027') },
        ...others,
      ]),
    /edits\.jsonl isn't what was backed up \(SHA-256\)/u,
  ],
  [
    'another size',
    (file) => tampered(file, ([one, ...others]) => [{ ...one!, content: 'x' }, ...others]),
    /"files\/edits\.jsonl" is not the file/u,
  ],
  ['a missing file', (file) => tampered(file, (entries) => entries.slice(0, -1)), /it ends before removed/u],
  [
    'one file more',
    (file) => tampered(file, (entries) => [...entries, { name: 'files/more', content: '' }]),
    /"files\/more" is not the file/u,
  ],
  [
    'a link in a file’s place',
    (file) => tampered(file, ([one, ...others]) => [{ ...one!, linkname: '/etc/passwd' }, ...others]),
    /is not the file/u,
  ],
  ...['../x', '/x', 'a//x', 'a/./x', 'a/../../x', '', 'feeds.json'].map(
    (path) =>
      [
        `a path that leads elsewhere: ${path}`,
        (file: string) =>
          tampered(file, ([one, ...others], { files }) => {
            files[0]!.path = path;
            return [{ ...one!, name: `files/${path}` }, ...others];
          }),
        /it holds a file called/u,
      ] as const,
  ),
  [
    'a size that is none',
    (file) =>
      tampered(file, (entries, { files }) => {
        files[0]!.size = -1;
        return entries;
      }),
    /manifest\.json is not as Ibid writes it/u,
  ],
  [
    'more than the disk takes',
    (file) =>
      tampered(file, (entries, { files }) => {
        files[0]!.size = 2 ** 52;
        return entries;
      }),
    /no space for .*nothing was restored/u,
  ],
  [
    'of a later Ibid',
    (file) =>
      tampered(file, (entries, manifest) => {
        Object.assign(manifest, { format: 9, ibid: '7.0.0' });
        return entries;
      }),
    /is of a later Ibid \(7\.0\.0, format 9\).*update Ibid first/u,
  ],
  [
    'a manifest of somebody else',
    (file) =>
      tampered(file, (entries, manifest) => {
        Object.assign(manifest, { kind: 'other' });
        return entries;
      }),
    /is no backup of Ibid's/u,
  ],
];

function flipped(bytes: Buffer): Buffer {
  const place = bytes.length >> 1;
  bytes[place] = bytes[place]! ^ 4;
  return bytes;
}

test.each(DAMAGED)(
  'a backup that isn’t sound is refused, and nothing is replaced: %s',
  async (_, damage, message) => {
    const { backUp, restore, file, folder, data } = await world(OWN);
    await backUp();
    await damage(file);
    await expect(restore()).rejects.toThrow(message);
    expect(contentOf(folder)).toEqual(OWN);
    expect(readdirSync(data)).toEqual([basename(folder)]);
  },
);

test('a restore that was killed between its two renames is completed when the folder is opened', async () => {
  const { folder, data, corpus } = await world(OWN);
  await rename(folder, restoredFolder(folder));
  openArchiveFolder(data, corpus, (note) => expect.fail(note));
  expect(contentOf(folder)).toEqual(OWN);
});

test('what a restore that was killed before them has left is replaced', async () => {
  const { backUp, folder, file } = await world(OWN);
  await backUp();
  for (const left of [`${folder}.part`, restoredFolder(folder)]) {
    await mkdir(left);
    await writeFile(join(left, 'x'), 'half');
  }
  await restoreBackup({ from: file, folder, ofAnother: false });
  expect(contentOf(folder)).toEqual(OWN);
});
