import type { Document } from '../../../../model/model.ts';
import { languageOf } from '../../../../text/languages/language.ts';
import { termsOf } from '../../../../text/tokens/words.ts';
import { ArticleTerms } from './article-terms.ts';
import { GrowingColumns } from './doc-values.ts';
import { Levenshtein, unitsOf } from './levenshtein.ts';
import { codeOfLength } from './norms.ts';
import { type Occurrences, writeArticle } from './postings.ts';
import type { Near, Part, PartTerm } from './segment-types.ts';
import { SortedTerms } from './sorted-terms.ts';
import { ByteWriter, grown } from './varint.ts';

/** The part that takes new articles: postings as in a segment, in memory, each term's in one run that grows. */
export class LivePart implements Part {
  readonly columns = new GrowingColumns();
  private readonly ids = new Map<string, number>();
  private readonly sorted = new SortedTerms();
  /** All runs; a run that outgrows its room moves to the end with twice the room. */
  private readonly runs = new ByteWriter(1 << 16);
  /** By id: where its run begins, its bytes, its room, its last article + 1, and how many hold it. */
  private start = new Uint32Array(1024);
  private used = new Uint32Array(1024);
  private room = new Uint32Array(1024);
  private next = new Uint32Array(1024);
  private sentences = new Uint32Array(1024);
  private paragraphs = new Uint32Array(1024);
  private articles = new Uint32Array(1024);
  /** Of the article that is being added, to use again. */
  private readonly gathered = new ArticleTerms();
  private readonly found: Occurrences = { frequency: 0, count: 0, ordinals: [], frequencies: [] };
  private readonly entry = new ByteWriter();
  private readonly entrySentences = new ByteWriter();

  /** An article without sentences is none. */
  add({ article, paragraphs, sentences }: Document): void {
    const first = sentences[0];
    if (first === undefined) return;
    const language = languageOf(article.language);
    const { gathered, found } = this;
    gathered.open();
    for (const { start, end, ordinal } of sentences) {
      for (const term of termsOf(article.text.slice(start, end), language))
        gathered.note(this.idOf(term), ordinal);
    }
    const title = article.origin.title === 'opening words' ? [] : termsOf(article.title, language);
    for (const term of title) gathered.noteTitle(this.idOf(term));

    const paragraphOf = sentences.map(({ paragraph }) => paragraph);
    const lengths = { sentence: sentences.map(() => 0), paragraph: paragraphs.map(() => 0) };
    for (let slot = 0; slot < gathered.count; slot++) {
      found.count = gathered.sentencesOf(slot, found.ordinals, found.frequencies);
      found.frequency = gathered.frequencies[slot]!;
      this.append(gathered.ids[slot]!, found, paragraphOf, lengths);
    }
    this.columns.add({
      document: first.document,
      firstNumber: first.number,
      paragraphOf,
      sentenceLengths: lengths.sentence.map(codeOfLength),
      paragraphLengths: lengths.paragraph.map(codeOfLength),
      articleLength: codeOfLength(gathered.count),
    });
  }

  find(term: string): PartTerm | undefined {
    const id = this.ids.get(term);
    return id === undefined ? undefined : this.termAt(term, id);
  }

  *terms(): Iterable<PartTerm> {
    for (const term of this.sorted.all()) yield this.find(term)!;
  }

  *beginningWith(prefix: string): Iterable<PartTerm> {
    const terms = this.sorted.all();
    for (let i = this.sorted.placeOf(prefix); terms[i]?.startsWith(prefix); i++) yield this.find(terms[i]!)!;
  }

  *near(term: string, most: number): Iterable<Near> {
    const levenshtein = new Levenshtein(term, most);
    for (const candidate of this.sorted.all()) {
      const edits = levenshtein.edits(unitsOf(candidate), candidate.length);
      if (edits <= most) yield { found: this.find(candidate)!, edits };
    }
  }

  private termAt(term: string, id: number): PartTerm {
    return {
      term,
      frequency: {
        sentence: this.sentences[id]!,
        paragraph: this.paragraphs[id]!,
        article: this.articles[id]!,
      },
      bytes: this.runs.bytes,
      start: this.start[id]!,
      end: this.start[id]! + this.used[id]!,
    };
  }

  private idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(term, id);
    this.sorted.add(term);
    if (id === this.start.length) {
      for (const column of BY_ID) this[column] = grown(this[column], id + 1);
    }
    return id;
  }

  private append(
    id: number,
    found: Occurrences,
    paragraphOf: readonly number[],
    lengths: { readonly sentence: number[]; readonly paragraph: number[] },
  ): void {
    const article = this.columns.count.article;
    this.entry.length = 0;
    writeArticle(article - this.next[id]!, found, this.entry, this.entrySentences);
    this.next[id] = article + 1;
    const end = this.roomFor(id, this.entry.length);
    const { bytes } = this.runs;
    for (let i = 0; i < this.entry.length; i++) bytes[end + i] = this.entry.bytes[i]!;
    this.articles[id]! += 1;
    let before = -1;
    for (let i = 0; i < found.count; i++) {
      const ordinal = found.ordinals[i]!;
      const paragraph = paragraphOf[ordinal]!;
      lengths.sentence[ordinal]! += 1;
      if (paragraph !== before) {
        lengths.paragraph[paragraph]! += 1;
        this.paragraphs[id]! += 1;
      }
      before = paragraph;
    }
    this.sentences[id]! += found.count;
  }

  /** Makes room for `more` bytes at the end of a run, and counts them as used. Returns where they go. */
  private roomFor(id: number, more: number): number {
    const start = this.start[id]!;
    const used = this.used[id]!;
    this.used[id] = used + more;
    if (used + more <= this.room[id]!) return start + used;
    const room = Math.max(4, (used + more) * 2);
    this.room[id] = room;
    this.start[id] = this.runs.length;
    this.runs.copy(this.runs.bytes, start, start + used);
    this.runs.skip(room - used);
    return this.start[id]! + used;
  }
}

const BY_ID = ['start', 'used', 'room', 'next', 'sentences', 'paragraphs', 'articles'] as const;
