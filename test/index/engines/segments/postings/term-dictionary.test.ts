import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSegment, writeSegment } from '../../../../../src/index/engines/segments/postings/segment.ts';
import type { SegmentView } from '../../../../../src/index/engines/segments/postings/segment-types.ts';
import { SegmentWriter } from '../../../../../src/index/engines/segments/postings/segment-writer.ts';
import { documentsOf } from '../../../../articles.ts';
import { distance } from '../../brute-force.ts';
import { inFolder } from '../../folder.ts';

/** Terms that begin alike, and some of other scripts, outside the basic plane, or long. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
const term = fc.oneof(
  { weight: 8, arbitrary: letters },
  {
    weight: 1,
    arbitrary: fc.constantFrom('حلب', 'حلبي', '東京', '東', 'é', '7', '1986', '𝒳a', 'z'.repeat(64)),
  },
);

/** The same terms in memory and in a file. Terms are given as titles' and sentences' words would give them. */
function views(terms: readonly string[]): SegmentView[] {
  const writer = new SegmentWriter();
  for (const document of documentsOf(terms.map((one) => `${one} x.`).join(' '))) writer.add(document);
  const path = join(inFolder(), 'one.segment');
  writeSegment(path, writer.docValues, writer.terms());
  return [writer, openSegment(path)];
}

test('terms are found, others are not; what begins so and what is close is what comparing all of them says', () => {
  fc.assert(
    fc.property(
      fc.array(term, { minLength: 1, maxLength: 120 }),
      term,
      fc.integer({ min: 0, max: 3 }),
      (terms, asked, edits) => {
        for (const view of views(terms)) {
          const all = Array.from(view.terms(), (one) => one.term);
          expect(all).toEqual([...new Set(all)].sort());
          expect(view.find(asked)?.term).toBe(all.includes(asked) ? asked : undefined);
          for (const one of all) expect(view.find(one)?.term).toBe(one);
          expect(Array.from(view.withPrefix(asked), (one) => one.term)).toEqual(
            all.filter((one) => one.startsWith(asked)),
          );
          expect(Array.from(view.near(asked, edits), ({ info, edits }) => [info.term, edits])).toEqual(
            all.map((one) => [one, distance(one, asked)]).filter(([, away]) => (away as number) <= edits),
          );
        }
      },
    ),
    { numRuns: 80 },
  );
});

test('a file has the very terms and postings of the memory that it was written from', () => {
  const [live, file] = views(['rain', 'rain', 'homs', 'حلب']);
  const shown = (view: SegmentView) =>
    Array.from(view.terms(), ({ term, frequency, bytes, start, end }) => ({
      term,
      frequency,
      postings: [...bytes.subarray(start, end)],
    }));
  expect(shown(file!)).toEqual(shown(live!));
});

test('an empty segment has no terms', () => {
  for (const view of views([])) {
    expect([...view.near('homs', 2)]).toEqual([]);
    expect([...view.withPrefix('')].map((one) => one.term)).toEqual([]);
    expect(view.find('homs')).toBeUndefined();
  }
});
