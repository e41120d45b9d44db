import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../../../src/index/engines/engine.ts';
import {
  CorruptSegmentError,
  SegmentFormatError,
} from '../../../../src/index/engines/segments/postings/segment-file.ts';
import { mergeSegments } from '../../../../src/index/engines/segments/segments.ts';
import { documentsOf } from '../../../articles.ts';
import { ListedSegments } from '../listed-segments.ts';

const documents = documentsOf('Rain fell on Homs. Snow fell.', 'Rain stopped in Latakia.');

/** Two segments, one for each document; the first one's path and bytes, and what opens both anew. */
function saved() {
  const listed = written();
  const path = join(listed.folder, listed.segments[0]!.file);
  return { path, whole: readFileSync(path), open: () => listed.opened(undefined) };
}

function written(): ListedSegments {
  const listed = new ListedSegments();
  for (const document of documents) listed.write([document]);
  return listed;
}

test('any byte of a segment that is not as it was written is found out, and the file named', () => {
  const { path, whole, open } = saved();
  const padding = new Set<number>();
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1 << (at % 8);
    writeFileSync(path, bytes);
    try {
      open();
      padding.add(at);
    } catch (error) {
      expect(error instanceof CorruptSegmentError || error instanceof SegmentFormatError).toBe(true);
      expect((error as Error).message).toContain(path);
    }
  }
  // Between sections there are up to seven bytes that nobody reads.
  for (const at of padding) expect(whole[at]).toBe(0);
  expect(padding.size).toBeLessThan(16 * 8);
});

test('a segment that was cut off is found out, wherever', () => {
  const { path, whole, open } = saved();
  for (let size = whole.length - 1; size >= 0; size--) {
    truncateSync(path, size);
    expect(open, String(size)).toThrow(CorruptSegmentError);
  }
});

test('a segment that is gone is told from a damaged one: it may have been merged a moment ago', () => {
  const { path, open } = saved();
  rmSync(path);
  expect(open).toThrow(expect.objectContaining({ code: 'ENOENT', path }));
});

test('another version of the format is told as such, not as damage', () => {
  const { path, whole, open } = saved();
  whole[4] = 99;
  writeFileSync(path, whole);
  expect(open).toThrow(SegmentFormatError);
});

async function sentencesWith(engine: Engine, term: string): Promise<number[]> {
  const [hits] = await engine.search([{ terms: [term], limit: 9 }]);
  return hits!.map(({ sentence }) => sentence);
}

test('where a segment can’t be opened, the engine before stays as it is', async () => {
  const listed = written();
  const { folder, segments } = listed;
  writeFileSync(join(folder, segments[1]!.file), 'nothing like a segment');
  const before = listed.opened(undefined, [segments[0]!]);
  expect(() => listed.opened(before, segments, [0])).toThrow(CorruptSegmentError);
  expect(await sentencesWith(before, 'rain')).toEqual([0]);
});

test('a segment that is open is not opened again: what becomes of its file meanwhile is not missed', async () => {
  const listed = written();
  const { folder, segments, engine } = listed;
  for (const { file } of segments) rmSync(join(folder, file));
  const next = listed.opened(engine, segments, [1]);
  expect(await sentencesWith(next, 'snow')).toHaveLength(1);
  expect(await sentencesWith(next, 'latakia')).toEqual([]);
  expect(await sentencesWith(engine, 'latakia')).toHaveLength(1);
});

test('a damaged segment is merged into nothing', () => {
  const { folder, segments } = written();
  truncateSync(join(folder, segments[1]!.file), 50);
  expect(() => mergeSegments(folder, segments, [], 'merged.segment')).toThrow(CorruptSegmentError);
  expect(() => readFileSync(join(folder, 'merged.segment'))).toThrow('ENOENT');
});
