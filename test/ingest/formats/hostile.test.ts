import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { splitOf } from '../../../src/index/documents/document.ts';
import { expectLinear } from '../../growth.ts';
import { corpusOf, linesOf } from '../folder.ts';

const many = (count: number, of: (place: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');

async function packed(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(entries)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

function odt(body: string): Promise<Buffer> {
  return packed({ 'content.xml': `<office:text>${body}</office:text>` });
}

function epub(chapter: string): Promise<Buffer> {
  return packed({
    'META-INF/container.xml': '<container><rootfile full-path="c.opf"/></container>',
    'c.opf': '<package><item id="a" href="a.html"/><itemref idref="a"/></package>',
    'a.html': chapter,
  });
}

/** Digits would end a control word. */
const wordOf = (place: number) => place.toString(36).replace(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)]!);

/** Name of the file, its content by its size, and its text. */
const READ: readonly (readonly [
  string,
  (size: number) => string | Buffer | Promise<Buffer>,
  string | RegExp,
])[] = [
  [
    'page of links.html',
    (size) => `<p>${many(size / 20, (i) => `<a href="/${i}">link ${i}</a> `)}</p>`,
    /^link 0 link 1 /u,
  ],
  ['heading of numbers.md', (size) => `# ${'#'.repeat(size)}x`, /^# #/u],
  ['heading of spaces.md', (size) => `# a${' '.repeat(size)}x`, /^# a/u],
  ['endless word.txt', (size) => Buffer.from(`Un caf\xe9 ${'x'.repeat(size)}`, 'latin1'), /x{100}$/u],
  ['nothing but lines.txt', (size) => `a${'\n'.repeat(size)}b`, /^a\n/u],
  ['nested.jsonl', (size) => `{"text":"Words.","x":${'['.repeat(size)}${']'.repeat(size)}}`, 'Words.'],
  [
    'paragraph of breaks.odt',
    (size) => odt(`<text:p>${many(size / 10, (i) => `a${i} <text:line-break/>`)}</text:p>`),
    /^a0\na1\n/u,
  ],
  [
    'paragraph of tabs.odt',
    (size) => odt(`<text:p>a${many(size / 10, (i) => `b${i}<text:tab/>`)}</text:p>`),
    /^ab0\tb1\t/u,
  ],
  ['paragraph of breaks.epub', (size) => epub(`<p>${many(size / 10, (i) => `a${i} <br>`)}`), /^a0\na1\n/u],
  ['blanks kept.epub', (size) => epub(`<pre>a${' '.repeat(size)}b</pre>`), /^a +b$/u],
  ['groups nested.rtf', (size) => `{\\rtf1 ${'{'.repeat(size)}Words.`, 'Words.'],
  [
    'date.rtf',
    (size) =>
      `{\\rtf1{\\info{\\creatim${many(size / 10, (i) => `\\${wordOf(i)}1`)}\\yr2020\\mo1\\dy27}} Words.}`,
    'Words.',
  ],
];

const SIZE = 10_000;

test.each(READ)('%s is read in linear time', async (path, contentOf, text) => {
  const contents = new Map<number, string | Buffer>();
  await expectLinear(async (size) => {
    if (!contents.has(size)) contents.set(size, await contentOf(size));
    const { articles } = await corpusOf({ [path]: contents.get(size)! });
    expect(articles).toHaveLength(1);
    expect(articles[0]!.text).toMatch(text);
    expect(splitOf(articles[0]!).sentences.length).toBeGreaterThan(0);
  }, SIZE);
});

const AUTHORS = `<m><dc:title>Title</dc:title>${many(100_000, (i) => `<dc:creator>a${i}</dc:creator>`)}</m>`;

test('properties of a hundred thousand authors', async () => {
  const content = {
    'content.xml': '<office:text><text:p>Words.</text:p></office:text>',
    'meta.xml': AUTHORS,
  };
  const { articles } = await corpusOf({ 'a.odt': await packed(content) });
  expect(articles[0]).toMatchObject({ title: 'Title', text: 'Words.' });
});

const REFUSED: readonly (readonly [string, string | Promise<Buffer>, string])[] = [
  ['deep.html', '<div>'.repeat(100_000), 'page too complex: elements nested over 512 deep'],
  ['comments.html', '<!-- x -->'.repeat(300_000), 'page too complex: over 200,000 pieces of text'],
  ['deep.epub', epub('<div>'.repeat(100_000)), 'elements nested over 5,000 deep'],
  ['deep.odt', odt('<text:span>'.repeat(100_000)), 'elements nested over 5,000 deep'],
  ['deep.md', `---\n${'- '.repeat(8_000)}\n---\nWords.`, "front matter isn't YAML: nested too deeply"],
];

test.each(REFUSED)('%s is refused with the reason', async (path, content, reason) => {
  const { articles, problems } = await corpusOf({ [path]: await content, 'good.txt': 'Good.' });
  expect(articles.map(({ text }) => text)).toEqual(['Good.']);
  expect(problems.map((problem) => problem.reason)).toEqual([expect.stringContaining(reason)]);
});

test('a file that isn’t JSON Lines is left after a thousand lines', async () => {
  const { problems } = await corpusOf({ 'a.jsonl': 'x\n'.repeat(1_000_000), 'b.txt': 'Good.' });
  expect(linesOf(problems).at(-1)).toBe(
    'error a.jsonl and 980 more lines: not JSON (980), not JSON Lines (1)',
  );
});

// What fuzzing has found (scripts/fuzz.mjs).

test('a page may leave the tags of its body out', async () => {
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Title</title><h1>Heading</h1><p>Words.</p>';
  const { articles } = await corpusOf({ 'a.html': html });
  expect(articles[0]).toMatchObject({ title: 'Title', language: 'en', text: 'Heading\n\nWords.' });
});

test('a Word document that lacks parts says so in a line', async () => {
  const entries = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document><w:body' };
  const { problems } = await corpusOf({ 'a.docx': await packed(entries) });
  expect(linesOf(problems)[0]).toMatch(/^error a\.docx not a valid Word document: [^\n]{10,200}$/u);
});
