import type { Citation, Copy, Lean } from '../model/answer.ts';
import type { Article, Document, Sentence, Span } from '../model/article.ts';
import { dateReadings } from '../text/dates/date-readings.ts';
import { leansBack } from '../text/sentences/leaning.ts';

/** What to cut: a span of a document, and the paragraph that it opens in. */
export interface Place extends Span {
  readonly document: number;
  readonly paragraph: number;
}

/** The only maker of quotations: a slice of the article's text, and where it stands. Throws unless it stands there word for word. `answers`:
 * whether the sentence after says what this one leaves open. */
export function cite(
  document: Document,
  place: Place,
  parts: Pick<Citation, 'highlights' | 'copies' | 'score' | 'signals'>,
  answers: (sentence: Sentence) => boolean = () => false,
): Citation {
  const { text, published } = document.article;
  const quote = text.slice(place.start, place.end);
  const lean = leansBack(quote) ? neighbourOf(document, place, -1) : undefined;
  const next = neighbourOf(document, place, 1);
  const follows = next && leansBack(next.quote) && answers(next.sentence) ? next : undefined;
  const dates = dateReadings(text, place, published);
  return {
    quote,
    ...placeOf(document.article, place),
    paragraphs: document.paragraphs.length,
    ...(lean && { leansOn: leanOf(lean) }),
    ...(follows && { followedBy: leanOf(follows) }),
    ...(dates.length > 0 && { dates }),
    ...parts,
  };
}

interface Neighbour {
  readonly sentence: Sentence;
  readonly quote: string;
}

/** The sentence before (-1) or after (1). */
function neighbourOf({ article, sentences }: Document, place: Place, by: -1 | 1): Neighbour | undefined {
  const at = sentences.findIndex(({ start }) => start === place.start);
  const sentence = at < 0 ? undefined : sentences[at + by];
  return sentence && { sentence, quote: article.text.slice(sentence.start, sentence.end) };
}

function leanOf({ sentence: { start, end }, quote }: Neighbour): Lean {
  return { start, end, quote };
}

/** Where a sentence stands, as a reader would look it up. */
export function placeOf(article: Article, { paragraph, start, end }: Omit<Place, 'document'>): Copy {
  return {
    start,
    end,
    articleId: article.id,
    title: article.title,
    untitled: article.origin.title === 'opening words',
    path: article.path,
    paragraph: paragraph + 1,
    ...(article.pages === undefined ? {} : { page: pageAt(article.pages, start) }),
    ...(article.published === undefined ? {} : { published: article.published }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.url === undefined ? {} : { url: article.url }),
  };
}

/** A page without text starts where the next one does: the last that starts by then. */
export function pageAt(pages: readonly number[], start: number): number {
  const next = pages.findIndex((page) => page > start);
  return next === -1 ? pages.length : Math.max(next, 1);
}

/** Throws unless a citation says word for word what stands in its article: nothing else may leave the house. */
export function assertVerbatim(article: Article, citation: Citation): void {
  for (const { start, end, quote } of [
    citation,
    citation.leansOn ?? citation,
    citation.followedBy ?? citation,
  ]) {
    if (article.text.slice(start, end) === quote) continue;
    throw new Error(`${article.path}: a quotation differs from the text at ${start}–${end}`);
  }
}
