import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_NEW_SEGMENT_SENTENCES, nextMerge } from '../../../src/index/engines/segments/merge-policy.ts';
import {
  mergeSegments,
  NewSegment,
  storedSegments,
  type WrittenSegment,
} from '../../../src/index/engines/segments/segments.ts';
import type { Document } from '../../../src/model/model.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';
import { type Contender, TOP } from '../contender.ts';

/** Ours, all three levels: segment files as beside a store. */
export function ibid(folder: string): Contender {
  const list = join(folder, 'segments.json');
  const { engine, refresh } = storedSegments(folder);
  let listed = new Listed(folder, []);
  const showListed = () => refresh(listed.segments, [...listed.removed.keys()]);
  const found = (text: string) => engine.search(termsOf(text), TOP).map(({ sentence }) => sentence);
  return {
    add(documents) {
      listed.write(documents);
      listed.mergeDue();
      showListed();
    },
    save: () => writeFileSync(list, JSON.stringify(listed.segments)),
    open() {
      listed = new Listed(folder, JSON.parse(readFileSync(list, 'utf8')));
      showListed();
    },
    ask: found,
    typo: found,
    prefix: found,
    remove({ number, sentences }) {
      listed.removed.set(number, sentences.length);
      showListed();
    },
  };
}

/** What `segment-tables.ts` does with a store's tables, without a store. */
class Listed {
  private readonly folder: string;
  /** In the order of their documents. */
  segments: readonly WrittenSegment[];
  /** By document: how many sentences it had. */
  readonly removed = new Map<number, number>();
  private named = 0;

  constructor(folder: string, segments: readonly WrittenSegment[]) {
    this.folder = folder;
    this.segments = segments;
  }

  write(documents: readonly Document[]): void {
    let growing = new NewSegment();
    const finish = () => {
      if (growing.sentences > 0)
        this.segments = [...this.segments, growing.write(this.folder, this.newName())];
      growing = new NewSegment();
    };
    for (const document of documents) {
      growing.add(document);
      if (growing.sentences >= MAX_NEW_SEGMENT_SENTENCES) finish();
    }
    finish();
  }

  mergeDue(): void {
    for (let due = this.due(); due; due = this.due()) {
      const removed = due.flatMap((segment) => this.removedOf(segment));
      const merged = mergeSegments(this.folder, due, removed, this.newName());
      const files = new Set(due.map(({ file }) => file));
      const others = this.segments.filter(({ file }) => !files.has(file));
      this.segments = [...others, ...(merged ? [merged] : [])].sort((a, b) => a.first - b.first);
      for (const document of removed) this.removed.delete(document);
      for (const file of files) rmSync(join(this.folder, file));
    }
  }

  private due() {
    return nextMerge(
      this.segments.map((segment) => {
        const removed = this.removedOf(segment).reduce((sum, one) => sum + this.removed.get(one)!, 0);
        return { ...segment, removed, left: segment.sentences - removed };
      }),
    );
  }

  private removedOf({ first, last }: WrittenSegment): number[] {
    return [...this.removed.keys()].filter((document) => first <= document && document <= last);
  }

  /** Of all processes that write into the folder: one builds, another one goes on. */
  private newName(): string {
    return `${process.pid}-${this.named++}.segment`;
  }
}
