import { NAME_TYPES } from '../../model/query.js';
/** No points for any type. */
export function noVotes() {
    return { person: 0, place: 0, organisation: 0, other: 0 };
}
/** Adds `more`, `times` over, to `votes`. */
export function addVotes(votes, more, times = 1) {
    for (const type of NAME_TYPES)
        votes[type] = inSteps(votes[type] + more[type] * times);
}
/** Rounds to .001, so that sums are the same in whichever order they were added up. */
function inSteps(points) {
    return Math.round(points * 1_000) / 1_000;
}
/** The points of all types together. */
export function sumOf({ person, place, organisation, other }) {
    return person + place + organisation + other;
}
/** The type with the most points, if they exceed `least`; ties go to the first type. Otherwise `undefined`. */
export function strongest(votes, least) {
    let best;
    let most = least;
    for (const type in votes) {
        const points = votes[type];
        if (points > most)
            [best, most] = [type, points];
    }
    return best;
}
