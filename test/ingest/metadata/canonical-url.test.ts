import { expect, test } from 'vitest';
import { canonicalUrl, isSamePage } from '../../../src/ingest/metadata/canonical-url.ts';

test.each([
  ['https://www.harbour.example/a/', 'harbour.example/a'],
  ['http://m.harbour.example:80/a?utm_source=x&id=1&fbclid=2#part', 'harbour.example/a?id=1'],
  ['https://harbour.example/a?b=2&a=1', 'harbour.example/a?a=1&b=2'],
  ['https://harbour.example/a/amp', 'harbour.example/a'],
  ['https://harbour.example:8443/', 'harbour.example:8443'],
  ['https://harbour.example./a', 'harbour.example/a'],
  ['https://m.de/a', 'm.de/a'],
  ['https://harbour.example/%7ea/%d0%b8', 'harbour.example/~a/%D0%B8'],
  ['https://harbour.example/a?q=b%26c', 'harbour.example/a?q=b%26c'],
  ['urn:isbn:0', undefined],
  ['not an address', undefined],
])('%s is %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

const PAGE = 'https://harbour.example/2021/bridge?id=7';

test.each([
  ['scheme', 'http://harbour.example/2021/bridge?id=7'],
  ['www.', 'https://www.harbour.example/2021/bridge?id=7'],
  ['mobile', 'https://m.harbour.example/2021/bridge?id=7'],
  ['AMP', 'https://amp.harbour.example/2021/bridge/amp?id=7'],
  ['usual port', 'https://harbour.example:443/2021/bridge?id=7'],
  ['capital letters of the host', 'https://Harbour.Example/2021/bridge?id=7'],
  ['slash at the end', 'https://harbour.example/2021/bridge/?id=7'],
  ['anchor', 'https://harbour.example/2021/bridge?id=7#comments'],
  ['Facebook', 'https://harbour.example/2021/bridge?id=7&fbclid=IwAR0'],
  ['newsletters', 'https://harbour.example/2021/bridge?utm_source=a&id=7&mc_cid=1'],
  ['encoding', 'https://harbour.example/2021/%62ridge?id=7'],
])('two spellings of an address are one page: %s', (_, url) => {
  expect(isSamePage(url, PAGE)).toBe(true);
});

test.each([
  ['host', 'https://harbour.test/2021/bridge?id=7'],
  ['other part of a site', 'https://news.harbour.example/2021/bridge?id=7'],
  ['path', 'https://harbour.example/2021/bridges?id=7'],
  ['capital letters of the path', 'https://harbour.example/2021/Bridge?id=7'],
  ['parameter', 'https://harbour.example/2021/bridge?id=8'],
  ['port', 'https://harbour.example:8443/2021/bridge?id=7'],
])('two addresses are two pages: %s', (_, url) => {
  expect(isSamePage(url, PAGE)).toBe(false);
});
