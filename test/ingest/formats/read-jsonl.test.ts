import { expect, test } from 'vitest';
import { EXTENSIONS } from '../../../src/ingest/formats/readers.ts';
import { encode } from '../decoding/encode.ts';
import { corpusOf, linesOf } from '../folder.ts';

async function check(lines: readonly unknown[], ids: string[], problems: (string | RegExp)[] = []) {
  const file = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const corpus = await corpusOf({ 'a.jsonl': file });
  expect(corpus.articles.map(({ id }) => id.replace('a.jsonl#', ''))).toEqual(ids);
  const found = linesOf(corpus.problems);
  expect(found).toEqual(
    problems.map((problem) => (typeof problem === 'string' ? problem : expect.stringMatching(problem))),
  );
  return corpus.articles;
}

test('a line is an article with its fields', async () => {
  const { articles } = await corpusOf({
    'news/2020.ndjson': `${JSON.stringify({
      id: 'x1',
      title: 'T',
      text: ' Text\n',
      published: 1580121000,
      publisher: 'P',
      author: 'A',
      url: 'http://example.org',
      language: 'en',
      tags: ['t'],
      place: 'idlib',
    })}\n`,
  });
  const fields = ['title', 'published', 'publisher', 'author', 'url', 'language', 'tags'];
  expect(articles).toEqual([
    {
      id: 'news/2020.ndjson#x1',
      path: 'news/2020.ndjson',
      text: ' Text\n',
      encoding: 'utf-8',
      title: 'T',
      published: '2020-01-27T10:30:00Z',
      publisher: 'P',
      author: 'A',
      url: 'http://example.org',
      language: 'en',
      tags: ['t'],
      origin: Object.fromEntries(fields.map((field) => [field, 'field'])),
    },
  ]);
});

test('an id is text or a number, and the line where there is none', () =>
  check(
    [
      { id: 'x', text: 'a' },
      { id: 7, text: 'b' },
      { text: 'c' },
      '',
      { id: null, text: 'd' },
      { id: '', text: 'e' },
    ],
    ['x', '7', 'line-3', 'line-5', 'line-6'],
  ));

test('an id of another kind is replaced with a warning', () =>
  check(
    [{ id: [1], text: 'a' }],
    ['line-1'],
    ['warning a.jsonl:1 id is neither text nor a number: line-1 is used'],
  ));

test('an id that is taken names the line of the first', () =>
  check(
    [
      { id: 1, text: 'a' },
      { id: 2, text: 'b' },
      { id: '1', text: 'c' },
    ],
    ['1', '2'],
    ['error a.jsonl:3 duplicate id: a.jsonl#1 is already the article in a.jsonl, line 1'],
  ));

test('the text may be called body or content, and the day date', async () => {
  const articles = await check(
    [
      { body: 'b', date: '2020-01-27' },
      { text: null, content: 'c' },
    ],
    ['line-1', 'line-2'],
  );
  expect(articles.map(({ text, published }) => [text, published])).toEqual([
    ['b', '2020-01-27'],
    ['c', undefined],
  ]);
});

test('null and blank fields are absent', async () => {
  const [article] = await check(
    [{ text: 'a', title: null, published: null, url: ' ', tags: null }],
    ['line-1'],
  );
  expect(article).toMatchObject({ title: 'a', origin: { title: 'opening words' } });
  expect(article).not.toHaveProperty('published');
});

test('a wrong field is dropped with a warning', () =>
  check(
    [{ text: 'a', title: { x: 1 }, tags: [{}], author: ['A', 'B'], url: 'javascript:alert(1)' }],
    ['line-1'],
    [
      'warning a.jsonl:1 title isn\'t text: {"x":1}; dropped',
      'warning a.jsonl:1 url isn\'t an http(s) address: "javascript:alert(1)"; dropped',
      "warning a.jsonl:1 tags isn't a list of words: [{}]; dropped",
    ],
  ));

test('a broken line is named, and the others load', () =>
  check(
    [
      '{"text":"a"}',
      '{"text":"cut in ha',
      '["an array"]',
      '7',
      'null',
      '{"title":"T"}',
      '{"text":7}',
      '{"text":" "}',
      '{"text":"z"}',
    ],
    ['line-1', 'line-9'],
    [
      /^error a\.jsonl:2 not JSON: Unterminated string/,
      'error a.jsonl:3 not an object: an array',
      'error a.jsonl:4 not an object: 7',
      'error a.jsonl:5 not an object: null',
      'error a.jsonl:6 no text',
      'error a.jsonl:7 text is not a string',
      'error a.jsonl:8 no text',
    ],
  ));

