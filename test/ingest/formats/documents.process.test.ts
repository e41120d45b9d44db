import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, inject, test } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import type { IngestReport } from '../../../src/cli/verbs/ingest.ts';
import { IN_MEMORY } from '../../../src/index/database/connection.ts';
import { openWriter } from '../../../src/index/index-writer.ts';
import { EXTENSIONS } from '../../../src/ingest/formats/readers.ts';
import type { Answer } from '../../../src/model/answer.ts';
import { packageRoot } from '../../../src/package.ts';
import { freshContent, refreshed, storedContent } from '../../index/stored.ts';
import { corpusOf, type Files, folderOf, linesOf } from '../folder.ts';

const FOLDER = join(packageRoot(), 'test/ingest/documents');

function document(name: string): Buffer {
  return readFileSync(join(FOLDER, name));
}

async function textOf(name: string): Promise<string> {
  const { articles } = await corpusOf({ [name]: document(name) });
  return articles.map(({ text }) => text).join('\n\n');
}

async function problemsOf(files: Files): Promise<string[]> {
  return linesOf((await corpusOf(files)).problems.filter(({ path }) => path !== '.'));
}

const BRIDGE = 'Who opened the Halvorsund bridge?';
/** Of one text, by the tools that make.sh names. */
const MADE = readdirSync(FOLDER).filter((name) =>
  /^(?:harbour|libreoffice|newsletter|letters)[\w-]*\.(?!html$|tex$|md$)|^harbour\.(?:html|md)$/u.test(name),
);

