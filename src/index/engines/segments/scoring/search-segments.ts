import type { Hit } from '../../../../model/answer.ts';
import type { PostingsList } from '../../../index.ts';
import { addTo } from '../postings/merge.ts';
import { PostingsReader } from '../postings/postings.ts';
import type { SegmentReader } from '../postings/segment-reader.ts';
import type { Accumulators } from './accumulators.ts';
import { expandTerms } from './expand-terms.ts';
import { Scorer } from './scorer.ts';

/**
 * The best `limit` sentences of all segments, best first; empty without terms. Statistics are of all segments together:
 * which segment holds what makes no difference. `accepts`: which documents to search; `undefined`: all.
 */
export function searchSegments(
  segments: readonly SegmentReader[],
  terms: readonly string[],
  limit: number,
  accepts: ((document: number) => boolean) | undefined,
  accumulators: Accumulators,
): Hit[] {
  const queryTerms = [...new Set(terms)];
  if (queryTerms.length === 0 || limit <= 0) return [];
  // The largest first: it raises the threshold for the others.
  const readers = segments
    .filter(({ count }) => count.article > 0)
    .sort((a, b) => b.count.article - a.count.article);
  const statistics = {
    count: { sentence: 0, paragraph: 0, article: 0 },
    totalLength: { sentence: 0, paragraph: 0, article: 0 },
  };
  for (const { count, totalLength } of readers) {
    addTo(statistics.count, count);
    addTo(statistics.totalLength, totalLength);
  }
  const expanded = expandTerms(queryTerms, readers);
  const search = { terms: expanded, queryTerms: queryTerms.length, statistics, limit, accepts };
  const scorer = new Scorer(search, accumulators);
  readers.forEach((reader, i) => {
    scorer.add(reader, i);
  });
  return scorer.hits();
}

/** The postings of exactly this term over all segments. `accepts` as in `searchSegments`. */
export function postingsInSegments(
  segments: readonly SegmentReader[],
  term: string,
  accepts: ((document: number) => boolean) | undefined,
): PostingsList {
  const lists = segments
    .map((segment) => postingsIn(segment, term, accepts))
    .filter(({ sentences }) => sentences.length > 0)
    // Documents of different segments don't overlap, and so their sentences don't.
    .sort((a, b) => a.sentences[0]! - b.sentences[0]!);
  return {
    sentences: joined(lists.map(({ sentences }) => sentences)),
    documents: joined(lists.map(({ documents }) => documents)),
  };
}

function postingsIn(
  { view, deletes }: SegmentReader,
  term: string,
  accepts: ((document: number) => boolean) | undefined,
): PostingsList {
  const info = view.find(term);
  const most = info?.frequency.sentence ?? 0;
  const [sentences, documents] = [new Uint32Array(most), new Uint32Array(most)];
  if (!info) return { sentences, documents };
  const { document: numbers, firstNumber } = view.docValues;
  const reader = new PostingsReader(info);
  let count = 0;
  while (reader.next()) {
    const { article } = reader;
    const document = numbers[article]!;
    if (deletes.has(article) || accepts?.(document) === false) continue;
    const end = reader.numbers(firstNumber[article]!, sentences, count);
    documents.fill(document, count, end);
    count = end;
  }
  return { sentences: sentences.subarray(0, count), documents: documents.subarray(0, count) };
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0]!;
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
