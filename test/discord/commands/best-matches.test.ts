import { expect, test } from 'vitest';
import { bestMatches } from '../../../src/discord/commands/best-matches.ts';

const NAMES = [
  'The Times',
  'New York Times',
  'Times of Malta',
  'Le Monde Été',
  'Harbour Post',
  'Harbour Post Weekly',
  'BBC News',
  'كوردستان',
];

test.each([
  ['times', ['The Times']],
  ['THE TIMES', ['The Times']],
  ['Times of', ['Times of Malta']],
  ['york', ['New York Times']],
  ['times york', ['New York Times']],
  ['monde ete', ['Le Monde Été']],
  ['harbour', ['Harbour Post', 'Harbour Post Weekly']],
  ['Harbour-Post', ['Harbour Post']],
  ['harbourpost', ['Harbour Post']],
  ['weekly post', ['Harbour Post Weekly']],
  ['Harbor Weekly', ['Harbour Post Weekly']],
  ['bcb', []],
  ['كوردستان', ['كوردستان']],
  ['Le Figaro', []],
  ['', []],
  ['?!', []],
])('%j fits %j best', (typed, found) => {
  expect(bestMatches(typed, NAMES, (name) => name)).toEqual(found);
});
