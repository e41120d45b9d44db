import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ibidHere } from '../../cli/ibid-here.ts';
import { ADMINISTRATOR, MANAGER, type UserOptions } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { startBot } from './bot.ts';
import { type EditedBot, ROLES, startEditedBot } from './edited-bot.ts';
import { labelsOf, quotationsOf, readingOf } from './reading.ts';

let it: EditedBot;
beforeAll(async () => {
  it = await startEditedBot();
});
afterEach(() => it.expectOrder());
afterAll(() => it.leave());

describe('who may', () => {
  const FILE = { name: 'a.txt', content: 'Nobody knows Grauen.' };
  const asked = async (options: UserOptions) => {
    const by = it.user(options);
    const reply = await by.slash('archive add', { file: FILE });
    const may = labelsOf(reply).includes('Add');
    if (may) await by.press(reply, 'Cancel');
    return may || readingOf(reply);
  };

  const NOT_HERE =
    'The archive can’t be changed from here. Ask the person who runs me which server its editors are in.';

  test('members with the role', async () => {
    expect(await asked({ roles: [ROLES[0]] })).toBe(true);
    expect(await asked({ roles: [ROLES[1], ROLES[0]] })).toBe(true);
  });

  test('nobody else: whoever manages the only server of the bot may be anybody', async () => {
    for (const options of [
      {},
      { roles: [ROLES[1]] },
      { permissions: MANAGER },
      { permissions: ADMINISTRATOR },
    ])
      expect(await asked(options)).toBe(NOT_HERE);
    const reply = await it.user({ permissions: MANAGER }).slash('archive remove', { article: 'letter' });
    expect([readingOf(reply), labelsOf(reply)]).toEqual([NOT_HERE, []]);
  });

  test.each(['dm', 'group', 'foreign-guild'] as const)(
    'nobody in a %s, managers of it included',
    async (place) => {
      expect(await asked({ in: place, permissions: MANAGER })).toMatch(
        /^The archive can’t be changed from here/,
      );
    },
  );
});

test('managers and administrators of servers that are named may, too', async () => {
  const env = { IBID_CORPUS: it.archive.path, IBID_EDITOR_ROLES: ROLES[0] };
  const bot = await startBot(env, { guilds: [{ roles: [ROLES[0]] }, {}, {}] });
  const [home = '', second = '', other = ''] = bot.discord.guilds.map(({ id }) => id);
  const asked = async (options: UserOptions) => {
    const reply = await bot.discord.user(options).slash('archive remove', { article: 'letter' });
    return labelsOf(reply)[0] ?? readingOf(reply).split(/[.,]/)[0];
  };
  const manages = { permissions: MANAGER };
  const notHere = 'The archive can’t be changed from here';
  expect(await asked({ ...manages, guild: home })).toBe(notHere);
  expect(await asked({ roles: [ROLES[0]], guild: home })).toBe('Remove');

  await bot.restart({ IBID_GUILDS: `${home},${second}` });
  for (const guild of [home, second]) {
    expect(await asked({ ...manages, guild })).toBe('Remove');
    expect(await asked({ permissions: ADMINISTRATOR, guild })).toBe('Remove');
    expect(await asked({ guild })).toBe('Only members with the permission Manage Server');
  }

  // The id of a server is that of everyone's role in it.
  await bot.restart({ IBID_EDITOR_ROLES: other });
  expect(await asked({ guild: other })).toBe(notHere);
  await bot.leave();
});

