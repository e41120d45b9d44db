import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { countEntry, LIMITS } from '../../../../src/ingest/formats/archives/archive-limits.ts';
import { UnreadableFileError } from '../../../../src/ingest/formats/unreadable.ts';
import { readCorpus } from '../../../../src/ingest/read-corpus.ts';
import { corpusOf, type Files, folderOf, linesOf } from '../../folder.ts';

async function check(files: Files, ids: string[], problems: unknown[] = []) {
  const corpus = await corpusOf(files);
  expect(corpus.articles.map(({ id }) => id)).toEqual(ids);
  expect(linesOf(corpus.problems).filter((line) => !line.startsWith('warning . '))).toEqual(problems);
  return corpus.articles;
}

async function tarOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, content]) => {
    const body = Buffer.from(content);
    return { header: { name, size: body.length, type: 'file' as const }, body: new Uint8Array(body) };
  });
  return Buffer.from(await packTar(entries));
}

const LINES = '{"id":1,"text":"One."}\n{"id":2,"text":"Two."}\n';

test('a packed file holds the articles that it holds unpacked', async () => {
  const [article] = await check({ 'n/a.jsonl.gz': gzipSync(LINES), 'b.txt.gz': gzipSync('B.') }, [
    'b',
    'n/a.jsonl#1',
    'n/a.jsonl#2',
  ]);
  expect(article).toMatchObject({ path: 'b.txt.gz', text: 'B.' });
});

test('a .gz of what Ibid does not read is left out', () => check({ 'a.sql.gz': gzipSync('x') }, []));

test('a file that was cut off keeps what came before', () => {
  const whole = gzipSync(
    Array.from({ length: 500 }, (_, i) => `{"id":${i},"text":"${Math.sin(i)}"}`).join('\n'),
  );
  return corpusOf({ 'a.jsonl.gz': whole.subarray(0, whole.length / 2) }).then(({ articles, problems }) => {
    expect(articles.length).toBeGreaterThan(50);
    expect(linesOf(problems)).toContain('error a.jsonl.gz damaged or cut off: unexpected end of file');
  });
});

test('files in a tar are called by it, and those that lead out of it are refused', async () => {
  const tar = await tarOf({
    'x/a.txt': 'A.',
    'b.jsonl': LINES,
    'empty.txt': '',
    '../c.txt': 'C.',
    '.hidden.txt': 'H.',
    'p.png': 'x',
  });
  const ids = ['x/a.txt', 'b.jsonl#1', 'b.jsonl#2'];
  const problems = (path: string) => [
    `error ${path} no text: in empty.txt`,
    `error ${path} path leads outside the archive: "../c.txt"; left out`,
    `warning ${path} left out: files that are hidden or of other formats (2)`,
  ];
  await check(
    { 't.tar.gz': gzipSync(tar) },
    ids.map((id) => `t.tar.gz/${id}`),
    problems('t.tar.gz'),
  );
  await check(
    { 't.tar': tar },
    ids.map((id) => `t.tar/${id}`),
    problems('t.tar'),
  );
});

test('XML, which is looked at twice, is read wherever it is packed', async () => {
  const wiki = (text: string) =>
    `<mediawiki><page><title>T</title><ns>0</ns><id>1</id><revision><text>${text}</text></revision></page></mediawiki>`;
  const feed =
    '<rss><channel><title>F</title><item><title>I</title><description>An item.</description></item></channel></rss>';
  const long = `Long. ${'A sentence of a page. '.repeat(50_000)}`;
  const tar = await tarOf({
    'a.xml': wiki('A.'),
    'b.xml': feed,
    'c.xml': wiki(long) + ' '.repeat(16 * 1024 * 1024),
    'd.txt': 'D.',
  });
  const ids = ['a.xml#1', 'b.xml#item-1', 'c.xml#1', 'd.txt'];
  const summaries = (path: string) => expect.stringMatching(new RegExp(`^warning ${path} summaries: `, 'u'));
  await check({ 'w.xml.gz': gzipSync(wiki('A.')) }, ['w.xml#1']);
  for (const [name, bytes] of [
    ['t.tar', tar],
    ['t.tgz', gzipSync(tar)],
  ] as const) {
    await check(
      { [name]: bytes },
      ids.map((id) => `${name}/${id}`),
      [summaries(name)],
    );
  }
});

