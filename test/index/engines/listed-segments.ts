import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Searcher } from '../../../src/index/engines/engine.ts';
import {
  mergeSegments,
  NewSegment,
  type Segment,
  storedSegments,
} from '../../../src/index/engines/segments/segments.ts';
import type { Document } from '../../../src/model/model.ts';
import { inFolder } from './folder.ts';

/** Segment files in a folder of their own, listed as the store's tables list them, and shown after each change. */
export class ListedSegments {
  readonly folder = inFolder();
  segments: Segment[] = [];
  removed: number[] = [];
  private kept = storedSegments(this.folder);
  private named = 0;

  get engine(): Searcher {
    return this.kept.engine;
  }

  /** These documents as a file. */
  write(documents: readonly Document[]): void {
    const segment = new NewSegment();
    for (const document of documents) segment.add(document);
    if (segment.sentences > 0) this.segments.push(segment.write(this.folder, this.newName()));
    this.show();
  }

  remove(document: number): void {
    this.removed.push(document);
    this.show();
  }

  /** Neighbours into one. */
  merge(from: number, count: number, meanwhile: () => void): void {
    const due = this.segments.slice(from, from + count);
    if (due.length === 0) return;
    const removed = this.removed.filter((one) => due[0]!.first <= one && one <= due.at(-1)!.last);
    const merged = mergeSegments(this.folder, due, removed, this.newName());
    meanwhile();
    this.segments.splice(from, due.length, ...(merged ? [merged] : []));
    this.removed = this.removed.filter((one) => !removed.includes(one));
    for (const { file } of due) rmSync(join(this.folder, file));
    this.show();
  }

  /** As another process, or the next start. */
  reopen(): void {
    this.kept = storedSegments(this.folder);
    this.show();
  }

  private show(): void {
    this.kept.refresh(this.segments, this.removed);
  }

  private newName(): string {
    return `${this.named++}.segment`;
  }
}
