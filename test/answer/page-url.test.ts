import { expect, test } from 'vitest';
import { hasUserInfo, pageUrl } from '../../src/answer/page-url.ts';
import { passageUrl } from '../../src/discord/render/passage.ts';

test('a page of a document is linked to, in place of what the address points to', () => {
  expect(pageUrl('https://a.org/b.pdf#top', 3)).toBe('https://a.org/b.pdf#page=3');
  expect(pageUrl('https://a.org/b', undefined)).toBe('https://a.org/b');
  expect(passageUrl(pageUrl('https://a.org/b.pdf', 3), '')).toBe('https://a.org/b.pdf#page=3');
});

test.each([
  ['https://paper.example@evil.example/a', true],
  ['https://user:secret@paper.example/a', true],
  ['https://:secret@paper.example/a', true],
  ['https://paper.example/@user', false],
  ['https://paper.example/a?mail=a@b.example', false],
  ['no address@all', false],
])('%s is no link, if it has a user name: %s', (url, has) => {
  expect(hasUserInfo(url)).toBe(has);
  expect(passageUrl(url, 'Some words.') === undefined).toBe(has || !url.startsWith('https:'));
});
