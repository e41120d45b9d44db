import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { corpusOf, linesOf } from '../folder.ts';

async function check(file: string, article: Partial<Article>, problems: string[] = []) {
  const corpus = await corpusOf({ 'a.md': file });
  expect(linesOf(corpus.problems)).toEqual(problems);
  expect(corpus.articles[0]).toMatchObject(article);
}

async function refuse(file: string, problem: string | RegExp) {
  const corpus = await corpusOf({ 'a.md': file });
  expect(corpus.articles).toEqual([]);
  expect(linesOf(corpus.problems)[0]).toMatch(problem);
}

test('front matter says what the article is, and the text is what follows it', async () => {
  const file = [
    '---',
    'title: "Syria: the offensive"',
    'date: 2020-01-27',
    'publisher: Press TV',
    'author: [A. Writer, B. Writer]',
    'url: https://example.org/a?b=c#d',
    'language: en-GB',
    'tags: [Syria, 2020]',
    'layout: post',
    '---',
    '',
    ' Text. ',
    '',
  ].join('\n');
  const { articles, problems } = await corpusOf({ 'news/a.md': file });
  expect(problems).toEqual([]);
  const from = 'front matter';
  expect(articles).toEqual([
    {
      id: 'news/a',
      path: 'news/a.md',
      text: '\n Text. \n',
      encoding: 'utf-8',
      title: 'Syria: the offensive',
      published: '2020-01-27',
      publisher: 'Press TV',
      author: 'A. Writer, B. Writer',
      url: 'https://example.org/a?b=c#d',
      language: 'en-GB',
      tags: ['Syria', '2020'],
      origin: {
        title: from,
        published: from,
        publisher: from,
        author: from,
        url: from,
        language: from,
        tags: from,
      },
    },
  ]);
});

test('front matter is found behind a byte order mark and with Windows line ends', () =>
  check('\ufeff---\r\ntitle: T\r\n---\r\nText\r\n', { title: 'T', text: 'Text\r\n' }));

test('every field may be absent, empty or null', () => {
  const undated = { title: 'Text', origin: { title: 'opening words' } as const };
  return check('---\ntitle:\npublished: null\nurl: ~\nauthor: ""\n---\nText', undated);
});

test('empty front matter is front matter', async () => {
  await check('---\n---\nText', { text: 'Text' });
  await check('---\n# nothing\n---\nText', { text: 'Text' });
});

test('numbers and words that YAML knows are titles as they are written', async () => {
  await check('---\ntitle: 007\n---\nText', { title: '007' });
  await check('---\ntitle: 1984\nlanguage: no\n---\nText', { title: '1984', language: 'no' });
});

test('tags are a list or words between commas', () =>
  check('---\ntags: Syria, , Idlib \n---\nText', { tags: ['Syria', 'Idlib'] }));

test('a wrong field is dropped with a warning, and the article loads', () =>
  check(
    '---\ntitle: [1, 2]\ndate: 01/02/2020\nurl: ftp://example.org\ntags: {a: b}\nlanguage: en\n---\nText',
    { title: 'Text', language: 'en', origin: { title: 'opening words', language: 'front matter' } },
    [
      'warning a.md:2 title isn\'t text: ["1","2"]; dropped',
      'warning a.md:3 date is ambiguous: "01/02/2020" is 2020-02-01 or 2020-01-02; left undated',
      'warning a.md:4 url isn\'t an http(s) address: "ftp://example.org"; dropped',
      'warning a.md:5 tags isn\'t a list of words: {"a":"b"}; dropped',
    ],
  ));

test('a heading on the first line is the title, and stays in the text', async () => {
  const file = '\n#  The *fall*  of Idlib #\n\nText';
  await check(file, { title: 'The *fall* of Idlib', text: file, origin: { title: 'heading' } });
  await check(`---\nlanguage: en\n---\n# Heading\nText`, { title: 'Heading', text: '# Heading\nText' });
  await check('---\ntitle: Given\n---\n# Heading\nText', {
    title: 'Given',
    origin: { title: 'front matter' },
  });
});

test('a hash without a blank or further down is no heading', async () => {
  await check('#hashtag', { title: '#hashtag', origin: { title: 'opening words' } });
  await check('Text\n# Heading', { title: 'Text' });
});

test('a rule is front matter only where it is three hyphens on the first line', async () => {
  await check('----\nText', { text: '----\nText' });
  await check('--- \nText', { text: '--- \nText' });
  await check('\n---\nText\n---\n', { text: '\n---\nText\n---\n' });
});

test('front matter that is never closed is an error', () =>
  refuse('---\ntitle: T\n\nText', 'error a.md:1 front matter is opened by "---" and never closed'));

test('front matter that is not YAML names the line of the file', () =>
  refuse('---\ntitle: T\nauthor: "A\nurl: x\n---\nText', /^error a\.md:[345] front matter isn't YAML: /));

test('a field given twice names the line of the second', () =>
  refuse(
    '---\ntitle: T\ntitle: U\n---\nText',
    /^error a\.md:3 front matter isn't YAML: Map keys must be unique/,
  ));

test('front matter that is a list or a word is an error', async () => {
  await refuse('---\n- one\n---\nText', 'error a.md:2 front matter isn\'t a list of "name: value" lines');
  await refuse('---\nword\n---\nText', 'error a.md:2 front matter isn\'t a list of "name: value" lines');
});

test('aliases that unfold without end are refused', async () => {
  const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
  await refuse(
    `---\nl0: &l0 [x]\n${levels.join('\n')}\n---\nText`,
    /^error a\.md:2 front matter can't be expanded: /,
  );
});

test('front matter as large as an article is refused before it is parsed', () =>
  refuse(`---\na: ${'['.repeat(100_000)}\n---\nText`, 'error a.md:1 front matter is too large: over 16 KB'));

test('front matter with nothing after it is no text', () =>
  refuse('---\ntitle: T\n---\n \n', 'error a.md no text'));
