import { expect, test } from 'vitest';
import { pageUrl } from '../../src/answer/page-url.ts';
import { passageUrl } from '../../src/discord/render/passage.ts';

test('a page of a document is linked to, in place of what the address points to', () => {
  expect(pageUrl('https://a.org/b.pdf#top', 3)).toBe('https://a.org/b.pdf#page=3');
  expect(pageUrl('https://a.org/b', undefined)).toBe('https://a.org/b');
  expect(passageUrl(pageUrl('https://a.org/b.pdf', 3), '')).toBe('https://a.org/b.pdf#page=3');
});
