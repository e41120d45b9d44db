import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Archive, archiveOver, buildArchive } from '../../src/archive.ts';
import { readCorpus } from '../../src/corpus/corpus.ts';
import { annexeIn, segmentFolder } from '../../src/indexing/annexe.ts';
import { openKept } from '../../src/indexing/kept.ts';
import { openLiveArchive } from '../../src/live-archive.ts';
import type { Answer } from '../../src/model.ts';
import { packageRoot } from '../../src/package.ts';
import { connect } from '../../src/store/connection.ts';
import { openStore } from '../../src/store/open-store.ts';
import { storeOfCorpus } from '../../src/store/with-store.ts';
import { AGENCY, OTHER } from '../corpus/agency.ts';
import { folderOf } from '../corpus/folder.ts';
import { freshContent, refreshed, unnumbered } from '../store/stored.ts';

vi.setConfig({ testTimeout: 60_000 });

const NONE = { added: [], changed: [], removed: [], unsettled: [] };

const ARTICLES = {
  'a.txt': 'Ma’asaran lies in the hills. President Ada Brunn visited it on Friday.',
  'b.txt': 'Talven lies by the river. The mason Ada Brunn closed its quarry.\n\nNobody was hurt in Talven.',
  'c.txt': '',
};

const QUESTIONS = [
  'where is Talven',
  "who visited Ma'asaran",
  'Ada Brun',
  'quarri of Talvn',
  'nothing at all',
  'who was killed by the flood in Tarmila',
];

/** Sums over more parts are added up in another order. */
function rounded({ citations, confidence, ...answer }: Answer) {
  const shown = citations.map(({ score, signals, ...citation }) => ({
    ...citation,
    score: score.toFixed(6),
  }));
  return { ...answer, citations: shown, confidence: confidence.toFixed(6), took_ms: 0 };
}

/** What an archive says of everything. */
function saidBy(archive: Archive) {
  const { articles, total } = archive.articles();
  return {
    answers: QUESTIONS.map((question) => rounded(archive.ask('ask', question, { explain: true }))),
    filtered: rounded(archive.ask('ask', QUESTIONS[0]!, { filter: { from: '2020-01-01' } })),
    quoted: rounded(archive.quote('in the hills')),
    suggested: ['', 'a', 'tal', 'brun', 'maasarn'].map((typed) => archive.suggest(typed, 20)),
    articles: articles.map(({ article }) => archive.article(article.id)),
    total,
    status: { ...archive.status(), readAt: 0 },
  };
}

/** A folder that is followed; after each look what is held is what a fresh read gives. */
async function world(options: { data?: string; files?: Readonly<Record<string, string>> } = {}) {
  const folder = await folderOf(options.files ?? ARTICLES);
  const data = options.data ?? join(await folderOf({}), 'data');
  const told: string[] = [];
  const open = () => openKept({ corpus: folder, data, tell: (note) => told.push(note) });
  const kept = await open();
  onTestFinished(() => kept.close());
  const expectFresh = async () => {
    const { collection, problems } = kept.parts();
    const documents = Array.from(collection.containing(''), unnumbered);
    expect({ documents, problems }).toEqual(await freshContent(folder));
    const { articles, problems: own } = await readCorpus(folder);
    expect(saidBy(archiveOver(kept.parts()))).toEqual(saidBy(buildArchive(articles, own)));
  };
  await expectFresh();
  return {
    folder,
    data,
    told,
    open,
    kept,
    location: storeOfCorpus(data, folder),
    at: (path: string) => join(folder, path),
    async look() {
      const looked = await kept.look();
      await expectFresh();
      return looked;
    },
  };
}

test('what has changed is taken, and nothing else is another', async () => {
  const { look, at } = await world();
  expect(await look()).toEqual({ changes: NONE, another: false });
  await writeFile(at('a.txt'), 'The hills of Sollen burnt. Ada Brunn left Sollen.');
  await rm(at('b.txt'));
  await writeFile(at('d.txt'), 'Three came to Talven.');
  const changes = { ...NONE, added: ['d.txt'], changed: ['a.txt'], removed: ['b.txt'] };
  expect(await look()).toEqual({ changes, another: true });
});

test('what another process has written is taken, too', async () => {
  const { folder, look, location, at } = await world();
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  const store = await openStore(location, { annexe: annexeIn(segmentFolder(location)) });
  await refreshed(store, folder);
  store.close();
  expect((await look()).another).toBe(true);
});

test('while another process writes, what is held stays as it was', async () => {
  const { folder, kept, location, at } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  const store = await openStore(location, { annexe: annexeIn(segmentFolder(location)) });
  await refreshed(store, folder);
  store.close();
  expect(saidBy(archiveOver(kept.parts()))).toEqual(before);
});

test('a problem without an article makes another corpus', async () => {
  const { look, at } = await world();
  await writeFile(at('d.txt'), '');
  expect((await look()).another).toBe(true);
});

test('articles in many languages are kept as they are read', async () => {
  const fixtures = join(packageRoot(), 'test', 'fixtures', 'languages');
  const names = readdirSync(fixtures);
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(fixtures, name), 'utf8')]));
  const { folder, kept } = await world({ files });
  const { articles } = await readCorpus(folder);
  const [memory, stored] = [buildArchive(articles), archiveOver(kept.parts())];
  const asked = [
    'دمشق',
    'بدمشق',
    'اصفهان',
    'Байкал',
    'озера Байкала',
    'Києва',
    'l’Alhambra',
    'Straßburg',
    'Elbe',
    'قلعه',
  ];
  for (const text of asked) {
    for (const kind of ['ask', 'where'] as const)
      expect(rounded(stored.ask(kind, text)), text).toEqual(rounded(memory.ask(kind, text)));
    expect(stored.suggest(text.slice(0, 3), 20)).toEqual(memory.suggest(text.slice(0, 3), 20));
  }
  expect(asked.filter((text) => stored.ask('where', text).status === 'found').length).toBeGreaterThan(6);
});

