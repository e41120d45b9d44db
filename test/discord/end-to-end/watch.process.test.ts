import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveFolder, archiveFolder } from './archive.ts';
import { type Bot, type LogLine, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const QUARRY =
  'The quarry of Sollen was closed on Friday. The mason Ada Brunn had worked in it for 30 years.';

describe.each(['on', 'poll'] as const)('watching: %s', (watch) => {
  let archive: ArchiveFolder;
  let bot: Bot;

  beforeAll(async () => {
    archive = archiveFolder();
    bot = await startBot({ IBID_CORPUS: archive.path, IBID_WATCH: watch });
  });
  afterAll(async () => {
    await bot.leave();
    archive.remove();
  });

  const at = (path: string) => join(archive.path, path);
  const where = async (name: string) => bot.discord.user().slash('where', { name });

  /** Does something to the files; waits until the log says that the archive has changed so. */
  async function changing(action: () => void, counts: Partial<LogLine>): Promise<void> {
    const before = bot.process.log.length;
    action();
    await bot.process.logged((line) => {
      const isLater = bot.process.log.indexOf(line) >= before;
      return isLater && line.msg === 'archive changed' && matches(line, counts);
    });
  }

  test('a saved file answers', async () => {
    expect(readingOf(await where('Sollen'))).toContain('No article mentions');
    await changing(() => archive.write('town/quarry.txt', QUARRY), { added: 1 });
    expect(quotationsOf(await where('Sollen'))).toEqual(['The quarry of Sollen was closed on Friday.']);
  });

  test('a changed one answers as it is now', async () => {
    await changing(() => archive.write('town/quarry.txt', QUARRY.replaceAll('Sollen', 'Marsk')), {
      changed: 1,
    });
    expect(quotationsOf(await where('Marsk'))).toEqual(['The quarry of Marsk was closed on Friday.']);
    expect(readingOf(await where('Sollen'))).toContain('No article mentions');
  });

  // Polling waits a second for each change, and finds folders as it finds files.
  test.runIf(watch === 'on')('a folder that comes with its articles, and goes', async () => {
    const elsewhere = archiveFolder({ 'deep/er/a.txt': QUARRY.replaceAll('Sollen', 'Ulmen') });
    await changing(() => renameSync(join(elsewhere.path, 'deep'), at('deep')), { added: 1 });
    expect(quotationsOf(await where('Ulmen'))).toHaveLength(1);
    await changing(() => writeFileSync(at('deep/er/b.txt'), QUARRY.replaceAll('Sollen', 'Orten')), {
      added: 1,
    });
    await changing(() => rmSync(at('deep'), { recursive: true }), { removed: 2 });
    expect(readingOf(await where('Ulmen'))).toContain('No article mentions');
    elsewhere.remove();
  });

  test.runIf(watch === 'on')('a folder made again under its name is followed, too', async () => {
    for (const name of ['Rieth', 'Talven']) {
      await changing(
        () => {
          mkdirSync(at('again'));
          writeFileSync(at('again/a.txt'), QUARRY.replaceAll('Sollen', name));
        },
        { added: 1 },
      );
      await changing(() => writeFileSync(at('again/b.txt'), QUARRY.replaceAll('Sollen', `${name}au`)), {
        added: 1,
      });
      expect(quotationsOf(await where(`${name}au`))).toHaveLength(1);
      await changing(() => rmSync(at('again'), { recursive: true }), { removed: 2 });
    }
  });

  test('a removed one is gone', async () => {
    await changing(() => rmSync(at('town/quarry.txt')), { removed: 1 });
    expect(readingOf(await where('Marsk'))).toContain('No article mentions');
    expect(bot.process.log.filter(({ level }) => level >= 40)).toEqual([]);
  });
});

test('a bot that was away finds what has changed, and keeps the rest', async () => {
  const archive = archiveFolder();
  const bot = await startBot({ IBID_CORPUS: archive.path, IBID_WATCH: 'off' });
  await bot.stop();
  archive.write('town/quarry.txt', QUARRY);
  await bot.restart();
  const reply = await bot.discord.user().slash('where', { name: 'Sollen' });
  expect(quotationsOf(reply)).toHaveLength(1);
  await bot.leave();
  archive.remove();
});

const matches = (line: LogLine, counts: Partial<LogLine>): boolean =>
  Object.entries(counts).every(([name, count]) => line[name] === count);
