import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lineOf } from '../../src/cli/verbs/log.ts';
import { CannotEdit } from '../../src/editing/edit-error.ts';
import { type Edit, lastEdits, noting } from '../../src/editing/edit-log.ts';

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

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ibid-edits-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('what was noted is told, the last ones, oldest first', async () => {
  const data = join(folder(), 'not-there-yet');
  expect(await lastEdits(data, 10)).toEqual([]);
  for (const n of [1, 2, 3]) await noting(data, async () => edit(n));
  expect(await lastEdits(data, 10)).toEqual([1, 2, 3].map(edit));
  expect(await lastEdits(data, 2)).toEqual([2, 3].map(edit));
});

test('a line that a crash cut short is left out, and takes no other with it', async () => {
  const data = folder();
  await noting(data, async () => edit(1));
  appendFileSync(join(data, 'edits.jsonl'), '{"time":"2026-');
  await noting(data, async () => edit(2));
  expect(await lastEdits(data, 10)).toEqual([1, 2].map(edit));
});

test('of a long log only the end is read', async () => {
  const data = folder();
  const line = `${JSON.stringify(edit(0))}\n`;
  writeFileSync(join(data, 'edits.jsonl'), line.repeat(20_000));
  await noting(data, async () => edit(1));
  const edits = await lastEdits(data, 1_000_000);
  expect(edits.length).toBeLessThan(4_500);
  expect(edits.at(-1)).toEqual(edit(1));
});

test('a change that fails is not noted', async () => {
  const data = folder();
  await expect(noting(data, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readFileSync(join(data, 'edits.jsonl'), 'utf8')).toBe('');
});

test('where nothing can be noted, nothing is changed', async () => {
  const data = join(folder(), 'file');
  writeFileSync(data, '');
  let changed = false;
  const change = async () => {
    changed = true;
    return edit(1);
  };
  await expect(noting(data, change)).rejects.toThrow(CannotEdit);
  expect(changed).toBe(false);
});

test('a line for people shows what strangers wrote without its control characters', () => {
  const line = lineOf({ ...edit(1), title: 'A\u001b[2J\nb', articles: 3, kept: '/data/removed/a' });
  expect(line).toBe(
    '2026-11-22T21:40:12Z  add     ada (1)  added/a-1.md  “A␛[2J b” and more: 3 articles  kept as /data/removed/a  sha256 0123456789ab',
  );
});
