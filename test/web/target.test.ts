import { expect, test } from 'vitest';
import { typedAddress } from '../../src/web/target.ts';

test.each([
  ['example.com/x', 'https://example.com/x'],
  [' example.com ', 'https://example.com'],
  ['www.example.com:8443/a?b=c#d', 'https://www.example.com:8443/a?b=c#d'],
  ['example.com?a=b', 'https://example.com?a=b'],
  ['zürich.example/ü', 'https://zürich.example/ü'],
  ['127.0.0.1:8080/x', 'https://127.0.0.1:8080/x'],
  ['[::1]/x', 'https://[::1]/x'],
])('%j is %s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address);
});

test.each([
  'http://example.com/x',
  'https://example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:a@example.com',
  'user:secret@example.com/x',
  'paper.example@evil.example/x',
  'localhost',
  'no address',
  '/x',
  '',
  `${'a.'.repeat(5_000)}@`,
])('%.40j stays as it is', (typed) => {
  expect(typedAddress(typed)).toBe(typed.trim());
});
