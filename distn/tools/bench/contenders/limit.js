import { join } from 'node:path';
import { PostingsReader } from '../../../src/index/engines/segments/postings/postings.js';
import { openSegment } from '../../../src/index/engines/segments/postings/segment.js';
import { NewSegment } from '../../../src/index/engines/segments/segments.js';
import { termsOf } from '../../../src/text/tokens/words.js';
/**
 * No index, but the limit of one: the sentences of the asked terms lie decoded in arrays, and all that is timed is adding
 * a number for each of them. Nothing is ranked.
 */
export function limit(folder) {
    const file = 'limit.segment';
    let view;
    let sums = new Float64Array(0);
    const decoded = new Map();
    return {
        add(documents) {
            const all = new NewSegment();
            for (const document of documents)
                all.add(document);
            all.write(folder, file);
        },
        save() { },
        open() {
            view = openSegment(join(folder, file));
            sums = new Float64Array(view.docValues.count.sentence);
        },
        prepare(question) {
            const terms = [...new Set(termsOf(question))];
            decoded.set(question, terms.map((term) => sentencesOf(view, term)));
        },
        ask(question) {
            for (const sentences of decoded.get(question)) {
                for (let i = 0; i < sentences.length; i++)
                    sums[sentences[i]] += 1.5;
            }
            return [];
        },
    };
}
function sentencesOf(view, term) {
    const info = view.find(term);
    if (!info)
        return new Uint32Array(0);
    const sentences = new Uint32Array(info.frequency.sentence);
    const reader = new PostingsReader(info);
    let count = 0;
    while (reader.next()) {
        const first = view.docValues.firstSentence[reader.article];
        reader.sentences((ordinal) => {
            sentences[count++] = first + ordinal;
        });
    }
    return sentences;
}
