import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './bot.ts';
import { startEditedBot } from './edited-bot.ts';
import { quotationsOf } from './reading.ts';

test('what a running bot has is backed up, and comes back once it has stopped', async () => {
  const it = await startEditedBot();
  const out = mkdtempSync(join(tmpdir(), 'ibid-backup-'));
  const ibid = async (...words: string[]) => {
    const { exited, output, errors } = run([...words, '--corpus', it.archive.path], it.bot.env);
    const status = await exited;
    return { status, said: [...output, ...errors].join('\n') };
  };
  const file = join(out, 'news.tar.gz');
  const editor = it.editor();
  const removing = await editor.slash('archive remove', { article: 'letter' });
  await it.read(() => editor.press(removing, 'Remove'));
  const before = await ibid('log');
  expect(before.said).toContain('letter.txt');

  expect(await ibid('backup', file, '--all')).toMatchObject({ status: 0 });
  const refused = await ibid('restore', file);
  expect(refused.status).toBe(1);
  expect(refused.said).toMatch(
    /^ibid: another process \(ibid start, or another ibid\) has .* open: stop it first; nothing was restored$/u,
  );

  await it.bot.stop();
  writeFileSync(it.inData('edits.jsonl'), '');
  rmSync(it.inData('removed'), { recursive: true });
  expect(await ibid('restore', file)).toMatchObject({ status: 0 });
  expect(await ibid('log')).toEqual(before);
  expect(existsSync(it.inData('removed/letter.txt'))).toBe(true);
  await it.bot.restart();
  const reply = await it.user().slash('where', { name: 'Tarmila' });
  expect(quotationsOf(reply).length).toBeGreaterThan(0);
  await it.leave();
  rmSync(out, { recursive: true });
});
