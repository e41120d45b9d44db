import type { Document } from '../../../../model/article.ts';
import { languageOf } from '../../../../text/languages/language.ts';
import { termsIn, termsOf } from '../../../../text/tokens/words.ts';
import type { DocumentWords } from '../../../document-words.ts';
import type { TermOccurrences } from './postings.ts';
import { grown } from './varint.ts';

/**
 * The terms of one article, gathered word by word, with the sentences that hold each, in order. The memory is used again
 * for the next article, and nothing has to be cleared or sorted.
 */
export class ArticleTerms {
  /** How many distinct terms there are. A term's slot, 0 … count - 1, follows the order of their first occurrence. */
  count = 0;
  /** By slot: the term's id, and how often the article with its title has it. */
  ids = new Uint32Array(256);
  frequencies = new Uint32Array(256);
  /** By id: its slot, if `ids` says the same (Briggs and Torczon 1993). */
  private slots = new Uint32Array(1024);
  /** By slot: its first sentence and its last one, 0 if there is none. */
  private first = new Uint32Array(256);
  private last = new Uint32Array(256);
  /** By sentence of a term, from 1: the ordinal, how often, and the term's next one. */
  private ordinals = new Uint32Array(256);
  private times = new Uint32Array(256);
  private next = new Uint32Array(256);
  private used = 0;

  /** Reads an article with its title: the words of its sentences. `idOf` numbers terms. */
  read({ article, sentences }: Document, words: DocumentWords, idOf: (term: string) => number): void {
    this.count = 0;
    this.used = 0;
    for (const [i, { ordinal }] of sentences.entries()) {
      for (const term of termsIn(words[i]!)) this.addWord(idOf(term), ordinal);
    }
    const isTitled = article.origin.title !== 'opening words';
    const title = isTitled ? termsOf(article.title, languageOf(article.language)) : [];
    for (const term of title) this.addTitleWord(idOf(term));
  }

  /** Adds a word of a sentence; sentences must come in order. */
  private addWord(id: number, ordinal: number): void {
    const slot = this.addTitleWord(id);
    const last = this.last[slot]!;
    if (last !== 0 && this.ordinals[last] === ordinal) {
      this.times[last]! += 1;
      return;
    }
    const place = ++this.used;
    if (place === this.ordinals.length) {
      for (const column of BY_SENTENCE) this[column] = grown(this[column], place + 1);
    }
    this.ordinals[place] = ordinal;
    this.times[place] = 1;
    this.next[place] = 0;
    if (last === 0) this.first[slot] = place;
    else this.next[last] = place;
    this.last[slot] = place;
  }

  /** Adds a word of the title. Returns the slot of its term. */
  private addTitleWord(id: number): number {
    if (id >= this.slots.length) this.slots = grown(this.slots, id + 1);
    const known = this.slots[id]!;
    if (known < this.count && this.ids[known] === id) {
      this.frequencies[known]! += 1;
      return known;
    }
    const slot = this.count++;
    if (slot === this.ids.length) for (const column of BY_SLOT) this[column] = grown(this[column], slot + 1);
    this.slots[id] = slot;
    this.ids[slot] = id;
    this.frequencies[slot] = 1;
    this.first[slot] = 0;
    this.last[slot] = 0;
    return slot;
  }

  /** Writes where a term stands into `found`. */
  occurrencesOf(slot: number, found: TermOccurrences): void {
    const { ordinals, frequencies } = found;
    let count = 0;
    for (let place = this.first[slot]!; place !== 0; place = this.next[place]!) {
      ordinals[count] = this.ordinals[place]!;
      frequencies[count++] = this.times[place]!;
    }
    found.count = count;
    found.frequency = this.frequencies[slot]!;
  }
}

const BY_SLOT = ['ids', 'frequencies', 'first', 'last'] as const;
const BY_SENTENCE = ['ordinals', 'times', 'next'] as const;
