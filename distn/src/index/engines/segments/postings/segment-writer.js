import { languageOf } from '../../../../text/languages/language.js';
import { termsOf } from '../../../../text/tokens/words.js';
import { ArticleTerms } from './article-terms.js';
import { GrowingDocValues } from './doc-values.js';
import { Levenshtein, unitsOf } from './levenshtein.js';
import { normOf } from './norms.js';
import { writeArticle } from './postings.js';
import { SortedTerms } from './sorted-terms.js';
import { ByteWriter, grown } from './varint.js';
/** A segment in memory that takes new articles: postings as in a file, each term's in one run that grows. */
export class SegmentWriter {
    docValues = new GrowingDocValues();
    ids = new Map();
    sorted = new SortedTerms();
    /** All runs; a run that outgrows its room moves to the end with twice the room. */
    runs = new ByteWriter(1 << 16);
    /** By term id: where its run begins, its bytes used and reserved, its last article + 1, and how many hold it. */
    start = new Uint32Array(1024);
    used = new Uint32Array(1024);
    room = new Uint32Array(1024);
    next = new Uint32Array(1024);
    sentences = new Uint32Array(1024);
    paragraphs = new Uint32Array(1024);
    articles = new Uint32Array(1024);
    /** Of the article that is being added; used again for the next. */
    articleTerms = new ArticleTerms();
    found = { frequency: 0, count: 0, ordinals: [], frequencies: [] };
    entry = new ByteWriter();
    entrySentences = new ByteWriter();
    /** Adds an article; one without sentences is ignored. */
    add({ article, paragraphs, sentences }) {
        const first = sentences[0];
        if (first === undefined)
            return;
        const language = languageOf(article.language);
        const { articleTerms, found } = this;
        articleTerms.clear();
        for (const { start, end, ordinal } of sentences) {
            for (const term of termsOf(article.text.slice(start, end), language))
                articleTerms.addWord(this.idOf(term), ordinal);
        }
        const title = article.origin.title === 'opening words' ? [] : termsOf(article.title, language);
        for (const term of title)
            articleTerms.addTitleWord(this.idOf(term));
        const paragraphOf = sentences.map(({ paragraph }) => paragraph);
        // In distinct terms.
        const lengths = { sentence: sentences.map(() => 0), paragraph: paragraphs.map(() => 0) };
        for (let slot = 0; slot < articleTerms.count; slot++) {
            found.count = articleTerms.sentencesOf(slot, found.ordinals, found.frequencies);
            found.frequency = articleTerms.frequencies[slot];
            this.append(articleTerms.ids[slot], found, paragraphOf, lengths);
        }
        this.docValues.add({
            document: first.document,
            firstNumber: first.number,
            paragraphOf,
            sentenceNorms: lengths.sentence.map(normOf),
            paragraphNorms: lengths.paragraph.map(normOf),
            articleNorm: normOf(articleTerms.count),
        });
    }
    find(term) {
        const id = this.ids.get(term);
        return id === undefined ? undefined : this.termAt(term, id);
    }
    *terms() {
        for (const term of this.sorted.all())
            yield this.find(term);
    }
    *withPrefix(prefix) {
        const terms = this.sorted.all();
        for (let i = this.sorted.placeOf(prefix); terms[i]?.startsWith(prefix); i++)
            yield this.find(terms[i]);
    }
    *near(term, maxEdits) {
        const levenshtein = new Levenshtein(term, maxEdits);
        for (const candidate of this.sorted.all()) {
            const edits = levenshtein.edits(unitsOf(candidate), candidate.length);
            if (edits <= maxEdits)
                yield { info: this.find(candidate), edits };
        }
    }
    termAt(term, id) {
        return {
            term,
            frequency: {
                sentence: this.sentences[id],
                paragraph: this.paragraphs[id],
                article: this.articles[id],
            },
            bytes: this.runs.bytes,
            start: this.start[id],
            end: this.start[id] + this.used[id],
        };
    }
    idOf(term) {
        const known = this.ids.get(term);
        if (known !== undefined)
            return known;
        const id = this.ids.size;
        this.ids.set(term, id);
        this.sorted.add(term);
        if (id === this.start.length) {
            for (const column of BY_ID)
                this[column] = grown(this[column], id + 1);
        }
        return id;
    }
    append(id, found, paragraphOf, lengths) {
        const article = this.docValues.count.article;
        this.entry.length = 0;
        writeArticle(article - this.next[id], found, this.entry, this.entrySentences);
        this.next[id] = article + 1;
        const end = this.roomFor(id, this.entry.length);
        const { bytes } = this.runs;
        for (let i = 0; i < this.entry.length; i++)
            bytes[end + i] = this.entry.bytes[i];
        this.articles[id] += 1;
        let before = -1;
        for (let i = 0; i < found.count; i++) {
            const ordinal = found.ordinals[i];
            const paragraph = paragraphOf[ordinal];
            lengths.sentence[ordinal] += 1;
            if (paragraph !== before) {
                lengths.paragraph[paragraph] += 1;
                this.paragraphs[id] += 1;
            }
            before = paragraph;
        }
        this.sentences[id] += found.count;
    }
    /** Makes room for `more` bytes at the end of a term's run, and counts them as used. Returns where they go. */
    roomFor(id, more) {
        const start = this.start[id];
        const used = this.used[id];
        this.used[id] = used + more;
        if (used + more <= this.room[id])
            return start + used;
        const room = Math.max(4, (used + more) * 2);
        this.room[id] = room;
        this.start[id] = this.runs.length;
        this.runs.copy(this.runs.bytes, start, start + used);
        this.runs.skip(room - used);
        return this.start[id] + used;
    }
}
const BY_ID = ['start', 'used', 'room', 'next', 'sentences', 'paragraphs', 'articles'];
