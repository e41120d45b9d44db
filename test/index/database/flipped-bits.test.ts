import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { archiveOver } from '../../../src/archive/index-archive.ts';
import { archiveFolder } from '../../../src/data-folder.ts';
import { connect } from '../../../src/index/database/connection.ts';
import { CorruptIndexError } from '../../../src/index/database/errors.ts';
import { indexLocation } from '../../../src/index/database/open-database.ts';
import { openIndex } from '../../../src/index/open-index.ts';
import { folderOf } from '../../ingest/folder.ts';
import { rounded } from '../synced-world.ts';
import { leafCells } from './b-tree.ts';

const TOWNS = ['Talven', 'Sollen', 'Ma’asaran', 'Tarmila', 'Kolmar', 'Port Elys'];

const ARTICLES = 16;

/** Some articles in a few files, some of them reprints, one gone again, so that every table has rows. */
function filesOf(): Record<string, string> {
  const lines = Array.from({ length: ARTICLES }, (_, i) => {
    const town = TOWNS[i % TOWNS.length];
    const text = `In ${town} the mason Ada Brunn built wall ${i}. Nobody was hurt in ${town}.\n\nRain fell on it for ${i} days.`;
    return JSON.stringify({
      id: `n${i}`,
      text,
      title: `Wall ${i} of ${town}`,
      published: `2020-01-${10 + (i % 19)}`,
    });
  });
  const files: Record<string, string> = {
    'gone.txt': 'This is gone. It was in Talven.',
    'a.txt': 'Ali left.',
    'b.txt': '',
  };
  for (let i = 0; i < 2; i++) files[`news${i}.jsonl`] = lines.slice(i * 8, i * 8 + 8).join('\n');
  return files;
}

/** All that is asked of an archive: each article by its id and its title, lists, names, questions. */
async function saidBy(archive: Archive) {
  const ids = filesOfIds();
  const said: unknown[] = [];
  for (const id of ids) said.push((await archive.article(id)) ?? 'none');
  for (let i = 0; i < ARTICLES; i += 5)
    said.push((await archive.article(`Wall ${i} of ${TOWNS[i % TOWNS.length]}`))?.article.id);
  const { articles, total } = await archive.articles();
  said.push(
    articles,
    total,
    await archive.articlesLike('wall 1', 9),
    (await archive.articles('Talven')).total,
  );
  for (const question of [
    'where is Talven',
    'Who built wall 7?',
    'Ada Brunn',
    'When did rain fall on Kolmer?',
  ]) {
    said.push(rounded(await archive.ask('ask', question, { explain: true, limit: 9 })));
    said.push(rounded(await archive.ask('ask', question, { filter: { from: '2020-01-15' } })));
  }
  said.push(rounded(await archive.quote('hurt in Sollen')), await archive.suggest('tal', 9));
  said.push({ ...(await archive.status()), readAt: 0 }, await archive.articlesIn('news1.jsonl'));
  return said;
}

function filesOfIds(): string[] {
  return ['a', ...Array.from({ length: ARTICLES }, (_, i) => `news${Math.floor(i / 8)}.jsonl#n${i}`)];
}

const TABLES = ['articles', 'texts', 'files', 'totals', 'segments', 'deletes', 'about'];

/** Some of the bits of a head, others for each row; the first of each byte says how long a number is. */
const bitsOf = (bits: number, row: number) => new Set([7, (5 * row + 1) % bits, (5 * row + bits - 7) % bits]);

/** An index on disk, closed, all of it in its one file; and the root pages of its tables. */
async function closedIndex() {
  const folder = await folderOf(filesOf());
  const data = join(await folderOf({}), 'data');
  const location = indexLocation(archiveFolder(data, folder));
  const told: string[] = [];
  const open = () => openIndex({ corpus: folder, data, tell: (note) => told.push(note), engine: 'segments' });
  const index = await open();
  rmSync(join(folder, 'gone.txt'));
  await index.sync();
  const said = await saidBy(archiveOver(index));
  expect(said).not.toContain('none');
  index.close();
  const connection = await connect(location);
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const rows = [
    ...connection.rows("SELECT CAST(name AS BLOB), rootpage FROM sqlite_master WHERE type = 'table'"),
  ];
  connection.close();
  const roots = new Map(rows.map(([name, root]) => [String(name), Number(root)]));
  return { location, roots, open, said, told };
}

test('a bit that flips in the head of a row is noticed or does no harm, and all is answered again', async () => {
  const { location, roots, open, said, told } = await closedIndex();
  const whole = readFileSync(location);
  const segments = location.replace(/\.db$/, '.segments');
  const kept = `${await folderOf({})}/kept`;
  cpSync(segments, kept, { recursive: true });
  let flips = 0;
  for (const table of TABLES) {
    const cells = leafCells(whole, roots.get(table)!);
    expect(cells.length, table).toBeGreaterThan(0);
    // Spread over the table, and over the bits of its heads.
    const step = Math.max(1, Math.floor(cells.length / 2));
    for (let i = 0; i < cells.length; i += step) {
      const { at, head } = cells[i]!;
      for (const bit of bitsOf(8 * head, i)) {
        flips += 1;
        const file = Buffer.from(whole);
        file[at + (bit >> 3)]! ^= 1 << (bit & 7);
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${location}${suffix}`, { force: true });
        rmSync(segments, { recursive: true, force: true });
        cpSync(kept, segments, { recursive: true });
        writeFileSync(location, file);
        told.length = 0;
        const where = `bit ${bit} of row ${i} of ${table}`;
        await answersAsBefore(where);
      }
    }
  }
  expect(flips).toBeGreaterThan(27);

  async function answersAsBefore(where: string): Promise<void> {
    const index = await open().catch((error: unknown) => expect.fail(`${where}: not opened: ${error}`));
    const archive = archiveOver(index);
    try {
      const now = await saidBy(archive).catch((error: unknown) => error);
      if (now instanceof Error) {
        expect(now, `${where}: ${now.stack}`).toBeInstanceOf(CorruptIndexError);
        await index.markCorrupt();
        await index.sync();
        expect(await saidBy(archive), where).toEqual(said);
      } else expect(now, `${where} (told: ${told})`).toEqual(said);
    } finally {
      index.close();
    }
  }
});
