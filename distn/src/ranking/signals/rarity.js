/**
 * Share of what tells the candidates apart that stands in the sentence: an idea that few of them hold weighs more than one
 * that all do, log(1 + n / (1 + held)) over the list of n.
 */
export const rarity = {
    name: 'rarity',
    value: ({ inSentence }, _query, { rarities }) => {
        let [held, all] = [0, 0];
        rarities.forEach((value, i) => {
            all += value;
            if (inSentence[i])
                held += value;
        });
        return all === 0 ? 0 : held / all;
    },
};
