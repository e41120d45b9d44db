import { expect, test } from 'vitest';
import { itemsHere } from '../../src/ingest/read-here.ts';

/** The flaw of a file, which the file system refuses with this code when it is opened. */
async function flawAt(code: string): Promise<unknown> {
  const open = () => {
    throw Object.assign(new Error(code), { code });
  };
  for await (const item of itemsHere({ path: 'a.txt', location: '/a.txt', open })) return item;
  return undefined;
}

test.each(['EMFILE', 'EIO'])('what the system may allow next time is to be read again: %s', async (code) => {
  expect(await flawAt(code)).toMatchObject({ flaw: { severity: 'error', retry: true } });
});

test.each(['EACCES', 'ENOENT'])('what shows in the state of a file is not: %s', async (code) => {
  expect(await flawAt(code)).not.toHaveProperty('flaw.retry');
});
