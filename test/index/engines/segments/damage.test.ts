import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../../../src/index/documents/document.ts';
import {
  CorruptSegmentError,
  mergeSegments,
  SegmentFormatError,
  storedSegments,
} from '../../../../src/index/engines/segments/segments.ts';
import { articleOf } from '../../../articles.ts';
import { ListedSegments } from '../listed-segments.ts';

const { documents } = collect([
  articleOf('Rain fell on Homs. Snow fell.', 0),
  articleOf('Rain stopped in Latakia.', 1),
]);

/** Two segments, one for each document; the first one's path and bytes, and what opens both anew. */
function saved() {
  const { folder, segments } = written();
  const path = join(folder, segments[0]!.file);
  return { path, whole: readFileSync(path), open: () => storedSegments(folder).refresh(segments, []) };
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

test('where a segment can’t be shown, all that was shown before stays, what is removed now as well', () => {
  const { folder, segments } = written();
  writeFileSync(join(folder, segments[1]!.file), 'nothing like a segment');
  const { engine, refresh } = storedSegments(folder);
  refresh([segments[0]!], []);
  const before = engine.search(['rain'], 9);
  expect(before.map(({ sentence }) => sentence)).toEqual([0]);
  expect(() => refresh(segments, [0])).toThrow(CorruptSegmentError);
  expect(engine.search(['rain'], 9)).toEqual(before);
});

test('a segment that is shown is not opened again: what becomes of its file meanwhile is not missed', () => {
  const { folder, segments, engine } = written();
  const { engine: other, refresh } = storedSegments(folder);
  refresh(segments, []);
  for (const { file } of segments) rmSync(join(folder, file));
  refresh(segments, [1]);
  expect(other.search(['snow'], 9)).toHaveLength(1);
  expect(other.search(['latakia'], 9)).toEqual([]);
  expect(engine.search(['latakia'], 9)).toHaveLength(1);
});

test('a damaged segment is merged into nothing', () => {
  const { folder, segments } = written();
  truncateSync(join(folder, segments[1]!.file), 50);
  expect(() => mergeSegments(folder, segments, [], 'merged.segment')).toThrow(CorruptSegmentError);
  expect(() => readFileSync(join(folder, 'merged.segment'))).toThrow('ENOENT');
});
