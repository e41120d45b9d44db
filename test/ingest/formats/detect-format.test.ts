import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { detectFormat, type ForeignKind } from '../../../src/ingest/formats/detect-format.ts';

const DOCUMENTS = join(import.meta.dirname, '..', 'documents');

async function check(content: string | Uint8Array, is: `.${string}` | ForeignKind): Promise<void> {
  const expected = is.startsWith('.') ? { extension: is } : { foreign: is };
  expect(await detectFormat(Buffer.from(content as string))).toEqual(expected);
}

const MAIL = 'From: A <a@b.example>\r\nDate: Mon, 1 Mar 2021 10:00:00 +0000\r\nSubject: News\r\n';
const PAGE =
  'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="x"\r\n\r\n--x';

test.each(readdirSync(DOCUMENTS).filter((name) => /\.(?:pdf|docx|odt|epub|rtf|html|md)$/.test(name)))(
  '%s is what it is called',
  async (name) => check(readFileSync(join(DOCUMENTS, name)), extname(name) as `.${string}`),
);

describe('text is', () => {
  test.each<[string, string | Uint8Array, `.${string}`]>([
    ['prose', 'The quarry of Sollen was closed.\n', '.txt'],
    ['prose with the first letters of a bitmap', 'BM announced it.', '.txt'],
    ['prose with the first letters of a program', 'MZ is a signature.', '.txt'],
    ['prose in windows-1251', Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0, 0x2c, 0x20, 0x31]), '.txt'],
    ['prose in UTF-16', Buffer.from('\ufeffThe quarry of Sollen', 'utf16le'), '.txt'],
    ['prose that opens with a bracket', '[Vellin] The dam was closed.', '.txt'],
    ['prose that opens with a brace', '{sic} The dam was closed.', '.txt'],
    ['prose that opens with an address', '<https://a.example> has it.', '.txt'],
    ['a letter of two lines that look like headers', 'From: Jon\nTo: Ada\n\nHello.', '.txt'],
    ['Markdown with front matter', '---\ntitle: A\n---\nText.', '.md'],
    ['Markdown with a heading', '\n# A\n\nText.', '.md'],
    ['a page', '<!DOCTYPE html>\n<html lang="en"><p>x</p>', '.html'],
    ['a page after a mark and a comment', '\ufeff<!-- saved from url=(0001)http://a -->\n<HTML>', '.html'],
    ['a page in XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html>', '.html'],
    ['a part of a page', '<div><p>x</p></div>', '.html'],
    ['RSS', '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', '.xml'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', '.xml'],
    ['RSS 1.0', '<rdf:RDF xmlns="x">', '.xml'],
    ['RSS in windows-1251', Buffer.from('<?xml version="1.0"?><rss><title>\u00cc\u00ee', 'latin1'), '.xml'],
    ['JSON Feed', '{"version": "https://jsonfeed.org/version/1.1",\n "items": []}', '.feed.json'],
    ['JSON Lines', '{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}\n', '.jsonl'],
    ['JSON Lines of one line', '{"body": "x"}', '.jsonl'],
    ['a letter', `${MAIL}\r\nHello.`, '.eml'],
    ['a letter with pictures', `${MAIL}${PAGE}`, '.eml'],
    ['a saved page', `${MAIL.replace('A <a@b.example>', '<Saved by Blink>')}${PAGE}`, '.mhtml'],
    ['a mailbox', `From a@b.example Mon Mar  1 10:00:00 2021\n${MAIL}\nHello.\n`, '.mbox'],
    ['RTF', '{\\rtf1\\ansi x}', '.rtf'],
  ])('%s', async (_, content, extension) => check(content, extension));
});

describe('refused is', () => {
  test.each<[string, string | Uint8Array, ForeignKind]>([
    ['nothing', '', 'empty'],
    ['blank', ' \n\t\n', 'empty'],
    [
      'a Windows program',
      Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04'.padEnd(80, '\0'), 'latin1'),
      'program',
    ],
    ['a Linux program', Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1'), 'program'],
    ['a script', '#!/bin/sh\nrm -rf /\n', 'program'],
    ['WebAssembly', Buffer.from('\0asm\x01\0\0\0', 'latin1'), 'program'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'picture'],
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'picture'],
    ['a song', Buffer.from('fLaC\0\0\0\x22'.padEnd(64, '\0'), 'latin1'), 'recording'],
    ['gzip', gzipSync('The quarry.'), 'archive'],
    ['a zip of no document', zipOf('a.txt', 'The quarry.'), 'archive'],
    ['XML of another kind', '<?xml version="1.0"?><invoice/>', 'unknown'],
    ['JSON of another kind', '{\n "a": 1\n}', 'unknown'],
    ['bytes without a meaning', Buffer.from([1, 0, 2, 0, 255, 0]), 'unknown'],
  ])('%s', async (_, content, foreign) => check(content, foreign));
});

/** One deflated entry, and the directory that names it. */
function zipOf(name: string, content: string): Buffer {
  const body = deflateRawSync(content);
  const common = Buffer.alloc(22);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(content.length, 18);
  const lengths = Buffer.from([name.length, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, lengths, Buffer.from(name), body]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    common,
    lengths,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
