import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFolder as folderOfArchive } from '../../../src/data-folder.ts';
import { archiveFolder } from './archive.ts';
import { startBot } from './bot.ts';

const ROLE = '423456789012345678';

test.skipIf(process.platform === 'win32')(
  'what Ibid keeps is for who runs it alone: its folders have the mode 700, its files 600',
  async () => {
    const archive = archiveFolder();
    // Nobody listens there: what is known of a feed is kept all the same.
    archive.write('feeds.txt', 'http://127.0.0.1:1/rss\n');
    const env = { IBID_ENGINE: 'segments', IBID_EDITOR_ROLES: ROLE, IBID_FEEDS_ALLOW_HOSTS: '127.0.0.1:1' };
    const bot = await startBot({ IBID_CORPUS: archive.path, ...env }, { guilds: [{ roles: [ROLE] }] });
    await bot.process.logged('feed refused');
    const editor = bot.discord.user({ roles: [ROLE] });
    const add = (content: string) => editor.slash('archive add', { file: { name: 'a.txt', content } });
    await editor.press(await add('Sims is a bay.'), 'Add');
    await add('Holm is a mill.');
    await editor.press(await editor.slash('archive remove', { article: 'letter' }), 'Remove');

    const folder = folderOfArchive(bot.env.IBID_DATA!, archive.path);
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true });
    const modes = kept.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        path: relative(folder, path),
        isFolder: entry.isDirectory(),
        mode: statSync(path).mode & 0o777,
      };
    });
    // What was removed is as it was in the archive: it may be put back.
    const own = modes.filter(({ path, isFolder }) => isFolder || !path.startsWith('removed/'));
    expect(own.filter(({ isFolder, mode }) => mode !== (isFolder ? 0o700 : 0o600))).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const names = own.map(({ path }) => path).join(' ');
    for (const name of ['edits.jsonl', 'removed', 'pending/', 'feeds.json', '.db', '.db-wal', '.segment'])
      expect(names).toContain(name);
    // The archive is everybody's.
    expect(statSync(join(archive.path, 'added/sims-is-a-bay.txt')).mode & 0o777).toBe(0o644);

    // An earlier Ibid's is closed at the next start.
    chmodSync(folder, 0o755);
    await bot.restart();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await bot.leave();
    archive.remove();
  },
);
