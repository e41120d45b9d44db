import { fold } from '../../src/text/tokens/fold.js';
import { STOP_WORDS } from '../../src/text/tokens/stop-words.js';
import { randomOf } from './random.js';
/** Of the content words of a grown sentence, this share is drawn anew; the others keep the article's topic together. */
const DRAWN = 0.3;
/**
 * Grows an archive of `sentences` sentences or a few more: the real articles first, and when they are used up, copies of them in which some
 * words are others. A drawn word is one that stood anywhere before (Simon's model: common words stay common, which is
 * Zipf's law) or a new one, as often as Heaps' law says that was fitted to the real articles.
 */
export function grow(real, sentences, seed) {
    const grower = new Grower(seed);
    const documents = [];
    let count = 0;
    for (const document of real) {
        if (count >= sentences)
            break;
        documents.push(numbered(document, documents.length, count));
        count += document.sentences.length;
        grower.meet(document);
    }
    const given = count;
    const known = documents.length;
    while (count < sentences) {
        const grown = grower.vary(documents[Math.floor(grower.random() * known)]);
        documents.push(numbered(grown, documents.length, count));
        count += grown.sentences.length;
    }
    return { documents, real: given, heaps: grower.heaps(), words: grower.different };
}
function numbered(document, place, first) {
    return {
        ...document,
        number: place,
        sentences: document.sentences.map((sentence, i) => ({ ...sentence, document: place, number: first + i })),
    };
}
/** Parts of a text that are words; bounded, and nothing to backtrack into. */
const WORD = /\p{L}{2,40}/gu;
class Grower {
    random;
    /** The different words, and the places of all content words so far among them: drawing from it is drawing by frequency. */
    different = [];
    places = new Map();
    met = new Uint32Array(1 << 16);
    count = 0;
    curve = [];
    law;
    constructor(seed) {
        this.random = randomOf(seed);
    }
    meet({ article, sentences }) {
        for (const { start, end } of sentences) {
            for (const [word] of article.text.slice(start, end).matchAll(WORD))
                this.note(fold(word));
        }
    }
    vary(base) {
        this.law ??= this.fitted();
        const { article } = base;
        let text = '';
        let done = 0;
        const spans = [];
        for (const sentence of base.sentences) {
            text += article.text.slice(done, sentence.start);
            const start = text.length;
            text += article.text.slice(sentence.start, sentence.end).replace(WORD, (word) => this.drawn(word));
            spans.push({ span: { start, end: text.length }, sentence });
            done = sentence.end;
        }
        const paragraphs = base.paragraphs.map((_, paragraph) => {
            const its = spans.filter(({ sentence }) => sentence.paragraph === paragraph);
            return { start: its[0]?.span.start ?? 0, end: its.at(-1)?.span.end ?? 0 };
        });
        const sentences = spans.map(({ span, sentence }) => ({ ...sentence, ...span }));
        return { article: { ...article, text }, number: base.number, paragraphs, sentences };
    }
    heaps() {
        return [...this.curve, { words: this.count, different: this.different.length }];
    }
    drawn(word) {
        const folded = fold(word);
        if (STOP_WORDS.has(folded))
            return word;
        let drawn = folded;
        if (this.random() < DRAWN) {
            const { k, beta } = this.law;
            const isNew = this.random() * DRAWN < k * beta * this.count ** (beta - 1);
            drawn = isNew ? this.coined() : this.any();
        }
        this.note(drawn);
        if (drawn === folded)
            return word;
        return /^\p{Lu}/u.test(word) ? drawn.replace(/^./u, (letter) => letter.toUpperCase()) : drawn;
    }
    /** The beginning of one word and the end of another, so that beginnings and near misses are shared as in a language. */
    coined() {
        const first = this.any();
        const second = this.any();
        let coined = first.slice(0, Math.ceil(first.length * 0.6)) + second.slice(Math.floor(second.length * 0.4));
        while (this.places.has(coined))
            coined += LETTERS[Math.floor(this.random() * LETTERS.length)];
        return coined;
    }
    any() {
        return this.different[this.met[Math.floor(this.random() * this.count)]];
    }
    note(word) {
        if (STOP_WORDS.has(word))
            return;
        let place = this.places.get(word);
        if (place === undefined) {
            place = this.different.push(word) - 1;
            this.places.set(word, place);
        }
        if (this.count === this.met.length) {
            const larger = new Uint32Array(this.count * 2);
            larger.set(this.met);
            this.met = larger;
        }
        this.met[this.count++] = place;
        if (Math.log2(this.count) % 1 === 0 && this.count >= 1024)
            this.curve.push({ words: this.count, different: this.different.length });
    }
    /** Heaps' law, different = k * words ^ beta, through the last two doublings of what is real. */
    fitted() {
        const [before, last] = this.heaps().slice(-3);
        if (!before || !last)
            return { k: 10, beta: 0.5 };
        const beta = Math.log(last.different / before.different) / Math.log(last.words / before.words);
        return { k: last.different / last.words ** beta, beta };
    }
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
