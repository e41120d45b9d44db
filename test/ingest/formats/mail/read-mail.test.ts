import { expect, test } from 'vitest';
import { corpusOf, linesOf } from '../../folder.ts';

/** As Python's email package writes it. */
function letter(week: number, parts = both(week)): string {
  return [
    'From: The Example Letter <letter@example.org>',
    'To: reader@example.net',
    `Subject: Die =?utf-8?b?QnLDvGNrZSDigJM=?= week ${week}`,
    'Date: Mon, 27 Jan 2020 00:30:00 +0200',
    `Message-ID: <w${week}@example.org>`,
    'MIME-Version: 1.0',
    parts,
    '',
  ].join('\n');
}

function both(week: number): string {
  return [
    'Content-Type: multipart/alternative; boundary="=23="',
    '',
    '--=23=',
    'Content-Type: text/plain; charset="utf-8"',
    '',
    `Plain words of week ${week}.`,
    '',
    '--=23=',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><body><div style=3D"display:none">Preheader</div><table><tr><td><h1>Wee=',
    `k ${week}</h1><p>The caf=C3=A9 at the bridge opened on Monday.</p></td></tr></table></body></html>`,
    '',
    '--=23=--',
  ].join('\n');
}

const PLAIN = 'Content-Type: text/plain; charset="utf-8"\n\nFirst words.\n\n>From the river to the hill.';

test('a newsletter is its HTML part, of the day that its sender wrote it', async () => {
  const { articles, problems } = await corpusOf({ 'a.eml': letter(1) });
  expect(problems).toEqual([]);
  const from = 'mail header';
  expect(articles).toEqual([
    {
      id: 'a',
      path: 'a.eml',
      encoding: 'utf-8',
      text: 'Week 1\n\nThe café at the bridge opened on Monday.',
      title: 'Die Brücke – week 1',
      published: '2020-01-27T00:30:00+02:00',
      publisher: 'The Example Letter',
      origin: { title: from, published: from, publisher: from },
    },
  ]);
});

test('a mailbox is its messages, one by one, and a line that only looks like the start of one is restored', async () => {
  const box = `From MAILER-DAEMON Mon Jan 27 2020\n${letter(1)}\nFrom MAILER-DAEMON Mon Feb 3 2020\n${letter(2, PLAIN)}\n`;
  const { articles, problems } = await corpusOf({ 'b.mbox': box });
  expect(problems).toEqual([]);
  expect(articles.map(({ id }) => id)).toEqual(['b.mbox#w1@example.org', 'b.mbox#w2@example.org']);
  expect(articles[1]!.text.trim()).toBe('First words.\n\nFrom the river to the hill.');
});

test('a message over the limit is left out, and the next one is read', async () => {
  const large = letter(1, `Content-Type: text/plain\n\n${`${'x'.repeat(999)}\n`.repeat(11_000)}`);
  const box = `From a Mon\n${large}\nFrom b Mon\n${letter(2, PLAIN)}`;
  const { articles, problems } = await corpusOf({ 'b.mbox': box });
  expect(articles.map(({ id }) => id)).toEqual(['b.mbox#w2@example.org']);
  expect(linesOf(problems)).toEqual([
    'error b.mbox:1 too large: a message over 10 MB, which is the limit for one article',
  ]);
});

test('parts nested 1,000 deep and a mailbox that is none are refused with the reason', async () => {
  let parts = '';
  for (let depth = 0; depth < 1000; depth += 1)
    parts += `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n`;
  const { articles, problems } = await corpusOf({ 'a.eml': letter(1, parts), 'b.mbox': 'Hello.\n' });
  expect(articles).toEqual([]);
  expect(linesOf(problems)).toContainEqual(
    expect.stringMatching(/^error a\.eml not a valid mail message: .*nest/i),
  );
  expect(linesOf(problems)).toContainEqual('error b.mbox not a mailbox: no line starts with "From "');
});

