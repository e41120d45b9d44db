import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { archiveFolder as folderOfArchive } from '../../../src/data-folder.ts';
import type { FileToSend } from '../loopback/options.ts';
import type { User, UserOptions } from '../loopback/user.ts';
import { type ArchiveFolder, archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { readingOf } from './reading.ts';

/** Of the guild; the first one makes an editor. */
export const ROLES = ['423456789012345678', '523456789012345678'] as const;

/** A bot whose archive is changed through it. */
export interface EditedBot {
  readonly bot: Bot;
  readonly archive: ArchiveFolder;
  user(options?: UserOptions): User;
  /** Someone with the editors' role. */
  editor(options?: UserOptions): User;
  inArchive(...path: string[]): string;
  inData(...path: string[]): string;
  /** The log's edits that are done. */
  edits(): Readonly<Record<string, unknown>>[];
  /** Does something, and waits until the archive has been read with it. */
  read<T>(deed: () => Promise<T>): Promise<T>;
  /** Someone adds this file and confirms it; its path inside the archive. */
  added(file: FileToSend, by?: User): Promise<string>;
  /** After each test: nobody was pinged, nothing refused, nothing half-written. */
  expectOrder(): void;
  leave(): Promise<void>;
}

export async function startEditedBot(): Promise<EditedBot> {
  const archive = archiveFolder();
  const env = { IBID_CORPUS: archive.path, IBID_EDITOR_ROLES: ROLES[0], IBID_UPLOAD_MB: '1' };
  const bot = await startBot(env, { guilds: [{ roles: ROLES }] });
  const user = (options: UserOptions = {}): User => bot.discord.user(options);
  const editor = (options: UserOptions = {}) => user({ roles: [ROLES[0]], ...options });
  const inArchive = (...path: string[]) => join(archive.path, ...path);
  const inData = (...path: string[]) => join(folderOfArchive(bot.env.IBID_DATA!, archive.path), ...path);
  const read = async <T>(deed: () => Promise<T>): Promise<T> => {
    const before = bot.process.log.length;
    const done = await deed();
    const isNews = (at: number) => at >= before;
    await bot.process.logged(
      (line) => line.msg === 'archive changed' && isNews(bot.process.log.indexOf(line)),
    );
    return done;
  };
  return {
    ...{ bot, archive, user, editor, inArchive, inData, read },
    edits: () =>
      readFileSync(inData('edits.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter((line) => 'time' in line)
        .map(({ id: _, ...edit }) => edit),
    async added(file, by = editor()) {
      const reply = await by.slash('archive add', { file });
      await read(() => by.press(reply, 'Add'));
      return /Added as (.*?)\. /.exec(readingOf(reply))![1]!;
    },
    expectOrder() {
      expectGoodManners(bot.discord);
      expect(filesIn(inArchive('added')).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    async leave() {
      await bot.leave();
      archive.remove();
    },
  };
}

export const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** A saved page; what it is called says nothing of it. */
export const page = (title: string, ...sentences: readonly string[]): FileToSend => ({
  name: 'page.txt',
  content: `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Harbour Post">
<meta name="author" content="A. Writer"><meta property="article:published_time" content="2022-04-01T08:00:00Z">
</head><body><nav>Home | News</nav><article><h1>${title}</h1>${sentences.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`,
});

export const QUARRY = page(
  'The quarry of Sollen closes',
  'The quarry of Sollen was closed on Friday after a hundred years of work in it.',
  'Ada Brunn is a mason from Sollen who had worked in the quarry for thirty years.',
);
