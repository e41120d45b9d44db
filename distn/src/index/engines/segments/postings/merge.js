import { articleDocValues, GrowingDocValues } from './doc-values.js';
import { PostingsReader } from './postings.js';
import { ByteWriter } from './varint.js';
/**
 * Concatenates segments, without their deleted articles: what `writeSegment` takes. Terms that only deleted articles held
 * are dropped.
 */
export function mergeViews(inputs) {
    const docValues = new GrowingDocValues();
    const numbers = inputs.map(({ view, deletes }) => {
        const count = view.docValues.count.article;
        const numbers = new Uint32Array(count);
        for (let article = 0; article < count; article++) {
            numbers[article] = docValues.count.article;
            if (!deletes.has(article))
                docValues.add(articleDocValues(view.docValues, article));
        }
        return numbers;
    });
    return { docValues, terms: mergedTerms(inputs, numbers) };
}
function* mergedTerms(inputs, numbers) {
    const heads = inputs
        .map(({ view }) => view.terms()[Symbol.iterator]())
        .map((terms) => ({ terms, ...terms.next() }));
    const merged = new MergedPostings();
    for (;;) {
        let least;
        for (const { done, value } of heads)
            if (!done && (least === undefined || value.term < least))
                least = value.term;
        if (least === undefined)
            return;
        merged.clear();
        heads.forEach((head, i) => {
            if (head.done || head.value.term !== least)
                return;
            merged.append(head.value, inputs[i], numbers[i]);
            Object.assign(head, head.terms.next());
        });
        const { writer, frequency } = merged;
        if (frequency.article > 0)
            yield { term: least, frequency: { ...frequency }, bytes: writer.bytes, start: 0, end: writer.length };
    }
}
/** A term's postings in the merged segment, copied from one segment after the other. */
class MergedPostings {
    writer = new ByteWriter();
    frequency = { sentence: 0, paragraph: 0, article: 0 };
    /** The last article written + 1. */
    next = 0;
    clear() {
        this.writer.length = 0;
        this.next = 0;
        Object.assign(this.frequency, { sentence: 0, paragraph: 0, article: 0 });
    }
    /** Copies a term's articles; only their gaps are new. `numbers`: by article of the segment, its number when merged. */
    append(info, { view, deletes }, numbers) {
        const { writer, frequency } = this;
        const reader = new PostingsReader(info);
        while (reader.next()) {
            if (deletes.has(reader.article))
                continue;
            const number = numbers[reader.article];
            writer.varint((number - this.next) * 2 + (reader.several ? 1 : 0));
            writer.copy(info.bytes, reader.start, reader.end);
            this.next = number + 1;
            if (deletes.size > 0)
                addTo(frequency, frequencyIn(view.docValues, reader));
        }
        if (deletes.size === 0)
            addTo(frequency, info.frequency);
    }
}
/** How many sentences and paragraphs of the reader's current article hold the term; articles: 1. */
export function frequencyIn({ firstSentence, paragraphOf }, reader) {
    const first = firstSentence[reader.article];
    let sentence = 0;
    let paragraph = 0;
    let before = -1;
    reader.sentences((ordinal) => {
        sentence += 1;
        if (paragraphOf[first + ordinal] !== before)
            paragraph += 1;
        before = paragraphOf[first + ordinal];
    });
    return { sentence, paragraph, article: 1 };
}
/** Adds to each level of `sum`. */
export function addTo(sum, more) {
    sum.sentence += more.sentence;
    sum.paragraph += more.paragraph;
    sum.article += more.article;
}
