/**
 * Share of the question's words, function words and all, that stand in the sentence just so: who asks about a sentence
 * often has its wording in mind, and "by" or "not" is a part of it.
 */
export const wording = {
    name: 'wording',
    value: ({ analysis }, { distinctWords }) => {
        let held = 0;
        for (const word of distinctWords)
            if (analysis.wording.has(word))
                held += 1;
        return held / Math.max(1, distinctWords.length);
    },
};
/** … that stand in it in any form of the word: a question has "did fall" where a sentence has "fell". */
export const wordingOfForms = {
    name: 'wording-of-forms',
    value: ({ analysis, inSentence }, { distinctWords, concepts }) => {
        const held = distinctWords.filter((word) => {
            const idea = concepts.findIndex(({ typed }) => typed === word);
            return idea < 0 ? analysis.wording.has(word) : inSentence[idea];
        });
        return held.length / Math.max(1, distinctWords.length);
    },
};
/** Share of the question's pairs of neighbouring words that stand so in the sentence. */
export const wordPairs = {
    name: 'word-pairs',
    value: ({ analysis }, { words }) => shareOfRuns(words, analysis, 2),
};
function shareOfRuns(query, { words, wording }, length) {
    const runs = query.length - length + 1;
    if (runs < 1)
        return 0;
    let held = 0;
    for (let at = 0; at < runs; at++) {
        const standsAt = (start) => {
            for (let i = 1; i < length; i++)
                if (words[start + i]?.folded !== query[at + i])
                    return false;
            return true;
        };
        if (wording.get(query[at])?.some(standsAt))
            held += 1;
    }
    return held / runs;
}
