import type { Citation, Collection, Copy, Ranked, Sentence, Span } from '../model.ts';

/** The only maker of quotations: a slice of the article's text, and where it stands. */
export function cite(
  collection: Collection,
  ranked: Ranked,
  parts: {
    readonly highlights: readonly Span[];
    readonly copies: readonly Copy[];
    readonly explain: boolean;
  },
): Citation {
  const place = placeOf(collection, ranked.sentence);
  const { text } = collection.documents[ranked.sentence.document]!.article;
  return {
    quote: text.slice(place.start, place.end),
    ...place,
    highlights: parts.highlights,
    copies: parts.copies,
    score: ranked.score,
    ...(parts.explain ? { signals: ranked.signals } : {}),
  };
}

/** Where a sentence stands, as a reader would look it up. */
export function placeOf(collection: Collection, sentence: Sentence): Copy {
  const { article } = collection.documents[sentence.document]!;
  return {
    start: sentence.start,
    end: sentence.end,
    articleId: article.id,
    title: article.title,
    untitled: article.origin.title === 'opening words',
    path: article.path,
    paragraph: sentence.paragraph + 1,
    ...(article.published === undefined ? {} : { published: article.published }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.url === undefined ? {} : { url: article.url }),
  };
}

/** Throws unless a citation says word for word what stands in its article: nothing else may leave the house. */
export function assertVerbatim(collection: Collection, sentence: Sentence, citation: Citation): void {
  const { article } = collection.documents[sentence.document]!;
  if (article.text.slice(citation.start, citation.end) !== citation.quote) {
    throw new Error(
      `${article.path}: a quotation differs from the text at ${citation.start}–${citation.end}`,
    );
  }
}
