/** How close together the question's ideas stand: the idf share of those held, over the words of the narrowest run that holds them all. */
export const proximity = {
    name: 'proximity',
    value: ({ positions }, { weights }) => {
        const held = positions.filter((list) => list.length > 0).length;
        if (held === 0)
            return 0;
        const share = weights.reduce((sum, weight, i) => sum + (positions[i].length > 0 ? weight : 0), 0);
        return Math.min(1, share) * (held / Math.max(held, narrowestRun(positions, held)));
    },
};
/** In words: the shortest run in which each of the `held` ideas stands once. */
function narrowestRun(positions, held) {
    const places = positions.flatMap((list, idea) => list.map((at) => ({ at, idea })));
    places.sort((a, b) => a.at - b.at);
    const counts = new Map();
    let narrowest = Number.POSITIVE_INFINITY;
    let from = 0;
    for (const { at, idea } of places) {
        counts.set(idea, (counts.get(idea) ?? 0) + 1);
        while (counts.get(places[from].idea) > 1) {
            counts.set(places[from].idea, counts.get(places[from].idea) - 1);
            from += 1;
        }
        if (counts.size === held)
            narrowest = Math.min(narrowest, at - places[from].at + 1);
    }
    return narrowest;
}
