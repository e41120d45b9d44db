import { expect, test } from 'vitest';
import { isSameAddress, specialRangeOf } from '../../src/web/addresses.ts';

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.15.255.255',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80e::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
])('%s is public', (address) => {
  expect(specialRangeOf(address)).toBeUndefined();
});

test.each([
  ['127.255.255.255', 'loopback'],
  ['10.255.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['100.127.255.255', 'carrierGradeNat'],
  ['169.254.169.254', 'linkLocal'],
  ['0.1.2.3', 'unspecified'],
  ['192.88.99.1', 'reserved'],
  ['::ffff:192.168.0.1', 'private'],
  ['::ffff:c0a8:1', 'private'],
  ['64:ff9b::c0a8:1', 'private'],
  ['64:ff9b:1::808:808', 'rfc6052'],
  ['::ffff:0:808:808', 'rfc6145'],
  ['::7f00:1', 'reserved'],
  ['2002:808:808::', '6to4'],
  ['2001::1', 'teredo'],
  ['fd12:3456::1', 'uniqueLocal'],
  ['fe80::1%eth0', 'linkLocal'],
  ['fec0::1', 'deprecatedSiteLocal'],
  ['4000::1', 'reserved'],
  ['example.org', 'not an address'],
  ['', 'not an address'],
])('%s is not: %s', (address, range) => {
  expect(specialRangeOf(address)).toBe(range);
});

test('an address is the same however it is written', () => {
  expect(isSameAddress('::1', '0:0:0:0:0:0:0:1')).toBe(true);
  expect(isSameAddress('::ffff:127.0.0.1', '127.0.0.1')).toBe(true);
  expect(isSameAddress('127.0.0.1', '127.0.0.2')).toBe(false);
  expect(isSameAddress('localhost', 'localhost')).toBe(false);
});
