import { expect, test } from 'vitest';
import { corpusOf, linesOf } from '../folder.ts';

async function check(file: string | Buffer, articles: string[], problems: unknown[] = [], name = 'a.csv') {
  const corpus = await corpusOf({ [name]: file });
  expect(corpus.articles.map(({ id, title, text }) => `${id} ${title} ${text}`)).toEqual(articles);
  const about = linesOf(corpus.problems).filter((line) => !line.startsWith('warning . '));
  expect(about).toEqual(problems);
  return corpus.articles;
}

test('columns are known by the names that people give them, in any case', async () => {
  const header = 'ID,Headline,Article Text,Publish_Date,Source,Link,Authors';
  const [article] = await check(
    `${header}\n7,T,"Said ""no"",\nthen left.",2020-01-27,Example,https://example.org/7,A\n`,
    ['a.csv#7 T Said "no",\nthen left.'],
  );
  expect(article).toMatchObject({
    published: '2020-01-27',
    publisher: 'Example',
    url: 'https://example.org/7',
    author: 'A',
  });
});

test('a row without an id is called by its number', () =>
  check('title,text\nA,a\n\nB,b\n', ['a.csv#row-1 A a', 'a.csv#row-2 B b']));

test('a row without text is a problem with its line', () =>
  check(
    'title,text\nA,"a\nb"\nB,\nC,c\n',
    ['a.csv#row-1 A a\nb', 'a.csv#row-3 C c'],
    ['error a.csv:4 no text'],
  ));

test('a table without a column of text names the columns that it has', () =>
  check(
    'name,age\nx,3\n',
    [],
    ['error a.csv:1 no text column: name one "text"; the columns are "name", "age"'],
  ));

test('a quotation mark that is never closed costs what follows it, not what stands before', () =>
  check(
    'title,text\nA,a\nB,"b\nC,c\n',
    ['a.csv#row-1 A a'],
    ['error a.csv:3 a quotation mark opens here and is never closed: the rest is left out'],
  ));

test('a quotation that grows over 10 MB ends the file', () =>
  check(
    `title,text\nA,a\nB,"${`${'b'.repeat(1023)}\n`.repeat(11 * 1024)}`,
    ['a.csv#row-1 A a'],
    [expect.stringMatching(/^error a\.csv:3 too large: a row over 10 MB/)],
  ));

test('a line over 10 MB ends the file', () =>
  check(
    `title,text\nA,a\nB,${'b'.repeat(10 * 1024 * 1024)}\nC,c\n`,
    ['a.csv#row-1 A a'],
    [expect.stringMatching(/^error a\.csv:3 too large: a line over 10 MB/)],
  ));

test('semicolons and tabs divide too, and quotation marks inside a cell are characters', async () => {
  await check('title;text\nA;1,5 and more\n', ['a.csv#row-1 A 1,5 and more']);
  await check(
    'title\ttext\nA "b"\tThe "big" one, then\n',
    ['a.tsv#row-1 A "b" The "big" one, then'],
    [],
    'a.tsv',
  );
});

test('other encodings are read as in other formats', async () => {
  await check(Buffer.from('\ufefftitle,text\nA,Ünïcode\n', 'utf16le'), ['a.csv#row-1 A Ünïcode']);
  await check(Buffer.from('\ufefftext\nÜber\n'), ['a.csv#row-1 Über Über']);
});
