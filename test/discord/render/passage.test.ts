import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passageUrl } from '../../../src/discord/render/passage.ts';
import { nastyText } from './nasty-texts.ts';

interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** The page's own address and its text directives, read as a browser does: https://wicg.github.io/scroll-to-text-fragment/ */
function read(url: string): { page: string; directives: TextDirective[] } {
  const { hash, href } = new URL(url);
  const at = hash.indexOf(':~:');
  if (at < 0) return { page: href, directives: [] };
  const directives = hash
    .slice(at + 3)
    .split('&')
    .filter((part) => part.startsWith('text='))
    .map((part) => directiveOf(part.slice('text='.length).split(',')));
  return { page: href.slice(0, href.length - hash.length + at).replace(/#$/, ''), directives };
}

function directiveOf(tokens: string[]): TextDirective {
  const prefix = tokens[0]?.endsWith('-') ? tokens.shift()!.slice(0, -1) : undefined;
  const suffix = tokens.at(-1)?.startsWith('-') ? tokens.pop()!.slice(1) : undefined;
  if (tokens.length < 1 || tokens.length > 2) throw new Error(`no text directive: ${tokens}`);
  const [start = '', end] = tokens.map(decodeURIComponent);
  return {
    start,
    ...(prefix !== undefined && { prefix }),
    ...(end !== undefined && { end }),
    ...(suffix !== undefined && { suffix }),
  };
}

const PAGE = 'https://news.example/a';
const check = (quote: string, ...directives: TextDirective[]) =>
  expect(read(passageUrl(PAGE, quote)!)).toEqual({ page: PAGE, directives });

describe('the address of a passage', () => {
  test('names a short sentence whole', () => check('He left.', { start: 'He left.' }));

  test('names a long one by its first and last words', () =>
    check('One two three four five six seven eight nine ten eleven.', {
      start: 'One two three four five',
      end: 'seven eight nine ten eleven.',
    }));

  test.each([
    'Prices, wages, and rents.',
    '-x- – — well-known -',
    'Q&A & text=evil&text=more',
    '100% %41 %2C',
    '#1 :~:text=x ?a=b',
    '“Yes,” said Ma’asaran.',
    "It's (not) *this* one_two ~three!",
    'قال الجيش، اليوم.',
    'הוא אמר שלום',
    '😀 👨‍👩‍👧‍👦 e\u0301',
    'a+b/c\\d<e>"f"`g`{h}|i^j',
  ])('keeps %j as it is', (quote) => check(quote, { start: quote }));

  test('takes any white space as one blank, as browsers do when they compare', () =>
    check(' one\r\n two\tthree\u00a0four ', { start: 'one two three four' }));

  test('has nothing that markdown would read', () => {
    expect(passageUrl('https://a.example/x_(y)?q=\\', 'a) [b](c) *d* \\')).not.toMatch(/[()\\*\s]/);
  });

  test('holds the first and the last words of any sentence', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const words = text.toWellFormed().split(/\s+/).filter(Boolean);
        const url = passageUrl(PAGE, text)!;
        expect(url.length).toBeLessThanOrEqual(512);
        const [found, ...more] = read(url).directives;
        expect(more).toEqual([]);
        if (!found) return;
        const { start, end = start } = found;
        expect(words.slice(0, start.split(' ').length).join(' ')).toBe(start);
        expect(words.slice(-end.split(' ').length).join(' ')).toBe(end);
      }),
    );
  });
});

describe('an article’s own address', () => {
  test.each([
    ['https://a.example/#part', 'https://a.example/#part:~:text=x'],
    ['https://a.example/?a=1,2&b=3#p', 'https://a.example/?a=1,2&b=3#p:~:text=x'],
    ['https://a.example/b#:~:text=old', 'https://a.example/b#:~:text=x'],
    ['https://a.example/b#p:~:text=old,-y&text=z', 'https://a.example/b#p:~:text=x'],
    ['https://a.example/:~:text=path', 'https://a.example/:~:text=path#:~:text=x'],
    ['https://a.example/b?#', 'https://a.example/b?#:~:text=x'],
    ['HTTP://A.Example', 'http://a.example/#:~:text=x'],
    ['https://a.example/b (1).html', 'https://a.example/b%20%281%29.html#:~:text=x'],
    ['https://ar.example/مقال', 'https://ar.example/%D9%85%D9%82%D8%A7%D9%84#:~:text=x'],
    ['https://a.example/?q=\\', 'https://a.example/?q=%5C#:~:text=x'],
    [
      'https://a.example/a|b[1]{2}^?q[]=`|%zz%41',
      'https://a.example/a%7Cb%5B1%5D%7B2%7D%5E?q%5B%5D=%60%7C%25zz%41#:~:text=x',
    ],
    ['https://a.example/#p#q|[]', 'https://a.example/#p%23q%7C%5B%5D:~:text=x'],
    ['https://[::1]:80/x', 'https://[::1]:80/x#:~:text=x'],
  ])('%s becomes %s', (url, passage) => {
    expect(passageUrl(url, 'x')).toBe(passage);
  });

  test('is enough where nothing is quoted', () => {
    expect(passageUrl('https://a.example/b', ' \n')).toBe('https://a.example/b');
  });

  test('goes without the passage where both are too long for a button, and is left out where it is itself', () => {
    const long = `https://a.example/${'b'.repeat(480)}`;
    expect(passageUrl(long, 'سلام '.repeat(20))).toBe(long);
    expect(passageUrl(`${long}${'c'.repeat(40)}`, 'x')).toBeUndefined();
    expect(passageUrl(`https://a.example/${'b'.repeat(3_000)}`, 'x')).toBeUndefined();
  });

  test.each([
    '',
    'news.example/a',
    '/a',
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://a.example',
    'data:text/html,x',
    'file:///etc/passwd',
    'discord://-/channels/1',
    'mailto:a@b.example',
    'https://',
    'http://[',
    'https://a b.example/',
  ])('is left out where it is none of the web: %j', (url) => {
    expect(passageUrl(url, 'x')).toBeUndefined();
  });
});
