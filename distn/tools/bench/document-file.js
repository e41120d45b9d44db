import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
/** Writes one document a line. Numbers aren't written: they follow from the order. */
export function writeDocumentFile(path, documents) {
    const file = openSync(path, 'w');
    for (const document of documents)
        writeSync(file, `${lineOf(document)}\n`);
    closeSync(file);
}
/** Reads what `writeDocumentFile` wrote. */
export async function* readDocumentFile(path) {
    let place = 0;
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(path, { highWaterMark: 1 << 20 }) })) {
        const document = documentOf(line, place, number);
        place += 1;
        number += document.sentences.length;
        yield document;
    }
}
/** A document as a line, without its numbers. */
export function lineOf({ article, paragraphs, sentences }) {
    return JSON.stringify([
        article,
        paragraphs,
        sentences.map(({ start, end, paragraph }) => [start, end, paragraph]),
    ]);
}
/** A document from its line; `first`: the number of its first sentence. */
export function documentOf(line, document, first) {
    const [article, paragraphs, spans] = JSON.parse(line);
    const sentences = spans.map(([start, end, paragraph], ordinal) => ({
        start,
        end,
        paragraph,
        ordinal,
        document,
        number: first + ordinal,
    }));
    return { article, number: document, paragraphs, sentences };
}
