import { present } from './database/errors.js';
/**
 * The documents that one question gathers from an index, in few batches: each is read once, and held until the question is
 * answered. What is asked of it afterwards is synchronous; it throws for what was not gathered, which is a mistake of ours.
 */
export class GatheredDocuments {
    index;
    documents = new Map();
    duplicates = new Map();
    constructor(index) {
        this.index = index;
    }
    /** Reads those of these documents that are not held yet, in one batch. */
    async gather(numbers) {
        const missing = [...new Set(numbers)].filter((number) => !this.documents.has(number));
        if (missing.length === 0)
            return;
        for (const document of await this.index.documents(missing))
            this.documents.set(document.number, document);
    }
    /** Finds out which articles are the same as these, and reads them: two batches at most. */
    async gatherDuplicates(numbers) {
        const unknown = [...new Set(numbers)].filter((number) => !this.duplicates.has(number));
        if (unknown.length === 0)
            return;
        for (const [number, same] of await this.index.duplicates(unknown)) {
            this.duplicates.set(number, same.map((one) => one.number));
        }
        await this.gather(unknown.flatMap((number) => this.duplicates.get(number)));
    }
    document(number) {
        return gathered(this.documents.get(number), `document ${number}`);
    }
    sentence({ sentence, document }) {
        const { sentences } = this.document(document);
        // The engine's files and the articles' tables disagree.
        return present(sentences[sentence - (sentences[0]?.number ?? 0)], `sentence ${sentence}`);
    }
    duplicatesOf(number) {
        return gathered(this.duplicates.get(number), `duplicates of ${number}`);
    }
}
function gathered(found, what) {
    if (found === undefined)
        throw new Error(`not gathered: ${what}`);
    return found;
}
