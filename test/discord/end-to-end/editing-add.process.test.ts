import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EditedBot, filesIn, page, QUARRY, startEditedBot } from './edited-bot.ts';
import { labelsOf, quotationsOf, readingOf } from './reading.ts';

let it: EditedBot;
beforeAll(async () => {
  it = await startEditedBot();
});
afterEach(() => it.expectOrder());
afterAll(() => it.leave());

describe('adding', () => {
  test('shows what was read, stores it when confirmed, and answers from it', async () => {
    const ada = it.editor({ name: 'Ada' });
    expect(readingOf(await it.user().slash('who', { name: 'Ada Brunn' }))).toContain('No article mentions');
    const reply = await ada.slash('archive add', { file: QUARRY });
    expect(reply.ephemeral).toBe(true);
    expect(readingOf(reply)).toContain('Add this to the archive?\nThe quarry of Sollen closes');
    expect(readingOf(reply)).toContain(
      '2022-04-01 [Open Graph] · Harbour Post [Open Graph] · A. Writer [meta] · en [html element] · 2 sentences · .html',
    );
    const [opening] = quotationsOf(reply);
    expect(opening).toBe('The quarry of Sollen was closed on Friday after a hundred years of work in it.');
    expect(labelsOf(reply)).toEqual(['Add', 'Cancel']);
    expect(filesIn(it.inArchive('added'))).toEqual([]);

    await it.read(() => ada.press(reply, 'Add'));
    expect(readingOf(reply)).toBe(
      'Added as added/the-quarry-of-sollen-closes.html. Questions find it within a few seconds.',
    );
    expect(labelsOf(reply)).toEqual([]);
    const file = readFileSync(it.inArchive('added', 'the-quarry-of-sollen-closes.html'), 'utf8');
    expect(file).toBe(QUARRY.content);
    expect(filesIn(it.inData('pending'))).toEqual([]);
    const answer = await it.user().slash('who', { name: 'Ada Brunn' });
    expect(quotationsOf(answer)[0]).toContain('Ada Brunn is a mason from Sollen');
    expect(it.edits().at(-1)).toMatchObject({
      action: 'add',
      user: { id: ada.id, name: 'ada' },
      guild: it.bot.discord.guilds[0]!.id,
      article: 'added/the-quarry-of-sollen-closes',
      articles: 1,
      path: 'added/the-quarry-of-sollen-closes.html',
      title: 'The quarry of Sollen closes',
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test('what the archive holds already is said so, in whatever format it comes', async () => {
    const again = await it.editor().slash('archive add', { file: QUARRY });
    expect(readingOf(again)).toBe('This is in the archive already: “The quarry of Sollen closes”.');
    const letter = readFileSync(it.inArchive('letter.txt'), 'utf8');
    const file = { name: 'x.md', content: `---\ntitle: A letter\n---\n${letter}` };
    expect(readingOf(await it.editor().slash('archive add', { file }))).toContain(
      'is in the archive already',
    );
    expect(filesIn(it.inData('pending'))).toEqual([]);
  });

  test('another article of the same title is numbered, and overwrites nothing', async () => {
    const [one, two] = [
      page('Twins', 'Marsk is older.'),
      { name: 'a', content: '# Twins\n\nMarsk is younger.\n' },
    ];
    expect(await it.added(one)).toBe('added/twins.html');
    expect(await it.added(two)).toBe('added/twins-2.md');
    expect(await it.added({ name: 'a', content: '# TWINS\n\nMarsk is gone.\n' })).toBe('added/twins-3.md');
    expect(readFileSync(it.inArchive('added/twins.html'), 'utf8')).toBe(one.content);
  });

  test('a title is no path', async () => {
    const file = {
      name: '../../x.txt',
      content: '# ../../\u202eetc/pass\u0000wd \\ C:\\x\n\nDoren is a hamlet.\n',
    };
    // A NUL makes it no text at all.
    expect(readingOf(await it.editor().slash('archive add', { file }))).toContain(
      'I can’t read this kind of file',
    );
    const without = { ...file, content: file.content.replace('\u0000', '') };
    expect(await it.added(without)).toBe('added/etc-passwd-c-x.md');
  });

  test('a file of several articles says how many, and which of them are known', async () => {
    const lines = [
      { id: 'a', title: 'Gauge of Ulmen', text: 'The gauge of Ulmen stood at 3 metres.' },
      { id: 'b', title: 'Gauge of Orten', text: 'The gauge of Orten stood at 4 metres.' },
      { id: 'c', title: 'Again', text: readFileSync(it.inArchive('letter.txt'), 'utf8') },
    ].map((one) => JSON.stringify(one));
    const by = it.editor();
    const reply = await by.slash('archive add', {
      file: { name: 'x', content: `${lines.join('\n')}\n{broken` },
    });
    const reading = readingOf(reply);
    expect(reading).toContain(
      'This file holds 3 articles. The first one:\n1 of them is in the archive already.',
    );
    expect(reading).toContain('Gauge of Ulmen');
    expect(reading).toContain('4 sentences · .jsonl');
    expect(reading).toContain('Problems:\n-# 4: not JSON');
    await it.read(() => by.press(reply, 'Add'));
    expect(it.edits().at(-1)).toMatchObject({ path: 'added/gauge-of-ulmen.jsonl', articles: 3 });
    expect(it.edits().at(-1)!.article).toBeUndefined();
  });

  test('what is read of it is shown as it stands, and formats nothing', async () => {
    const content =
      '# **Big** @everyone [x](https://evil.example)\n\nIt *cost* `2` crowns, said <@1> and @here.\n';
    const by = it.editor();
    const reply = await by.slash('archive add', { file: { name: 'a.md', content } });
    expect(readingOf(reply)).toContain('**Big** @everyone [x](https://evil.example)');
    await by.press(reply, 'Cancel');
  });

  test('in German', async () => {
    const by = it.editor({ locale: 'de' });
    const reply = await by.slash('archive add', { file: { name: 'a.txt', content: 'Ein Satz aus Halden.' } });
    expect(readingOf(reply)).toContain('Das ins Archiv aufnehmen?');
    await by.press(reply, 'Abbrechen');
    expect(readingOf(reply)).toBe('Es wurde nichts geändert.');
  });
});

describe('a question that waits', () => {
  const FILE = { name: 'a.txt', content: 'Felden is a village of which nothing was known.' };

  test('is called off with Cancel, and nothing is left', async () => {
    const by = it.editor();
    const reply = await by.slash('archive add', { file: FILE });
    expect(filesIn(it.inData('pending'))).toHaveLength(1);
    await by.press(reply, 'Cancel');
    expect(readingOf(reply)).toBe('Nothing was changed.');
    expect(filesIn(it.inData('pending'))).toEqual([]);
  });

  test('is confirmed after a restart, killed though the bot was', async () => {
    const by = it.editor();
    const reply = await by.slash('archive add', {
      file: { name: 'a', content: 'Brook is a stream near Vellin.' },
    });
    await it.bot.process.logged(({ id }) => id === reply.interaction.payload.id);
    await it.bot.stop('SIGKILL');
    await it.bot.restart();
    await it.read(() => by.press(reply, 'Add'));
    expect(existsSync(it.inArchive('added/brook-is-a-stream-near-vellin.txt'))).toBe(true);
  });

  test('expires', async () => {
    const by = it.editor();
    const reply = await by.slash('archive add', { file: FILE });
    const [name = ''] = filesIn(it.inData('pending'));
    const longAgo = Date.now() / 1000 - 3_700;
    utimesSync(it.inData('pending', name), longAgo, longAgo);
    await by.press(reply, 'Add');
    expect(readingOf(reply)).toBe('This has expired, or is done already. Start again.');
    expect(filesIn(it.inData('pending'))).toEqual([]);
  });

  test('is not answered for somebody whose right is gone', async () => {
    const by = it.editor();
    const reply = await by.slash('archive add', { file: FILE });
    const later = it.user({ id: by.id });
    const told = await later.press(reply, 'Add');
    expect(readingOf(told)).toContain('The archive can’t be changed from here');
    await by.press(reply, 'Cancel');
  });

  test('is not answered by somebody else', async () => {
    const by = it.editor();
    const reply = await by.slash('archive add', { file: FILE });
    // Discord shows the message to its asker alone, but who knows what clients send.
    const other = it.editor();
    const { customId = '' } = reply.buttons[0]!;
    const told = await other.forge(reply, customId);
    expect(readingOf(told)).toBe('Only the person who started this can decide it.');
    const own = await other.forge(await other.slash('help'), customId.replace(by.id, other.id));
    expect(readingOf(own)).toContain('This has expired');
    expect(filesIn(it.inData('pending'))).toHaveLength(1);
    await by.press(reply, 'Cancel');
  });

  test('leads to no other file, whatever the button says', async () => {
    const by = it.editor();
    const reply = await by.slash('help');
    for (const key of ['../../letter.txt', '..', '', '*', 'a'.repeat(32)]) {
      const told = await by.forge(reply, `add|yes|${key}|${by.id}`);
      expect(readingOf(told)).toContain('This has expired');
    }
  });
});

describe('nothing is added', () => {
  test.each<[string, string | Uint8Array, string]>([
    [
      'a disguised program',
      Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1'),
      'This is a program, not an article.',
    ],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'This is a picture, not an article. I can’t read text in pictures.',
    ],
    [
      'gzip',
      Buffer.from('1f8b0800000000000003', 'hex'),
      'This is an archive of files. Send me the files one by one.',
    ],
    ['nothing', '', 'The file is empty.'],
    [
      'a page without words',
      '<!doctype html><html><body></body></html>',
      'No article can be read in this: no text',
    ],
    ['a broken PDF', '%PDF-1.4\nnothing', 'No article can be read in this:'],
  ])('of %s', async (_, content, line) => {
    const reply = await it.editor().slash('archive add', {
      file: { name: 'article.html', type: 'text/html', content },
    });
    expect(reply.ephemeral).toBe(true);
    expect(readingOf(reply)).toContain(line);
    expect(filesIn(it.inData('pending'))).toEqual([]);
  });

  test('of a file over the limit', async () => {
    const file = { name: 'a.txt', content: 'Tarmila. '.repeat(120_000) };
    expect(readingOf(await it.editor().slash('archive add', { file }))).toBe(
      'This is too large: I take files up to 1 MB.',
    );
  });

  test('without a file or an address, or with both', async () => {
    const line = 'Give me either a file or an address.';
    expect(readingOf(await it.editor().slash('archive add'))).toBe(line);
    const both = { file: QUARRY, url: 'https://harbour.example' };
    expect(readingOf(await it.editor().slash('archive add', both))).toBe(line);
  });

  test('from an address of the own network', async () => {
    const reply = await it.editor().slash('archive add', { url: 'http://127.0.0.1/secrets' });
    expect(readingOf(reply)).toContain('127.0.0.1 is not on the public internet');
  });
});

test('where the archive can’t be written, that is said, and the upload waits for another try', async () => {
  rmSync(it.inArchive('added'), { recursive: true });
  it.archive.write('added', 'A file where the folder should be.');
  const by = it.editor();
  const reply = await by.slash('archive add', { file: { name: 'a', content: 'Sims is a bay.' } });
  const told = await by.press(reply, 'Add');
  expect(readingOf(told)).toContain('The archive’s folder can’t be written (EEXIST).');
  rmSync(it.inArchive('added'));
  mkdirSync(it.inArchive('added'));
  await it.read(() => by.press(reply, 'Add'));
  expect(readingOf(reply)).toContain('Added as added/sims-is-a-bay.txt.');
});