test('what is packed too deep is not unpacked', () => {
  const deep = [1, 2, 3, 4].reduce((bytes) => gzipSync(bytes), Buffer.from('text'));
  return check(
    { 'a.txt.gz.gz.gz.gz': deep },
    [],
    ['error a.txt.gz.gz.gz.gz nested too deep: more than 3 archives inside each other; left out'],
  );
});

test('a bomb is put out', () =>
  check(
    { 'a.jsonl.gz': gzipSync(Buffer.alloc(70 * 1024 * 1024, 'a')) },
    [],
    ['error a.jsonl.gz too large when unpacked: over 200 times its size; the rest is left out'],
  ));

test('a bomb inside a tar is named, also where nobody would have read it', async () => {
  const bomb = Buffer.alloc(70 * 1024 * 1024);
  for (const name of ['bomb.png', 'bomb.txt']) {
    await check(
      { 't.tgz': gzipSync(await tarOf({ 'a.txt': 'A.', [name]: bomb, 'z.txt': 'Z.' })) },
      ['t.tgz/a.txt'],
      [
        `error t.tgz too large when unpacked: over 200 times its size; the rest is left out: ${name.endsWith('.txt') ? 'in' : 'at'} ${name}`,
      ],
    );
  }
});

test('an archive may hold so many files and no more', () => {
  const used = { entries: LIMITS.entries - 1, bytes: 0, refused: false };
  const unpacking = { depth: 1, limits: LIMITS, used, size: 1 };
  countEntry(unpacking);
  expect(() => countEntry(unpacking)).toThrow(UnreadableFileError);
  expect(used.refused).toBe(true);
});

test('what only calls itself an archive is named', () =>
  check(
    { 'a.zip': 'no', 'b.tar': 'no'.repeat(1000), 'c.txt.gz': 'no' },
    [],
    [
      expect.stringMatching(/^error a\.zip not a valid ZIP archive: /),
      expect.stringMatching(/^error b\.tar not a valid tar archive: /),
      'error c.txt.gz damaged or cut off: incorrect header check',
    ],
  ));

const PYTHON = spawnSync('python3', ['--version']).status === 0;

/** A ZIP by Python's own library: names that no well-meant tool writes, an archive in it, and a bomb. */
test.skipIf(!PYTHON)('a ZIP archive is read, and what is wrong in it is named (needs python3)', async () => {
  const folder = await folderOf({});
  const script = `
import zipfile, io
inner = io.BytesIO()
with zipfile.ZipFile(inner, 'w') as z: z.writestr('in.txt', 'In.')
with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('x/é.txt', 'A.'); z.writestr('../up.txt', 'x'); z.writestr('C:\\\\c.txt', 'x')
    z.writestr('b.csv', 'title,text\\nB,\\nC,c\\n'); z.writestr('i.zip', inner.getvalue())
    z.writestr('bomb.jsonl', b'0' * 80_000_000); z.writestr('late.txt', 'Late.')`;
  expect(spawnSync('python3', ['-c', script], { cwd: folder }).status).toBe(0);
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['a.zip/x/é.txt', 'a.zip/b.csv#row-2', 'a.zip/i.zip/in.txt']);
  expect(linesOf(problems)).toEqual([
    'error a.zip path leads outside the archive: "../up.txt"; left out',
    expect.stringMatching(/^error a\.zip path leads outside the archive: "C:/),
    'error a.zip no text: in b.csv, line 2',
    'error a.zip too large when unpacked: over 200 times its size; the rest is left out: in bomb.jsonl',
  ]);
});
