import { expect, test } from 'vitest';
import { fetchedFile } from '../../src/editing/fetched-file.ts';

const URL = 'https://a.example/b?c=1#d';
const HTML = 'text/html; charset=utf-8';

function check(content: string | Buffer, contentType: string | undefined, file: string | Buffer, url = URL) {
  const page = {
    url,
    bytes: Buffer.from(content as string),
    ...(contentType !== undefined && { contentType }),
  };
  expect(fetchedFile(page)).toEqual(Buffer.from(file as string));
}

test('a page begins with its address, as browsers note it', () => {
  check('<html>x', HTML, `<!-- saved from url=(0025)${URL} -->\n<html>x`);
});

test('a byte order mark stays first', () => {
  check('\ufeff<html>', 'Text/HTML', `\ufeff<!-- saved from url=(0025)${URL} -->\n<html>`);
});

test('an address can’t end the note', () => {
  const url = 'https://a.example/-->?-->#--><script>';
  const noted = 'https://a.example/--%3E?--%3E#--%3E%3Cscript%3E';
  check('x', HTML, `<!-- saved from url=(00${noted.length})${noted} -->\nx`, url);
});

test.each([
  ['plain text', 'text', 'text/plain'],
  ['a PDF', '%PDF-1.4', 'application/pdf'],
  ['what the server says nothing of', '<html>', undefined],
  ['a page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le'), HTML],
])('%s stays as it came', (_, content, type) => check(content, type, content));
