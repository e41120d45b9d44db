import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pendingIn } from '../../src/editing/pending.ts';

function pending() {
  const data = mkdtempSync(join(tmpdir(), 'ibid-pending-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const folder = join(data, 'pending');
  const age = (key: string, minutes: number) => {
    const at = Date.now() / 1000 - minutes * 60;
    utimesSync(join(folder, `${key}-1.upload`), at, at);
  };
  return { ...pendingIn(data), age, files: () => readdirSync(folder) };
}

test('what waits is given to the one who sent it, and to nobody else', async () => {
  const { put, get } = pending();
  const { key } = await put(Buffer.from('a'), '1');
  expect((await get(key, '1'))?.bytes.toString()).toBe('a');
  expect(await get(key, '2')).toBeUndefined();
});

test('of ten and more the oldest go', async () => {
  const { put, get, age, files } = pending();
  const keys: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    const { key } = await put(Buffer.from(String(n)), '1');
    age(key, 30 - n);
    keys.push(key);
  }
  expect(files()).toHaveLength(10);
  expect(await get(keys[0]!, '1')).toBeUndefined();
  expect((await get(keys[11]!, '1'))?.bytes.toString()).toBe('11');
});

test('after an hour it is gone, whoever comes next', async () => {
  const { put, get, sweep, age, files } = pending();
  const [{ key: young }, { key: old }] = [
    await put(Buffer.from('young'), '1'),
    await put(Buffer.from('old'), '1'),
  ];
  age(young, 59);
  age(old, 61);
  await sweep();
  expect(files()).toEqual([`${young}-1.upload`]);
  expect(await get(old, '1')).toBeUndefined();
});

test('a folder that is not there yet holds nothing', async () => {
  const { get, sweep } = pending();
  await sweep();
  expect(await get('0'.repeat(32), '1')).toBeUndefined();
});
