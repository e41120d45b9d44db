import { describe, expect, test } from 'vitest';
import { readable } from './readable.ts';

/** A view that sees nothing proves nothing: each of these must be seen where it isn't escaped. */
describe('the reader of replies sees', () => {
  test.each([
    ['strong', 'a **b** c'],
    ['em', 'a *b* c'],
    ['em', 'a _b_ c'],
    ['underline', '__a__'],
    ['strikethrough', '~~a~~'],
    ['spoiler', '||a||'],
    ['inlineCode', '`a`'],
    ['codeBlock', '```js\na\n```'],
    ['blockQuote', 'a\n> b'],
    ['blockQuote', 'a\n>>> b'],
    ['heading', 'a\n## b'],
    ['heading', '> a\n# b'],
    ['subtext', '> a\n-# b'],
    ['list', '> - a'],
    ['list', 'a\n1. b'],
    ['list', 'a\n12345678901234. b'],
    ['list', '**- a**'],
    ['link', '[x](http://evil.example)'],
    ['url', 'see https://evil.example/x_y_z'],
    ['tag', '<@1>'],
    ['tag', '<@&1>'],
    ['tag', '<#1>'],
    ['tag', '</who:1>'],
    ['tag', '<t:1:R>'],
    ['tag', '<:a:1>'],
    ['tag', '<id:browse>'],
    ['tag', '<a@b.example>'],
    ['tag', '<javascript:/evil>'],
    ['shortcode', 'a :smile: b'],
    ['everyone', 'a @everyone b'],
    ['here', '@here'],
  ])('%s in %j', (kind, markdown) => {
    expect([...readable(markdown).kinds]).toContain(kind);
  });
});

test('the reader of replies takes backslashes away as Discord does', () => {
  expect(readable('\\*a\\* \\\\ \\_ c:\\dir \\\n').text).toBe('*a* \\ _ c:\\dir \\\n');
});

test('the reader of replies tells what is bold, quoted and linked', () => {
  const { text, bold, quotes, links } = readable('> a **b**\n> c\n-# [d](https://e.example/)');
  expect(text).toBe('a b\nc\nd\n');
  expect(bold.map(({ start, end }) => text.slice(start, end))).toEqual(['b']);
  expect(quotes.map((quote) => quote.text)).toEqual(['a b\nc']);
  expect(links).toEqual([{ label: 'd', target: 'https://e.example/' }]);
});
