import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFolder as folderOfArchive } from '../../../src/data-folder.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { indexLocation, openForWriting } from '../../../src/index/database/open-database.ts';
import { startLoopbackDiscord } from '../loopback/server.ts';
import { archiveFolder, BRIDGE, BRIDGE_TEXT } from './archive.ts';
import { expectGoodManners, expectLogged, type LogLine, run, settingsFor, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const TARMILA = { name: 'Tarmila' };

const errorsIn = (log: readonly LogLine[]) => log.filter(({ level }) => level >= 50);

test.concurrent('while a large archive is read the bot is online, and says how far it is', async () => {
  const archive = archiveFolder();
  const data = mkdtempSync(join(tmpdir(), 'ibid-first-reading-'));
  // As long as somebody else writes the index the bot has to wait: this reading takes as long as the test wants.
  const writing = await openForWriting(indexLocation(folderOfArchive(data, archive.path)));
  writing.exec('BEGIN IMMEDIATE');
  const discord = await startLoopbackDiscord();
  const bot = run(['start'], { ...settingsFor(discord, data), IBID_CORPUS: archive.path });
  discord.clock.follow(bot.pid);
  await bot.logged('connected');

  const user = discord.user();
  const asked = await user.slash('where', TARMILA);
  expect([readingOf(asked), asked.ephemeral]).toEqual([en.errors.reading(0), true]);
  expect(en.errors.reading(40)).toContain('still reading the archive: 40 %');
  const inGerman = await discord.user({ locale: 'de' }).slash('quote', { words: 'Tarmila' });
  expect(readingOf(inGerman)).toBe(CATALOGUES.de!.errors.reading(0));
  expect(readingOf(await user.context('Find sources', 'A flood in Tarmila'))).toBe(en.errors.reading(0));
  expect(await user.type('where', { name: 'Tarm' })).toEqual([]);
  expect(await bot.logged('reading the archive')).toMatchObject({ percent: 0 });

  writing.exec('ROLLBACK');
  writing.close();
  expect(await bot.logged('archive read')).toMatchObject({ articles: 14 });
  expect(quotationsOf(await user.slash('where', TARMILA))).toHaveLength(3);
  expect(errorsIn(bot.log)).toEqual([]);

  bot.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  await discord.close();
  expectGoodManners(discord);
  expectLogged(discord, bot.log);
  archive.remove();
  rmSync(data, { recursive: true, force: true });
});

test.concurrent('an archive that cannot be opened ends the bot with one line', async () => {
  const archive = archiveFolder();
  const discord = await startLoopbackDiscord();
  const data = mkdtempSync(join(tmpdir(), 'ibid-first-reading-'));
  const env = { ...settingsFor(discord, data), IBID_CORPUS: archive.path, IBID_ENGINE: 'steam' };
  const bot = run(['start'], env);
  expect(await bot.exited).toBe(78);
  expect(bot.errors).toEqual([expect.stringMatching(/^ibid: .*steam/u)]);
  await discord.close();
  archive.remove();
  rmSync(data, { recursive: true, force: true });
});

test.concurrent('an empty archive is a warning with the first problems, and members are told', async () => {
  const archive = archiveFolder({ 'broken.pdf': 'no PDF', 'broken.jsonl': '{"text": broken' });
  const bot = await startBot({ IBID_CORPUS: archive.path });
  const isWarning = ({ msg }: LogLine) => msg === 'the archive is empty: there is nothing to answer from';
  const [warning, ...others] = bot.process.log.filter(isWarning);
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ level: 40 });
  expect(warning!.problems).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^error broken\.jsonl:1: /u),
      expect.stringMatching(/^error broken\.pdf: /u),
    ]),
  );

  const user = () => bot.discord.user();
  const deeds = [
    () => user().slash('where', TARMILA),
    () => user().slash('ask', { question: 'Who cut the ribbon in Tarmila?' }),
    () => user().slash('ask', { question: 'hi' }),
    () => user().slash('quote', { words: 'the river' }),
    () => user().slash('articles'),
    () => user().slash('article', { article: 'town/bridge' }),
    () => user().context('Find sources', 'A flood in Tarmila.'),
  ];
  for (const deed of deeds) {
    const reply = await (await deed()).until(({ text, followUps }) => text !== '' || followUps.length > 0);
    // On a busy machine it was deferred, and the line follows.
    const told = reply.followUps[0] ?? reply;
    expect([readingOf(told), told.ephemeral]).toEqual([en.errors.empty, true]);
  }
  expect(en.errors.empty).toMatch(/^The archive is empty/u);
  expect(readingOf(await user().slash('archive status'))).toContain('Articles');
  expect(await user().type('where', { name: 'T' })).toEqual([]);
  expect(errorsIn(bot.process.log)).toEqual([]);

  archive.write(BRIDGE, BRIDGE_TEXT);
  await bot.process.logged('archive changed');
  expect(quotationsOf(await user().slash('where', TARMILA))).toHaveLength(3);
  await bot.leave();
  archive.remove();
});
