import { NAME_TYPES, type NameType } from '../../model/query.ts';

/** Points for each type that a name may have: 1 is a hint, 2 a clue, 3 and more as good as certain. */
export type Votes = Record<NameType, number>;

/** No points for any type. */
export function noVotes(): Votes {
  return { person: 0, place: 0, organisation: 0, other: 0 };
}

/** Adds `more`, `times` over, to `votes`. */
export function addVotes(votes: Votes, more: Votes, times = 1): void {
  for (const type of NAME_TYPES) votes[type] = inSteps(votes[type] + more[type] * times);
}

/** Rounds to .001, so that sums are the same in whichever order they were added up. */
function inSteps(points: number): number {
  return Math.round(points * 1_000) / 1_000;
}

/** The points of all types together. */
export function sumOf({ person, place, organisation, other }: Votes): number {
  return person + place + organisation + other;
}

/** The type with the most points, if they exceed `least`; ties go to the first type. Otherwise `undefined`. */
export function strongest(votes: Votes, least: number): NameType | undefined {
  let best: NameType | undefined;
  let most = least;
  for (const type in votes) {
    const points = votes[type as NameType];
    if (points > most) [best, most] = [type as NameType, points];
  }
  return best;
}