/** As Chromium saves a page with a frame. */
const MHTML = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/2020/01/27/bridge',
  'Subject: A bridge',
  'Date: Sun, 22 Nov 2026 10:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="----M--1----"',
  '',
  '',
  '------M--1----',
  'Content-Type: text/html',
  'Content-ID: <frame-1@mhtml.blink>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://example.org/2020/01/27/bridge',
  '',
  '<!DOCTYPE html><html lang=3D"en"><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8">',
  '<title>A bridge</title></head><body><article><p>The caf=C3=A9 at the bridge opened =',
  'on Monday.</p></article></body></html>',
  '',
  '------M--1----',
  'Content-Type: text/html',
  'Content-Location: cid:frame-2@mhtml.blink',
  '',
  '<html><body>Buy now!</body></html>',
  '------M--1------',
  '',
].join('\r\n');

test('a page saved as MHTML is its page without the frames, of the address that it was saved from and not of the day', async () => {
  const { articles, problems } = await corpusOf({ 'a.mhtml': MHTML });
  expect(problems).toEqual([]);
  expect(articles[0]).toMatchObject({
    text: 'The café at the bridge opened on Monday.',
    title: 'A bridge',
    url: 'https://example.org/2020/01/27/bridge',
    published: '2020-01-27',
    origin: { title: 'page title', published: 'url', url: 'url', publisher: 'url' },
  });
});

const HEAD =
  'From: a@example.org\nTo: b@example.org\nSubject: Ferry\nDate: Sat, 03 Feb 2024 10:00:00 +0100\n';

test('a paragraph that begins with "From" opens no message', async () => {
  const words = 'It runs again.\n\nFrom the island of Ven it takes 35 minutes.\nNote: bring coats.';
  const box = `From a@example.org Sat Feb  3 10:00:00 2024\n${HEAD}\n${words}\n\nFrom - Sat Feb 03 10:00:00 2024\n${HEAD}\nThe end.\n`;
  const { articles, problems } = await corpusOf({ 'b.mbox': box });
  expect(problems).toEqual([]);
  expect(articles.map(({ text }) => text.trim())).toEqual([words, 'The end.']);
});

test('a letter inside a letter adds its own words, and none of the reader’s', async () => {
  const inner =
    'From: c@example.org\nSubject: Old\nDate: Fri, 02 Feb 2024 10:00:00 +0100\n\nThe captain refused to sail.';
  const parts = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
  const { articles } = await corpusOf({ 'a.eml': `${HEAD}MIME-Version: 1.0\n${parts}` });
  expect(articles[0]!.text.split(/\s*\n\s*/u).filter(Boolean)).toEqual([
    'See below.',
    'The captain refused to sail.',
  ]);
});

test('letters beyond ASCII without a charset are guessed as those of a text, and said', async () => {
  const russian = Buffer.from([
    0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xf1, 0xed, 0xee, 0xe2, 0xe0, 0x20, 0xf5, 0xee, 0xe4, 0xe8, 0xf2,
    0x2e,
  ]);
  for (const type of ['', 'Content-Type: text/plain; charset=us-ascii\n']) {
    const letter = Buffer.concat([Buffer.from(`${HEAD}${type}\n`), russian]);
    const { articles, problems } = await corpusOf({ 'a.eml': letter });
    expect(articles[0]!.text.trim()).toBe('Паром снова ходит.');
    expect(linesOf(problems)).toEqual([
      expect.stringMatching(/^warning a\.eml:\d+ not UTF-8: read as windows-1251$/u),
    ]);
  }
});

test('base64 that no header declares is read, and a sender with a hidden address named', async () => {
  const words = Buffer.from(
    'The ferry between Port Kessen and the island of Ven runs again since Saturday.',
  ).toString('base64');
  const letter = `From: joanna at news.example (Joanna Roth)\nSubject: Ferry\n\n${words.slice(0, 76)}\n${words.slice(76)}\n`;
  const { articles } = await corpusOf({ 'a.eml': letter });
  expect(articles[0]).toMatchObject({
    publisher: 'Joanna Roth',
    text: expect.stringMatching(/^The ferry between/u),
  });
});
