/** What `fuzz.mjs` feeds: a reader, and what has to hold of all that it answers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import JSZip from 'jszip';
import { splitOf } from '../../dist/src/index/documents/document.js';
import { itemsHere } from '../../dist/src/ingest/read-here.js';

const BOOK = '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Documents one part of which is the fuzzer's: what it makes of a whole archive is hardly ever sound. */
const PACKED = {
  odt: (part) => ({ 'content.xml': part }),
  'meta.odt': (part) => ({
    'content.xml': '<office:text><text:p>Words.</text:p></office:text>',
    'meta.xml': part,
  }),
  docx: (part) => ({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part,
  }),
  epub: (part) => ({
    'META-INF/container.xml': BOOK,
    'c.opf':
      '<package><metadata><dc:title>B</dc:title></metadata><manifest><item id="a" href="a.xhtml"/><item id="n" properties="nav" href="n.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': part,
    'n.xhtml': part,
  }),
  'opf.epub': (part) => ({
    'META-INF/container.xml': BOOK,
    'c.opf': part,
    'a.xhtml': '<html><body><h1>T</h1><p>Words.</p></body></html>',
  }),
};
/** Where the part is in the documents that are its seeds. */
export const PART = {
  odt: 'content.xml',
  'meta.odt': 'meta.xml',
  docx: 'word/document.xml',
  epub: 'EPUB/text/ch001.xhtml',
  'opf.epub': 'EPUB/content.opf',
};

const folder = join(tmpdir(), `ibid-fuzz-${process.pid}`);
mkdirSync(folder, { recursive: true });
/** 64 KB are read within this time, or something in it is not linear. */
const SLOW_MS = 5_000;

let runs = 0;

/** Throws where something doesn't hold. */
export async function fuzz(format, data) {
  const file = { path: `a.${format.replace(/^raw\./u, '')}`, location: join(folder, 'a') };
  writeFileSync(file.location, await packed(format, data));
  const began = performance.now();
  const items = await read(file);
  if (performance.now() - began > SLOW_MS) throw new Error('slow');
  for (const item of items) {
    if ('article' in item) check(item.article);
    else if (/^can't be read|undefined|\[object/u.test(item.flaw.reason)) throw new Error(item.flaw.reason);
  }
  runs += 1;
  if (runs % 8 === 0 && !isDeepStrictEqual(items, await read(file))) throw new Error('other the second time');
}

async function packed(format, data) {
  const entries = PACKED[format]?.(data);
  if (!entries) return data;
  const zip = new JSZip();
  for (const [name, content] of Object.entries(entries)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

async function read(file) {
  const items = [];
  for await (const item of itemsHere(file)) items.push(item);
  return items;
}

function check({ title, text, language, published, pages = [] }) {
  if (!/\S/u.test(title)) throw new Error('no title');
  if (!/\S/u.test(text)) throw new Error('no text');
  if (published !== undefined && Number.isNaN(Date.parse(published)))
    throw new Error(`published ${published}`);
  if (pages.some((start, i) => start < (pages[i - 1] ?? 0) || start > text.length))
    throw new Error('pages astray');
  const { paragraphs, sentences } = splitOf({ text, language });
  covers(text, paragraphs, 'paragraphs');
  covers(text, sentences, 'sentences');
  for (const { start, end, paragraph } of sentences) {
    const within = paragraphs[paragraph];
    if (!within || start < within.start || end > within.end)
      throw new Error('a sentence out of its paragraph');
  }
}

function covers(text, spans, name) {
  let before = 0;
  for (const { start, end } of spans) {
    if (start < before || end <= start) throw new Error(`${name} out of order`);
    if (/\S/u.test(text.slice(before, start))) throw new Error(`words between ${name}`);
    before = end;
  }
  if (/\S/u.test(text.slice(before))) throw new Error(`words after the last of the ${name}`);
}
