/** Sentences that are found at most. */
export const TOP = 10;
/** The sentences of documents, with their numbers. */
export function* entriesOf(documents) {
    for (const { article, sentences } of documents) {
        for (const { number, start, end } of sentences)
            yield { id: number, body: article.text.slice(start, end) };
    }
}
