import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/ingest/metadata/front-matter.ts';
import { markdownOf, type WrittenFields } from '../../../src/ingest/metadata/write-markdown.ts';
import type { Article } from '../../../src/model/article.ts';
import { corpusOf } from '../folder.ts';

/** What is read of what was written. */
async function readBack(fields: WrittenFields, text: string): Promise<Article> {
  const { articles, problems } = await corpusOf({ 'a.md': markdownOf(fields, text) });
  expect(problems).toEqual([]);
  return articles[0]!;
}

test('an article is read back as it was', async () => {
  const fields = {
    title: 'The bridge of Tarmila reopens',
    published: '2021-03-14T10:30:00+02:00',
    publisher: 'Harbour Post',
    author: 'A. Writer',
    url: 'https://harbour.example/2021/bridge?a=1&b=%23',
    language: 'en',
  };
  const text = 'Tarmila is a town.\n\nIts bridge reopened on Sunday.';
  expect(await readBack(fields, text)).toMatchObject({ ...fields, text });
});

test.each([
  'He said: "no"',
  "it's 'quoted'",
  'a: b # c',
  '---',
  '...',
  '- a list',
  '{a: b}',
  '[a]',
  '&anchor *alias !tag',
  '| block',
  '> folded',
  '%YAML 1.2',
  '@at `tick`',
  '\\n \\u0041 \\',
  'null',
  '~',
  'true',
  '007',
  '2020-01-27',
  'نتنیاهو می‌گوید',
  '😀 emoji',
])('the title %j comes back as it was', async (title) => {
  // Null is how YAML says that there is nothing: the one text that can't be a title.
  const expected = title === '~' || title === 'null' ? 'Text.' : title;
  expect((await readBack({ title }, 'Text.')).title).toBe(expected);
});

test.each([
  ['one\ntwo', 'one two'],
  ['one\r\n---\r\nurl: https://evil.example', 'one --- url: https://evil.example'],
  ['bell \u0007 and \u0000', 'bell and'],
  ['\u2028lines\u2029', 'lines'],
  ['half \ud83d', 'half \ufffd'],
])('the title %j becomes the line %j, and nothing else', async (title, line) => {
  const article = await readBack({ title }, 'Text.');
  expect(article.title).toBe(line);
  expect(article.url).toBeUndefined();
});

test('a title of any length leaves room for the other fields', async () => {
  const article = await readBack({ title: '"'.repeat(100_000), author: '\\'.repeat(100_000) }, 'Text.');
  expect(article.title).toBe('"'.repeat(1_000));
  expect(article.author).toBe('\\'.repeat(1_000));
});

test.each([
  '---\ntitle: other\n---\nText.',
  '---',
  '...',
  '# Heading',
  '\n\nText.\n\n',
  '\ttext  ',
  '\ufefftext',
])('the text %j comes back to the last character', async (text) => {
  expect((await readBack({ title: 'A' }, text)).text).toBe(text);
});

test('whatever text and title there are, the text is read back, and the title as one line', () => {
  const anyText = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anyText, anyText, (text, title) => {
      const { fields, flaws, ...read } = splitFrontMatter(
        markdownOf({ title, publisher: title, author: title }, text),
      );
      expect(flaws).toEqual([]);
      expect(read.text).toBe(text);
      const line = title
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();
      const names = ['', '~', 'null'].includes(line) ? [] : ['title', 'publisher', 'author'];
      expect(fields).toEqual(Object.fromEntries(names.map((name) => [name, line])));
    }),
    { numRuns: 500 },
  );
});
