import { articleColumns, GrowingColumns } from './doc-values.ts';
import { PostingsReader } from './postings.ts';
import type { ByLevel, Columns, Part, PartTerm } from './segment-types.ts';
import { ByteWriter } from './varint.ts';

/** A part, and its articles that were removed since (counted in the part). */
export interface Merged {
  readonly part: Part;
  readonly removed: ReadonlySet<number>;
}

/**
 * Parts one behind the other as one, without what was removed: what `writeSegment` takes. Terms that only removed
 * articles held are gone.
 */
export function merge(parts: readonly Merged[]): { columns: Columns; terms: Iterable<PartTerm> } {
  const columns = new GrowingColumns();
  const places = parts.map(({ part, removed }) => {
    const count = part.columns.count.article;
    const places = new Uint32Array(count);
    for (let article = 0; article < count; article++) {
      places[article] = columns.count.article;
      if (!removed.has(article)) columns.add(articleColumns(part.columns, article));
    }
    return places;
  });
  return { columns, terms: mergedTerms(parts, places) };
}

function* mergedTerms(parts: readonly Merged[], places: readonly Uint32Array[]): Iterable<PartTerm> {
  const heads = parts
    .map(({ part }) => part.terms()[Symbol.iterator]())
    .map((terms) => ({ terms, ...terms.next() }));
  const writer = new ByteWriter();
  for (;;) {
    let least: string | undefined;
    for (const { done, value } of heads)
      if (!done && (least === undefined || value.term < least)) least = value.term;
    if (least === undefined) return;
    writer.length = 0;
    let next = 0;
    const frequency = { sentence: 0, paragraph: 0, article: 0 };
    heads.forEach((head, i) => {
      if (head.done || head.value.term !== least) return;
      next = append(head.value, parts[i]!, places[i]!, next, writer, frequency);
      Object.assign(head, head.terms.next());
    });
    if (frequency.article > 0)
      yield { term: least, frequency, bytes: writer.bytes, start: 0, end: writer.length };
  }
}

/** Copies a term's articles; only their gaps are new. `next`: the place after the last article's, and so the result. */
function append(
  found: PartTerm,
  { part, removed }: Merged,
  places: Uint32Array,
  next: number,
  to: ByteWriter,
  frequency: { -readonly [Level in keyof ByLevel]: number },
): number {
  const reader = new PostingsReader(found);
  let after = next;
  while (reader.next()) {
    if (removed.has(reader.article)) continue;
    const place = places[reader.article]!;
    to.varint((place - after) * 2 + (reader.several ? 1 : 0));
    to.copy(found.bytes, reader.start, reader.end);
    after = place + 1;
    if (removed.size > 0) addTo(frequency, frequencyIn(part.columns, reader));
  }
  if (removed.size === 0) addTo(frequency, found.frequency);
  return after;
}

/** How many sentences and paragraphs of the current article hold the term; of articles, it is one. */
export function frequencyIn({ firstSentence, paragraphOf }: Columns, reader: PostingsReader): ByLevel {
  const first = firstSentence[reader.article]!;
  let sentence = 0;
  let paragraph = 0;
  let before = -1;
  reader.sentences((ordinal) => {
    sentence += 1;
    if (paragraphOf[first + ordinal] !== before) paragraph += 1;
    before = paragraphOf[first + ordinal]!;
  });
  return { sentence, paragraph, article: 1 };
}

export function addTo(sum: { -readonly [Level in keyof ByLevel]: number }, more: ByLevel): void {
  sum.sentence += more.sentence;
  sum.paragraph += more.paragraph;
  sum.article += more.article;
}
