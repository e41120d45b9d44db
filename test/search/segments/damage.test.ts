import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../../src/corpus/collection.ts';
import { DamagedFile, OtherFormat } from '../../../src/search/segments/file.ts';
import { segmentEngine } from '../../../src/search/segments.ts';
import { articleOf } from '../../articles.ts';
import { inFolder } from '../folder.ts';

const { documents } = collect([
  articleOf('Rain fell on Homs. Snow fell.', 0),
  articleOf('Rain stopped in Latakia.', 1),
]);

/** An index of two segments, one for each document. */
function saved(): string {
  const folder = inFolder();
  const engine = segmentEngine(folder);
  for (const document of documents) {
    engine.add(document);
    engine.save();
  }
  return folder;
}

const FIRST = '000001.segment';

test('any byte of a segment that is not as it was written is found out, and the file named', () => {
  const folder = saved();
  const path = join(folder, FIRST);
  const whole = readFileSync(path);
  const padding = new Set<number>();
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1 << (at % 8);
    writeFileSync(path, bytes);
    try {
      segmentEngine(folder);
      padding.add(at);
    } catch (error) {
      expect(error instanceof DamagedFile || error instanceof OtherFormat).toBe(true);
      expect((error as Error).message).toContain(path);
    }
  }
  // Between sections there are up to seven bytes that nobody reads.
  for (const at of padding) expect(whole[at]).toBe(0);
  expect(padding.size).toBeLessThan(13 * 8);
});

test('a segment that was cut off is found out, wherever', () => {
  const folder = saved();
  const path = join(folder, FIRST);
  for (let size = readFileSync(path).length - 1; size >= 0; size--) {
    truncateSync(path, size);
    expect(() => segmentEngine(folder), String(size)).toThrow(DamagedFile);
  }
});

test('a segment that is gone is found out', () => {
  const folder = saved();
  rmSync(join(folder, FIRST));
  expect(() => segmentEngine(folder)).toThrow(`${join(folder, FIRST)}: is gone`);
});

test('a damaged list of segments is found out', () => {
  const folder = saved();
  const path = join(folder, 'segments.list');
  const bytes = readFileSync(path);
  bytes[bytes.length - 3]! ^= 1;
  writeFileSync(path, bytes);
  expect(() => segmentEngine(folder)).toThrow(DamagedFile);
});

test('another version of the format is told as such, not as damage', () => {
  const folder = saved();
  const path = join(folder, FIRST);
  const bytes = readFileSync(path);
  bytes[4] = 99;
  writeFileSync(path, bytes);
  expect(() => segmentEngine(folder, { onDamaged: () => {} })).toThrow(OtherFormat);
});

test('without the damaged segment the index answers, says what it lacks, and takes it again', () => {
  const folder = saved();
  writeFileSync(join(folder, FIRST), 'nothing like a segment');
  const told: string[] = [];
  const engine = segmentEngine(folder, { onDamaged: ({ path }) => told.push(path) });
  expect(told).toEqual([join(folder, FIRST)]);
  expect(documents.map((_, number) => engine.has(number))).toEqual([false, true]);
  expect(engine.search(['rain'], 9).map(({ sentence }) => sentence)).toEqual([2]);
  engine.add(documents[0]!);
  engine.save();
  expect(readdirSync(folder)).not.toContain(FIRST);
  const again = segmentEngine(folder).search(['rain'], 9);
  expect(again.map(({ sentence }) => sentence).sort()).toEqual([0, 2]);
});

test('what a process left behind when it ended is deleted with the next save', () => {
  const folder = saved();
  writeFileSync(join(folder, '000077.segment'), 'half written');
  const engine = segmentEngine(folder);
  expect(engine.size).toEqual({ sentences: 3, segments: 2 });
  engine.save();
  expect(readdirSync(folder).sort()).toEqual([FIRST, '000002.segment', 'segments.list']);
});

test('an index without a folder cannot be saved', () => {
  const engine = segmentEngine();
  engine.add(documents[0]!);
  expect(() => engine.save()).toThrow('in memory only');
});
