import { expect, test } from 'vitest';
import { serialQueue } from '../../src/threads/serial-queue.ts';

test('what is asked for at the same time is done one after the other, in the order of asking', async () => {
  const queue = serialQueue();
  const log: string[] = [];
  const act = (name: string, turns: number) => async () => {
    log.push(`${name} begins`);
    for (let i = 0; i < turns; i += 1) await Promise.resolve();
    log.push(`${name} ends`);
    return name;
  };
  const release = await queue.acquire();
  const results = Promise.all([queue.run(act('a', 50)), queue.run(act('b', 1))]);
  log.push('released');
  release();
  expect(await results).toEqual(['a', 'b']);
  expect(log).toEqual(['released', 'a begins', 'a ends', 'b begins', 'b ends']);
});

test('one that fails does not hold up the next', async () => {
  const queue = serialQueue();
  const failing = queue.run(() => Promise.reject(new Error('failed')));
  expect(await queue.run(async () => 'done')).toBe('done');
  await expect(failing).rejects.toThrow('failed');
});
