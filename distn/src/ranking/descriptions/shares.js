/** By what a description says, how many articles say so, relative to what most of them say: 1 for the most frequent. */
export function sharesOfDescriptions(evidence) {
    const documents = new Map();
    for (const { description, sentence } of evidence) {
        if (!description)
            continue;
        documents.set(description.key, (documents.get(description.key) ?? new Set()).add(sentence.document));
    }
    const most = Math.max(1, ...[...documents.values()].map(({ size }) => size));
    return new Map([...documents].map(([key, { size }]) => [key, size / most]));
}
