import type { Signal } from '../signal.ts';

/**
 * How tightly the matched words stand together: matched concepts to the length of the shortest run of words that
 * holds one of each (Tao and Zhai 2007, "MinDist"-like), 0 where fewer than two match.
 */
export const proximity: Signal = {
  name: 'proximity',
  value: ({ positions }) => {
    const matched = positions.filter((list) => list.length > 0);
    if (matched.length < 2) return 0;
    return Math.min(1, matched.length / shortestWindow(matched));
  },
};

/** Words from the first to the last of the shortest run with one position of each list. */
function shortestWindow(lists: readonly (readonly number[])[]): number {
  const events = lists
    .flatMap((list, concept) => list.map((at) => ({ at, concept })))
    .sort((a, b) => a.at - b.at);
  const counts = new Map<number, number>();
  let shortest = Number.POSITIVE_INFINITY;
  let first = 0;
  for (const { at, concept } of events) {
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
    while (counts.size === lists.length) {
      const left = events[first++]!;
      shortest = Math.min(shortest, at - left.at + 1);
      const count = counts.get(left.concept)! - 1;
      if (count === 0) counts.delete(left.concept);
      else counts.set(left.concept, count);
    }
  }
  return shortest;
}
