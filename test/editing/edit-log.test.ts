import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lineOf } from '../../src/cli/verbs/log.ts';
import { EditError } from '../../src/editing/edit-error.ts';
import { type Edit, lastEdits, logged } from '../../src/editing/edit-log.ts';

const edit = (n: number): Edit => ({
  time: '2026-11-22T21:40:12.345Z',
  action: 'add',
  user: { id: '1', name: 'ada' },
  guild: '2',
  article: `added/a-${n}`,
  articles: 1,
  path: `added/a-${n}.md`,
  sha256: '0123456789abcdef'.repeat(4),
  title: `A ${n}`,
});

/** What is known before an edit is made. */
const intent = (n: number) => {
  const { path: _, article: __, ...known } = edit(n);
  return known;
};

const note = (data: string, n: number) => logged(data, intent(n), async () => edit(n));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ibid-edits-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('what was noted is told, the last ones, oldest first', async () => {
  const data = join(folder(), 'not-there-yet');
  expect(await lastEdits(data, 10)).toEqual([]);
  for (const n of [1, 2, 3]) await note(data, n);
  expect(await lastEdits(data, 10)).toEqual([1, 2, 3].map(edit));
  expect(await lastEdits(data, 2)).toEqual([2, 3].map(edit));
});

test('a line that a crash cut short is left out, and takes no other with it', async () => {
  const data = folder();
  await note(data, 1);
  appendFileSync(join(data, 'edits.jsonl'), '{"time":"2026-');
  await note(data, 2);
  expect(await lastEdits(data, 10)).toEqual([1, 2].map(edit));
});

test('of a long log only the end is read', async () => {
  const data = folder();
  const line = `${JSON.stringify(edit(0))}\n`;
  writeFileSync(join(data, 'edits.jsonl'), line.repeat(20_000));
  await note(data, 1);
  const edits = await lastEdits(data, 1_000_000);
  expect(edits.length).toBeLessThan(4_500);
  expect(edits.at(-1)).toEqual(edit(1));
});

test('a change that fails is not told of', async () => {
  const data = folder();
  await note(data, 1);
  await expect(logged(data, intent(2), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lastEdits(data, 10)).toEqual([edit(1)]);
});

test('what was begun is noted before it is done; until it is, it is not confirmed', async () => {
  const data = folder();
  let meanwhile: unknown;
  await logged(data, intent(1), async () => {
    meanwhile = await lastEdits(data, 10);
    return edit(1);
  });
  expect(meanwhile).toEqual([{ unconfirmed: intent(1) }]);
  expect(await lastEdits(data, 10)).toEqual([edit(1)]);
});

test('an edit that the process did not survive stays in its place, not confirmed', async () => {
  const data = folder();
  void logged(data, intent(1), () => new Promise(() => {}));
  await vi.waitFor(async () => expect(await lastEdits(data, 10)).toHaveLength(1));
  await note(data, 2);
  expect(await lastEdits(data, 10)).toEqual([{ unconfirmed: intent(1) }, edit(2)]);
});

/** A full disk is /dev/full: opened for writing, it takes nothing. */
test.runIf(process.platform === 'linux')('on a full disk nothing is changed', async () => {
  const data = folder();
  symlinkSync('/dev/full', join(data, 'edits.jsonl'));
  const change = vi.fn(async () => edit(1));
  await expect(logged(data, intent(1), change)).rejects.toThrow(EditError);
  expect(change).not.toHaveBeenCalled();
});

test('a log of before there were intents is read as it was', async () => {
  const data = folder();
  writeFileSync(join(data, 'edits.jsonl'), [1, 2].map((n) => `${JSON.stringify(edit(n))}\n`).join(''));
  await note(data, 3);
  expect(await lastEdits(data, 10)).toEqual([1, 2, 3].map(edit));
});

test('who reads the log by its old format finds what is done, and nothing else', async () => {
  const data = folder();
  await note(data, 1);
  await logged(data, intent(2), () => Promise.reject(new Error('no'))).catch(() => {});
  const lines = readFileSync(join(data, 'edits.jsonl'), 'utf8').trim().split('\n');
  const edits = lines.map((line) => JSON.parse(line)).filter(({ time }) => time !== undefined);
  expect(edits).toEqual([expect.objectContaining(edit(1))]);
});

test('where nothing can be noted, nothing is changed', async () => {
  const data = join(folder(), 'file');
  writeFileSync(data, '');
  const change = vi.fn(async () => edit(1));
  await expect(logged(data, intent(1), change)).rejects.toThrow(EditError);
  expect(change).not.toHaveBeenCalled();
  expect(await lastEdits(join(data, 'x'), 10)).toEqual([]);
});

test('a line for people shows what strangers wrote without its control characters', () => {
  const line = lineOf({ ...edit(1), title: 'A\u001b[2J\nb', articles: 3, kept: '/data/removed/a' });
  expect(line).toBe(
    '2026-11-22T21:40:12Z  add     ada (1)  added/a-1.md  “A␛[2J b” and more: 3 articles  kept as /data/removed/a  sha256 0123456789ab',
  );
});

test('a line for people says what is not confirmed, and leaves out what is not known', () => {
  expect(lineOf({ unconfirmed: intent(1) })).toBe(
    '2026-11-22T21:40:12Z  add     ada (1)  “A 1”  sha256 0123456789ab  not confirmed: see whether the file is there',
  );
});
