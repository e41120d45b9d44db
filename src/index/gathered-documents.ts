import type { Hit } from '../model/answer.ts';
import type { Document, Sentence } from '../model/article.ts';
import { present } from './database/errors.ts';
import type { IndexSnapshot } from './index.ts';

/** What is known of documents while a question is answered. */
export interface Documents {
  document(number: number): Document;
  sentence(hit: Pick<Hit, 'sentence' | 'document'>): Sentence;
  /** The numbers of the other articles that are the same as one, earliest first. */
  duplicatesOf(number: number): readonly number[];
}

/**
 * The documents that one question gathers from an index, in few batches: each is read once, and held until the question is
 * answered. What is asked of it afterwards is synchronous; it throws for what was not gathered, which is a mistake of ours.
 */
export class GatheredDocuments implements Documents {
  private readonly index: Pick<IndexSnapshot, 'documents' | 'duplicates'>;
  private readonly documents = new Map<number, Document>();
  private readonly duplicates = new Map<number, readonly number[]>();

  constructor(index: Pick<IndexSnapshot, 'documents' | 'duplicates'>) {
    this.index = index;
  }

  /** Reads those of these documents that are not held yet, in one batch. */
  async gather(numbers: Iterable<number>): Promise<void> {
    const missing = [...new Set(numbers)].filter((number) => !this.documents.has(number));
    if (missing.length === 0) return;
    for (const document of await this.index.documents(missing)) this.documents.set(document.number, document);
  }

  /** Finds out which articles are the same as these, and reads them: two batches at most. */
  async gatherDuplicates(numbers: Iterable<number>): Promise<void> {
    const unknown = [...new Set(numbers)].filter((number) => !this.duplicates.has(number));
    if (unknown.length === 0) return;
    for (const [number, same] of await this.index.duplicates(unknown)) {
      this.duplicates.set(
        number,
        same.map((one) => one.number),
      );
    }
    await this.gather(unknown.flatMap((number) => this.duplicates.get(number)!));
  }

  document(number: number): Document {
    return gathered(this.documents.get(number), `document ${number}`);
  }

  sentence({ sentence, document }: Pick<Hit, 'sentence' | 'document'>): Sentence {
    const { sentences } = this.document(document);
    // The engine's files and the articles' tables disagree.
    return present(sentences[sentence - (sentences[0]?.number ?? 0)], `sentence ${sentence}`);
  }

  duplicatesOf(number: number): readonly number[] {
    return gathered(this.duplicates.get(number), `duplicates of ${number}`);
  }
}

function gathered<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`not gathered: ${what}`);
  return found;
}