describe('removing', () => {
  test('shows the article, moves its file away when confirmed, and answers no longer', async () => {
    const mill = '---\ntitle: The mill\npublished: 2018-02-03\n---\nHolm is a mill on the Oskel.\n';
    await it.read(async () => it.archive.write('town/mill.md', mill));
    const by = it.editor();
    expect(await by.type('archive remove', { article: 'mill' })).toEqual([
      { name: 'The mill — 2018-02-03', value: 'town/mill' },
    ]);
    const reply = await by.slash('archive remove', { article: 'town/mill' });
    expect(reply.ephemeral).toBe(true);
    expect(readingOf(reply)).toContain(
      'Remove this from the archive?\nThe mill\n2018-02-03 · 1 sentence · town/mill.md',
    );
    expect(quotationsOf(reply)).toEqual(['Holm is a mill on the Oskel.']);
    expect(labelsOf(reply)).toEqual(['Remove', 'Cancel']);
    await it.read(() => by.press(reply, 'Remove'));
    expect(readingOf(reply)).toContain('Removed from the archive: town/mill.md.');
    expect(existsSync(it.inArchive('town/mill.md'))).toBe(false);
    expect(readFileSync(it.inData('removed/town/mill.md'), 'utf8')).toContain('Holm is a mill');
    expect(readingOf(await it.user().slash('where', { name: 'Holm' }))).toContain('No article mentions');
    expect(it.edits().at(-1)).toMatchObject({
      action: 'remove',
      article: 'town/mill',
      path: 'town/mill.md',
      title: 'The mill',
      kept: it.inData('removed/town/mill.md'),
    });
  });

  test('is called off with Cancel', async () => {
    const by = it.editor();
    const reply = await by.slash('archive remove', { article: 'letter' });
    await by.press(reply, 'Cancel');
    expect(readingOf(reply)).toBe('Nothing was changed.');
    expect(existsSync(it.inArchive('letter.txt'))).toBe(true);
  });

  test('an article that has changed since is asked about again', async () => {
    const by = it.editor();
    const reply = await by.slash('archive remove', { article: 'letter' });
    await it.read(async () =>
      it.archive.write('letter.txt', `${readFileSync(it.inArchive('letter.txt'), 'utf8')}More.\n`),
    );
    await by.press(reply, 'Remove');
    expect(readingOf(reply)).toBe('The archive has changed meanwhile. Choose the article again.');
    expect(existsSync(it.inArchive('letter.txt'))).toBe(true);
  });

  test('is refused for one of several in a file, which is named', async () => {
    const reply = await it.editor().slash('archive remove', { article: 'agencies.jsonl#wire-7' });
    expect(readingOf(reply)).toContain('agencies.jsonl holds other articles as well');
  });

  test('is refused for what is linked into the archive', async () => {
    const elsewhere = archiveFolder({
      'deep/cliff.txt': 'Kante is a cliff.\n',
      'single.txt': 'Turm is a tower.\n',
    });
    await it.read(async () => {
      symlinkSync(join(elsewhere.path, 'deep'), it.inArchive('linked'));
      symlinkSync(join(elsewhere.path, 'single.txt'), it.inArchive('single.txt'));
    });
    for (const id of ['linked/cliff', 'single']) {
      const by = it.editor();
      const reply = await by.slash('archive remove', { article: id });
      const told = await by.press(reply, 'Remove');
      expect(readingOf(told)).toContain(`${id}.txt is only a link in the archive`);
    }
    expect(existsSync(join(elsewhere.path, 'deep/cliff.txt'))).toBe(true);
    expect(existsSync(join(elsewhere.path, 'single.txt'))).toBe(true);
    elsewhere.remove();
  });
});

test('ibid log prints who did what', async () => {
  await it.added({ name: 'a', content: 'Sims is a bay.' });
  const log = (...flags: string[]) => ibidHere(['log', ...flags], { env: it.bot.env, cwd: it.archive.path });
  const { stdout, status } = await log('--limit', '2');
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}add {5}\w+ \(\d+\) {2}added\/sims-is-a-bay\.txt {2}“Sims is a bay\.” {2}sha256 [\da-f]{12}$/,
  );
  const json = (await log('--json')).stdout.trimEnd().split('\n');
  expect(json.map((line) => JSON.parse(line))).toEqual(it.edits());
});
