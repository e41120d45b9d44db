import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/index/engines/engine.ts';
import {
  mergeSegments,
  NewSegment,
  openSegments,
  type WrittenSegment,
} from '../../../src/index/engines/segments/segments.ts';
import type { Document } from '../../../src/model/article.ts';
import { inFolder } from './folder.ts';
import { type Accepts, EVERY, sourceOf } from './source.ts';

/** Segment files in a folder of their own, listed as the index's tables list them, and opened after each change. */
export class ListedSegments {
  readonly folder = inFolder();
  segments: WrittenSegment[] = [];
  removed: number[] = [];
  engine: Engine;
  private readonly accepts: Accepts;
  private named = 0;

  constructor(accepts = EVERY) {
    this.accepts = accepts;
    this.engine = this.opened(undefined);
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
  merge(from: number, count: number, meanwhile = () => {}): void {
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
    this.engine = this.opened(undefined);
  }

  /** Opens these; what `previous` has open isn't opened again. */
  opened(previous: Engine | undefined, segments = this.segments, deletes = this.removed): Engine {
    const files = { folder: this.folder, segments, deletes };
    return openSegments({ ...sourceOf([], this.accepts), files }, previous);
  }

  private show(): void {
    this.engine = this.opened(this.engine);
  }

  private newName(): string {
    return `${this.named++}.segment`;
  }
}