test.each([...MADE, 'columns.pdf'])('%s, made by a real tool, answers word for word', async (name) => {
  const { articles } = await corpusOf({ [name]: document(name) });
  const archive = await buildArchive(articles);
  const [citation] = (await archive.ask('who', BRIDGE)).citations;
  expect(citation?.quote).toMatch(/^Queen Margit opened the Hal/u);
  const article = articles.find(({ id }) => id === citation?.articleId);
  expect(article?.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
});

test('every format that is read has a document of a real tool, but for other names of the same', () => {
  const others = ['.ndjson', '.htm', '.mht'];
  const without = EXTENSIONS.filter((extension) => !MADE.some((name) => name.endsWith(extension)));
  expect(without).toEqual(others);
});

test('all of them in one folder are ingested, and the terminal quotes each', async () => {
  const folder = await folderOf(Object.fromEntries(MADE.map((name) => [`${name}/${name}`, document(name)])));
  const ibid = (...args: string[]) =>
    spawnSync(process.execPath, [inject('cli'), ...args, '--corpus', folder], {
      encoding: 'utf8',
      env: { ...process.env, IBID_DATA: join(folder, '.ibid') },
    });
  const { files } = JSON.parse(ibid('ingest', '--json').stdout) as IngestReport;
  expect(files.filter(({ articles }) => articles === 0)).toEqual([]);
  expect(files.map(({ path }) => path.split('/')[0]).sort()).toEqual([...MADE].sort());
  const { citations } = JSON.parse(ibid('ask', 'who', BRIDGE, '--json').stdout) as Pick<Answer, 'citations'>;
  const quoted = citations.flatMap((one) => [one, ...one.copies]).map(({ path }) => path.split('/')[0]);
  expect(MADE.filter((name) => !quoted.includes(name))).toEqual([]);
});

const OFFICE = [
  'harbour.epub',
  'harbour.docx',
  'libreoffice.docx',
  'harbour.odt',
  'harbour.rtf',
  'libreoffice.rtf',
];

test.each(OFFICE)('the paragraphs of %s are whole', async (name) => {
  expect((await textOf(name)).split('\n\n')).toContain(
    'The engineers of the firm Strand & Vik built the two towers between March 2017 and October 2020. In the winter of 2018 a storm tore a crane from the northern tower; nobody was hurt.',
  );
});

test('a document says its title, author and day itself', async () => {
  for (const name of ['harbour.docx', 'harbour.odt', 'harbour.epub']) {
    const [article] = (await corpusOf({ [name]: document(name) })).articles;
    expect(article).toMatchObject({ author: 'Ingrid Solheim', origin: { title: 'document properties' } });
    expect(article!.title).toContain('The bridge at Halvorsund');
    // Word and OpenDocument say when the document was made, a book when it was published.
    expect(article!.published).toMatch(name.endsWith('.epub') ? /^2021-05-14$/u : /^20\d\d-\d\d-\d\d/u);
  }
});

test('a book is an article a chapter, called by both', async () => {
  const { articles } = await corpusOf({ 'harbour.epub': document('harbour.epub') });
  expect(articles.map(({ id, title }) => [id, title]).slice(1)).toEqual([
    ['harbour.epub#EPUB/text/ch001.xhtml', 'The bridge opens · The bridge at Halvorsund'],
    ['harbour.epub#EPUB/text/ch002.xhtml', 'What the ferries leave behind · The bridge at Halvorsund'],
  ]);
});

test('columns are read one after the other, and a paragraph goes on in the next', async () => {
  const text = await textOf('columns.pdf');
  const order = [
    'ends forty years',
    'Representatives of',
    'lays off 64',
    'International',
    'lighthouse',
    'alarm clock',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text).toContain(
    'said that the administration had promised compensation, but that nothing had been paid',
  );
});

test('a word that is hyphenated at the end of a line is shown as printed and found whole', async () => {
  const { articles } = await corpusOf({ 'columns.pdf': document('columns.pdf') });
  expect(articles[0]!.text).toContain('consid‐erable environmental');
  const archive = await buildArchive(articles);
  const { citations } = await archive.ask('ask', 'considerable environmental reservations');
  expect(citations[0]?.quote).toContain('consid‐erable environmental reservations');
});

test('a citation says its page, also after a page without text, which is named', async () => {
  const { articles, problems } = await corpusOf({ 'scanned-page.pdf': document('scanned-page.pdf') });
  expect(linesOf(problems)).toEqual([
    'warning scanned-page.pdf no text on page 2: empty, or a picture (scanned?), which Ibid can’t read',
  ]);
  const archive = await buildArchive(articles);
  const pageOf = async (question: string) => (await archive.ask('who', question)).citations[0]?.page;
  expect(await pageOf('Who opened the Halvorsund bridge?')).toBe(1);
  expect(await pageOf('Who has bought an alarm clock?')).toBe(3);
});

test('the store keeps where pages start', async () => {
  const folder = await folderOf({ 'columns.pdf': document('columns.pdf') });
  const { store } = await openWriter(IN_MEMORY);
  await refreshed(store, folder);
  const kept = await storedContent(store, folder);
  expect(kept).toEqual(await freshContent(folder));
  expect(kept.documents[0]!.article.pages).toHaveLength(2);
  store.close();
});

test('what can’t be read says why', async () => {
  const broken = { 'encrypted.pdf': document('encrypted.pdf'), 'scanned.pdf': document('scanned.pdf') };
  expect(await problemsOf({ ...broken, 'a.docx': 'PK', 'b.rtf': 'no', 'c.epub': '', 'd.odt': 'x' })).toEqual([
    expect.stringMatching(/^error a\.docx damaged: /u),
    'error b.rtf not RTF: it does not start with {\\rtf',
    expect.stringMatching(/^error c\.epub damaged: /u),
    expect.stringMatching(/^error d\.odt damaged: /u),
    'error encrypted.pdf encrypted: save it without a password',
    expect.stringMatching(/^error scanned\.pdf no text: /u),
  ]);
});

test.each(
  readdirSync(FOLDER).filter((name) => /^(?:harbour|columns)\.(?:pdf|epub|docx|odt|rtf)$/u.test(name)),
)('%s cut anywhere is read or refused', async (name) => {
  const whole = document(name);
  const extension = name.slice(name.lastIndexOf('.'));
  const cuts = Array.from({ length: 24 }, (_, i) => Math.floor((whole.length * i) / 24));
  const files = Object.fromEntries(cuts.map((cut, i) => [`${i}${extension}`, whole.subarray(0, cut)]));
  const { articles, problems } = await corpusOf(files);
  const spoken = new Set([...articles, ...problems].map(({ path }) => path));
  expect(Object.keys(files).filter((path) => !spoken.has(path))).toEqual([]);
  expect(problems.map(({ reason }) => reason).join()).not.toMatch(/undefined|can't be read: /u);
});

async function packed(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(entries)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

test('a zip bomb, too many entries and a name that leaves the archive are refused', async () => {
  const bomb = await packed({ 'content.xml': ' '.repeat(30 * 1024 * 1024) });
  const many = await packed(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.xml`, ''])));
  const traversal = (await packed({ 'aa/passwd.xml': 'x' })).toString('latin1').replaceAll('aa/p', '../p');
  expect(
    await problemsOf({ 'a.odt': bomb, 'b.docx': many, 'c.epub': Buffer.from(traversal, 'latin1') }),
  ).toEqual([
    'error a.odt too large when unpacked: content.xml, over 200 times its size',
    'error b.docx too many entries: 10001',
    'error c.epub damaged: invalid relative path: ../passwd.xml',
  ]);
});

test('entities that a document defines are not expanded', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>`;
  const body = `${bomb}<office:text><text:p>Said &b; she.</text:p></office:text>`;
  const [article] = (await corpusOf({ 'a.odt': await packed({ 'content.xml': body }) })).articles;
  expect(article?.text).toBe('Said &b; she.');
});

test('Unicode and code pages of RTF', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1251{\info{\title T}{\author A}{\creatim\yr2020\mo1\dy27}}\uc1\u1055?\'f0\'e8\par B\u233\'e9e{\*\x y}\~c}`;
  const [article] = (await corpusOf({ 'a.rtf': rtf })).articles;
  expect(article).toMatchObject({
    text: 'При\n\nBée\u00a0c',
    title: 'T',
    author: 'A',
    published: '2020-01-27',
  });
});

test.each(['arabic-chromium.pdf', 'arabic-libreoffice.pdf'])(
  '%s is in the order of its words',
  async (name) => {
    const text = await textOf(name);
    const paragraphs = document('arabic.html')
      .toString('utf8')
      .match(/(?<=<p[^>]*>)[^<]+/gu)!;
    expect(paragraphs).toHaveLength(2);
    expect(text.split('\n\n').slice(-2)).toEqual(paragraphs.map((one) => one.replace('&amp;', '&')));
  },
);

test('a raised mark stands at its word, and the note that it points to comes after the text', async () => {
  const paragraphs = (await textOf('harbour-latex.pdf')).split('\n\n');
  expect(paragraphs[3]).toMatch(/the trans-port minister, Olav Brekke\.1$/u);
  expect(paragraphs.at(-1)).toBe('1A first report of the university appeared in April 2021.');
});
