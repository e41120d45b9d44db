import { expect, test } from 'vitest';
import { editsOf } from '../../../src/index/engines/fuzziness.ts';

test('a term of four letters may have an edit, one of eight two, and none more', () => {
  const edits = Array.from({ length: 20 }, (_, length) => editsOf('x'.repeat(length)));
  expect(edits).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
});