test('after 20 problems the rest is summed up', async () => {
  const { problems } = await corpusOf({ 'a.jsonl': '{}\n'.repeat(8312) });
  expect(problems).toHaveLength(22);
  expect(linesOf(problems).slice(19)).toEqual([
    'error a.jsonl:20 no text',
    'error a.jsonl and 8,292 more lines: no text',
    `warning . no articles: add ${EXTENSIONS.join(', ')} files`,
  ]);
});

test('the sum names each cause', async () => {
  const { problems } = await corpusOf({
    'a.jsonl': `${'{}\n'.repeat(20)}{"text":"a","url":"x"}\n{\n[]\n{\n`,
  });
  expect(linesOf(problems)[20]).toBe(
    "error a.jsonl and 4 more lines: url isn't an http(s) address (1), not JSON (2), not an object (1)",
  );
});

test('lines may end as in Windows, the last without an end, and the first with a byte order mark', async () => {
  const { articles, problems } = await corpusOf({ 'a.jsonl': '\ufeff{"text":"a"}\r\n \r\n{"text":"b"}' });
  expect(articles.map(({ id }) => id)).toEqual(['a.jsonl#line-1', 'a.jsonl#line-3']);
  expect(problems).toEqual([]);
});

test('a line longer than what is read at a time is whole', async () => {
  const text = 'Ma’asaran '.repeat(300_000);
  const articles = await check([{ text: 'a' }, { text }, { text: 'b' }], ['line-1', 'line-2', 'line-3']);
  expect(articles[1]?.text).toBe(text);
});

test('a line over 10 MB is passed by, and the rest loads', () =>
  check(
    [{ text: 'a' }, { text: 'x'.repeat(11 * 1024 * 1024) }, { text: 'b' }],
    ['line-1', 'line-3'],
    ['error a.jsonl:2 too large: a line over 10 MB, which is the limit for one article'],
  ));

test('UTF-16 is read by its mark', async () => {
  const file = Buffer.from('\ufeff{"text":"معصران"}\n{"text":"ਊ"}\n', 'utf16le');
  const { articles, problems } = await corpusOf({ 'a.jsonl': file });
  expect(articles.map(({ text, encoding }) => [text, encoding])).toEqual([
    ['معصران', 'utf-16le'],
    ['ਊ', 'utf-16le'],
  ]);
  expect(problems).toEqual([]);
});

test('lines that are not UTF-8 are read alike, the short ones too', async () => {
  const lines = [
    '{"text":"plain"}',
    '{"text":"Да"}',
    `{"text":"${'Сирийская армия освободила город. '.repeat(9)}"}`,
  ];
  const { articles, problems } = await corpusOf({ 'a.jsonl': encode(lines.join('\n'), 'windows-1251') });
  expect(articles.map(({ text, encoding }) => [text.slice(0, 9), encoding])).toEqual([
    ['plain', 'utf-8'],
    ['Да', 'windows-1251'],
    ['Сирийская', 'windows-1251'],
  ]);
  expect(linesOf(problems)).toEqual([
    'warning a.jsonl:2 not UTF-8: read as windows-1251',
    'warning a.jsonl:3 not UTF-8: read as windows-1251',
  ]);
});

test('a binary file is named once, a damaged line costs one article', async () => {
  const { articles, problems } = await corpusOf({
    'a.jsonl': Buffer.concat([Buffer.from('PK\0\n'), Buffer.from('\0\n'.repeat(99))]),
    'b.jsonl': Buffer.from('{"text":"a"}\n{"te\0\0\n{"text":"b"}\n'),
  });
  expect(articles.map(({ id }) => id)).toEqual(['b.jsonl#line-1', 'b.jsonl#line-3']);
  expect(linesOf(problems)).toEqual([
    'error a.jsonl:1 looks like a binary file: it holds NUL bytes',
    'error b.jsonl:2 looks like a binary file: it holds NUL bytes',
  ]);
});
