import { basename, join } from 'node:path';
import type { Document, Hit } from '../model.ts';
import type { ChangingEngine } from './engine.ts';
import { DamagedFile } from './segments/file.ts';
import { deleteUnlisted, type Listed, newName, readList, writeList } from './segments/folder.ts';
import { HeldPart } from './segments/held-part.ts';
import { LivePart } from './segments/live-part.ts';
import { merge } from './segments/merge.ts';
import { type MergePlan, nextMerge } from './segments/merge-plan.ts';
import { Scratch } from './segments/scratch.ts';
import { holdingInParts, searchParts } from './segments/searched-parts.ts';
import { openSegment, writeSegment } from './segments/segment.ts';

export { DamagedFile, OtherFormat } from './segments/file.ts';
export { type MergePlan, runMerge } from './segments/merge-plan.ts';

/**
 * An engine of immutable files and a live part in memory for what came lately. Same question, same ranking, whichever
 * part holds the sentence: docs/search.md.
 */
export interface SegmentEngine extends ChangingEngine {
  /**
   * Writes what is in memory: the live part as a new segment, and what was removed. What isn't saved when the process
   * ends was never added, or never removed.
   */
  save(): void;
  /** Takes over a segment that was written elsewhere, by `writeDocuments`. Its documents must be new. */
  attach(path: string): void;
  /**
   * The next merge that is due, to be run by `runMerge`, here or in a worker thread, and then taken over by `adopt`;
   * in between the engine goes on. One at a time. `everything`: all segments into one, due or not.
   */
  planMerge(everything?: boolean): MergePlan | undefined;
  adopt(plan: MergePlan): void;
  /** Forgets a merge that failed: all stays as it is. */
  abandon(plan: MergePlan): void;
  /** A path for a segment of this folder that is to be written elsewhere. */
  newPath(): string;
  /** Sentences that are left, and files. */
  readonly size: { readonly sentences: number; readonly segments: number };
}

export interface SegmentOptions {
  /** Told of each damaged segment, which is left out: its documents are to be added again. Absent: it is thrown. */
  readonly onDamaged?: (error: DamagedFile) => void;
}

/** Writes documents as a segment of their own. Fit for a worker thread. */
export function writeDocuments(path: string, documents: Iterable<Document>): void {
  const live = new LivePart();
  for (const document of documents) live.add(document);
  writeSegment(path, live.columns, live.terms());
}

interface File {
  readonly file: string;
  readonly held: HeldPart;
}

/** Opens the index in a folder; without a folder it is in memory only, and can't be saved. */
export function segmentEngine(folder?: string, { onDamaged }: SegmentOptions = {}): SegmentEngine {
  let files: File[] = folder === undefined ? [] : openFiles(folder, onDamaged);
  let live = new LivePart();
  let heldLive = new HeldPart(live);
  let merging: MergePlan | undefined;
  const given = new Set<string>();
  const scratch = new Scratch();

  const parts = () => [...files.map(({ held }) => held), heldLive];
  const pathOf = (file: string) => join(inFolder(folder), file);
  const locate = (document: number) => {
    for (const held of parts()) {
      const article = held.articleOf(document);
      if (article !== undefined) return { held, article };
    }
    return undefined;
  };
  const newFile = () => {
    const file = newName(inFolder(folder), [...given]);
    given.add(file);
    return file;
  };
  const writeFiles = () => {
    const list: Listed[] = files.map(({ file, held }) => ({ file, removed: [...held.removed] }));
    writeList(inFolder(folder), list);
    deleteUnlisted(inFolder(folder), list, given);
  };
  const take = (file: string) => {
    const taken = { file, held: new HeldPart(openSegment(pathOf(file))) };
    files.push(taken);
    given.delete(file);
    return taken;
  };

  return {
    add(document) {
      live.add(document);
      heldLive.grew();
    },
    search: (terms, limit, accepts): Hit[] => searchParts(parts(), terms, limit, accepts, scratch),
    holding: (term, accepts) => holdingInParts(parts(), term, accepts),
    has: (document) => locate(document) !== undefined,
    remove(document) {
      const found = locate(document);
      found?.held.remove(found.article);
      return found !== undefined;
    },
    save() {
      if (heldLive.count.article > 0) {
        const file = newFile();
        const { columns, terms } =
          heldLive.removed.size > 0 ? merge([heldLive]) : { columns: live.columns, terms: live.terms() };
        writeSegment(pathOf(file), columns, terms);
        take(file);
      }
      live = new LivePart();
      heldLive = new HeldPart(live);
      writeFiles();
    },
    newPath: () => pathOf(newFile()),
    attach(path) {
      take(basename(path));
      writeFiles();
    },
    planMerge(everything = false) {
      if (merging) return undefined;
      const sized = files.map(({ file, held }) => ({
        file,
        held,
        left: held.count.sentence,
        removed: held.part.columns.count.sentence - held.count.sentence,
      }));
      const due = everything ? sized : nextMerge(sized);
      if (!due || due.length === 0) return undefined;
      merging = {
        from: due.map(({ file, held }) => ({ path: pathOf(file), removed: [...held.removed] })),
        into: pathOf(newFile()),
      };
      return merging;
    },
    adopt(plan) {
      const merged = new Set(plan.from.map(({ path }) => basename(path)));
      const before = files.filter(({ file }) => merged.has(file));
      files = files.filter(({ file }) => !merged.has(file));
      const { held } = take(basename(plan.into));
      // What was removed while the merge ran.
      before.forEach(({ file, held: old }) => {
        const known = new Set(plan.from.find(({ path }) => basename(path) === file)!.removed);
        for (const article of old.removed) {
          if (known.has(article)) continue;
          held.remove(held.articleOf(old.part.columns.document[article]!)!);
        }
      });
      files = files.filter((file) => file.held.count.article > 0);
      merging = undefined;
      writeFiles();
    },
    abandon({ into }) {
      merging = undefined;
      given.delete(basename(into));
      writeFiles();
    },
    get size() {
      return {
        sentences: parts().reduce((sum, { count }) => sum + count.sentence, 0),
        segments: files.length,
      };
    },
  };
}

function openFiles(folder: string, onDamaged: SegmentOptions['onDamaged']): File[] {
  return readList(folder).flatMap(({ file, removed }) => {
    try {
      const held = new HeldPart(openSegment(join(folder, file)));
      for (const article of removed) held.remove(article);
      return [{ file, held }];
    } catch (error) {
      if (!(error instanceof DamagedFile) || !onDamaged) throw error;
      onDamaged(error);
      return [];
    }
  });
}

function inFolder(folder: string | undefined): string {
  if (folder === undefined) throw new Error('this index is in memory only: give it a folder');
  return folder;
}
