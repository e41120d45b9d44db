import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { collectingOf } from './corpus/collection.ts';
import type { Collection } from './model.ts';
import { type Catalogue, catalogueOf } from './question/catalogue.ts';
import { CATALOGUE_SECTIONS, catalogueIn, sectionsOfCatalogue } from './question/kept-catalogue.ts';
import { SECTIONS, sectionsOf, vocabularyOf } from './question/kept-vocabulary.ts';
import { once } from './question/once.ts';
import { type Vocabulary, vocabularyReading } from './question/vocabulary.ts';
import { DamagedFile, readSections, writeSections } from './search/segments/file.ts';
import { OtherFormat, type SegmentEngine, segmentEngine } from './search/segments.ts';
import { fingerprintOf } from './store/fingerprint.ts';
import type { StoredCorpus } from './store/read-corpus.ts';

/** What the articles of a store are found with. */
export interface Index {
  readonly collection: Collection;
  readonly vocabulary: Vocabulary;
  readonly engine: SegmentEngine;
  /** Made, or read, when it is first asked for. */
  readonly catalogue: () => Catalogue;
  /** Writes it for the next start, unless it is there already. */
  keep(): void;
}

export interface IndexOptions {
  /** Of the store: the index lies beside it. In memory only where absent. */
  readonly location?: string | undefined;
  /** Told of what can't be used or written, in a line: it is only a copy of what the store says. */
  readonly tell: (note: string) => void;
}

/**
 * The index of these articles as it was kept, or made anew. Each content of the store, read by each code, has a folder
 * of its own, which gets its name when it is complete: whatever is killed, a folder is whole or isn't there.
 */
export async function openIndex(corpus: StoredCorpus, options: IndexOptions): Promise<Index> {
  const { location, tell } = options;
  const folder = location === undefined ? undefined : join(homeOf(location), nameOf(corpus));
  if (folder === undefined || !existsSync(folder)) return buildIndex(corpus, options);
  const { collection } = await inSlices(corpus, () => {});
  try {
    const keep = () => guarded(() => deleteOthers(folder), tell);
    return { collection, ...read(folder, collection), keep };
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    tell(`the index is built again: ${error.message}`);
    guarded(() => rmSync(folder, { recursive: true, force: true }), tell);
    return buildIndex(corpus, options);
  }
}

export async function buildIndex(corpus: StoredCorpus, { location, tell }: IndexOptions): Promise<Index> {
  const folder = location === undefined ? undefined : join(homeOf(location), nameOf(corpus));
  const made = folder && `${folder}.${randomUUID()}${UNFINISHED}`;
  const engine = segmentEngine(made);
  const reading = vocabularyReading();
  const { collection } = await inSlices(corpus, (document) => {
    reading.add(document);
    engine.add(document);
  });
  const vocabulary = reading.vocabulary();
  const catalogue = once(() => catalogueOf(vocabulary));
  return {
    collection,
    vocabulary,
    engine,
    catalogue,
    keep() {
      if (folder === undefined || made === undefined || existsSync(folder)) return;
      guarded(() => {
        try {
          mkdirSync(made, { recursive: true });
          const sections = [...sectionsOf(vocabulary), ...sectionsOfCatalogue(catalogue())];
          writeSections(join(made, VOCABULARY), sections);
          engine.save();
          renameSync(made, folder);
          deleteOthers(folder);
        } finally {
          if (existsSync(made)) rmSync(made, { recursive: true, force: true });
        }
      }, tell);
    },
  };
}

const VOCABULARY = 'vocabulary.sections';
const UNFINISHED = '.new';
/** Longer than any index takes to write: what is older was left by a process that was killed. */
const ABANDONED_MS = 3_600_000;
/** Work doesn't hold up what else the process does for longer than this, or than one article takes. */
const SLICE_MS = 10;

/** What decides how articles are counted and found. */
const ROOMS = ['text', 'corpus', 'store', 'question', 'search'];

function homeOf(location: string): string {
  return `${location.replace(/\.db$/, '')}.index`;
}

function nameOf({ identity }: StoredCorpus): string {
  return createHash('sha256').update(identity).update(fingerprintOf(ROOMS)).digest('hex').slice(0, 16);
}

async function inSlices(
  { articles, splits }: StoredCorpus,
  take: (document: Collection['documents'][number]) => void,
) {
  const collecting = collectingOf(splits);
  let turn = performance.now();
  for (const article of articles) {
    take(collecting.add(article));
    if (performance.now() - turn < SLICE_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
  return collecting;
}

function read(folder: string, collection: Collection): Pick<Index, 'vocabulary' | 'catalogue' | 'engine'> {
  const sections = readSections(join(folder, VOCABULARY), SECTIONS + CATALOGUE_SECTIONS);
  const engine = segmentEngine(folder);
  if (engine.size.sentences !== collection.size) throw new DamagedFile(folder, 'lacks sentences');
  return {
    vocabulary: vocabularyOf(sections),
    catalogue: once(() => catalogueIn(sections.slice(SECTIONS))),
    engine,
  };
}

/** Deletes what lies beside a folder: indexes of what the store held before, and what was never finished. */
function deleteOthers(folder: string): void {
  const home = dirname(folder);
  for (const path of readdirSync(home).map((name) => join(home, name))) {
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const busy = path.endsWith(UNFINISHED) && Date.now() - made < ABANDONED_MS;
    if (path !== folder && !busy) rmSync(path, { recursive: true, force: true });
  }
}

/** What the system refuses is told: nothing depends on it. */
function guarded(write: () => void, tell: IndexOptions['tell']): void {
  try {
    write();
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    tell(`the index can't be kept (${error.message}): the next start builds it again`);
  }
}

/** Damaged, of another format, or something that the system refuses. */
function isOfFiles(error: unknown): error is Error {
  if (error instanceof DamagedFile || error instanceof OtherFormat) return true;
  return error instanceof Error && /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '');
}