test('the next start reads nothing anew', async () => {
  const { open, kept, told } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  const again = await open();
  onTestFinished(() => again.close());
  expect(saidBy(archiveOver(again.parts()))).toEqual(before);
  expect(told).toEqual([]);
});

test('a store that breaks while it is open is built again, and it is said', async () => {
  const { look, told, location, at } = await world();
  await writeFile(at('d.txt'), 'Three.');
  const connection = await connect(location);
  connection.exec('UPDATE files SET checksum = 0');
  connection.close();
  expect((await look()).changes.added).toContain('d.txt');
  expect(told).toEqual([expect.stringMatching(/is built again: it was damaged/)]);
  await rm(at('d.txt'));
  expect((await look()).changes.removed).toEqual(['d.txt']);
});

test('a text that turns out to be damaged fails its question, and everything is built again', async () => {
  const folder = await folderOf(ARTICLES);
  const data = join(await folderOf({}), 'data');
  const told: string[] = [];
  const open = () => openLiveArchive({ corpus: folder, data, tell: (note) => told.push(note) });
  const live = await open();
  onTestFinished(() => live.close());
  const said = saidBy(live.archive);
  const location = storeOfCorpus(data, folder);
  const connection = await connect(location);
  connection.exec('UPDATE texts SET checksum = 0');
  connection.close();
  const broken = await open();
  expect(() => broken.archive.ask('where', 'Talven')).toThrow('an article is not what was written');
  await vi.waitFor(() => expect(told).toEqual([expect.stringMatching(/is damaged: it is built again$/)]));
  await broken.refresh();
  expect(saidBy(broken.archive)).toEqual(said);
  expect(told.slice(1)).toEqual([expect.stringMatching(/is built again: it was damaged$/)]);
  broken.close();
});

const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'with another byte': (path) => {
    const bytes = readFileSync(path);
    // Of the last section, which ends with up to seven bytes of nothing.
    bytes[bytes.length - 8]! ^= 0x10;
    writeFileSync(path, bytes);
  },
  'cut off': (path) => truncateSync(path, 50),
  gone: (path) => rmSync(path),
};

test.each(Object.keys(DAMAGES))('a segment %s: everything is built again, which is said', async (damage) => {
  const { open, kept, location, told } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  const folder = segmentFolder(location);
  const [segment] = readdirSync(folder);
  DAMAGES[damage]!(join(folder, segment!));
  for (const notes of [[expect.stringMatching(/is built again: it was damaged \(.+\)$/)], []]) {
    const again = await open();
    expect(saidBy(archiveOver(again.parts()))).toEqual(before);
    expect(told.splice(0)).toEqual(notes);
    again.close();
  }
});

test.each(Object.keys(DAMAGES))('a segment %s that is due to be merged: as well', async (damage) => {
  const { look, at, location, told } = await world();
  const folder = segmentFolder(location);
  DAMAGES[damage]!(join(folder, readdirSync(folder)[0]!));
  await rm(at('b.txt'));
  await look();
  expect(told).toEqual([expect.stringMatching(/is built again: it was damaged \(.+\)$/)]);
});

test('where nothing can be kept it is followed all the same, and that is said', async () => {
  const data = join(await folderOf({ file: 'in the way' }), 'file', 'data');
  const { look, told, at } = await world({ data });
  await writeFile(at('a.txt'), 'Another one.');
  expect((await look()).changes.changed).toEqual(['a.txt']);
  expect(told).toEqual([expect.stringMatching(/can't be used \(.+\): nothing is kept for the next start$/)]);
});

const WORDS = [
  ...[
    'Ada',
    'Brunn',
    'President',
    'al-Dana',
    'Ma’asaran',
    'MA‘ASARAN',
    'Talven',
    'HTS',
    'Hayat',
    'Tahrir (HTS)',
  ],
  ...[
    'the',
    'in',
    'said',
    'left',
    'province',
    'quarry.',
    'left.',
    'Friday',
    '5',
    'cafe\u0301',
    '中文',
    '"He',
  ],
];
const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')),
  // Articles that are the same one, nearly the same one, and hardly.
  fc.constantFrom(
    AGENCY,
    AGENCY.replace('struck', 'hit'),
    `${AGENCY} Ada Brunn sent tents.`,
    `${AGENCY} ${OTHER}`,
  ),
);
const PATH = fc.constantFrom('a.txt', 'a.md', 'b.txt', 'deep/c.txt', 'd.jsonl');
const EDIT = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path: PATH, texts: fc.array(TEXT, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ path: PATH, texts: fc.constant([] as string[]) }) },
);

/** JSONL in the same order with the same ids, so that articles stay, change and go inside of a file. */
function contentOf(path: string, texts: readonly string[]): string {
  if (!path.endsWith('.jsonl')) return texts.join('\n\n');
  return texts.map((text, i) => JSON.stringify({ id: i % 3, text, published: `202${i}-01-02` })).join('\n');
}

test('however a folder is edited, what is held answers as what is read anew', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(EDIT, { maxLength: 3 }), { minLength: 1, maxLength: 14 }),
      async (rounds) => {
        const { look, folder, kept } = await world({
          files: { 'a.txt': 'Ali left Talven.', 'deep/c.txt': 'Ada.' },
        });
        for (const round of rounds) {
          for (const { path, texts } of round) {
            if (texts.length === 0) rmSync(join(folder, path), { force: true });
            else writeFileSync(join(folder, path), contentOf(path, texts));
          }
          await look();
        }
        kept.close();
      },
    ),
    { numRuns: 12 },
  );
});
