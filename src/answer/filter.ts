import type { Article, Collection, Filter, Span } from '../model.ts';
import { readDate } from '../text/date-readings.ts';
import { dateSpans } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import type { Place } from './cite.ts';

/** What a filter lets through. */
export interface Accepting {
  /** Days were asked for. */
  readonly dated: boolean;
  /** Articles of the publisher, published within the days. */
  readonly article: (document: number) => boolean;
  /** Other articles of the publisher, which may tell of the days: none where only the publisher counts. */
  readonly other: (document: number) => boolean;
  /** Sentences of the articles, and those of others that tell of the days. */
  readonly sentence: (sentence: Place) => boolean;
}

/**
 * What a filter means: days are those of publication; and what an article of another time, or of none, tells of these
 * days counts too ("In August 2013 …", written in 2017). `undefined` where a filter asks for nothing.
 */
export function accepting(collection: Collection, filter: Filter): Accepting | undefined {
  const { publisher, from, to } = filter;
  if (publisher === undefined && from === undefined && to === undefined) return undefined;
  const dated = from !== undefined || to !== undefined;
  const isBy = collection.documents.map(({ article }) => isByPublisher(article, publisher));
  const isOf = collection.documents.map(({ article }) => !dated || within(dayOf(article.published), filter));
  const article = (document: number) => isBy[document] === true && isOf[document] === true;
  const other = (document: number) => isBy[document] === true && isOf[document] === false;
  return {
    dated,
    article,
    other,
    sentence: (sentence) =>
      article(sentence.document) ||
      (other(sentence.document) &&
        tellsOf(collection.documents[sentence.document]!.article, sentence, filter)),
  };
}

function isByPublisher(article: Article, publisher: string | undefined): boolean {
  return publisher === undefined || fold(article.publisher ?? '') === fold(publisher);
}

function within(day: string | undefined, { from = '', to = '9999' }: Filter): boolean {
  return day !== undefined && from <= day && day <= to;
}

/** Whether some expression of time in a sentence means days that are all among those: "in 2017" is more than its May. */
function tellsOf({ text, published }: Article, { start, end }: Span, filter: Filter): boolean {
  const sentence = text.slice(start, end);
  return dateSpans(sentence).some((span) => {
    const days = readDate(sentence, span, published);
    return within(days?.from, filter) && within(days?.to, filter);
  });
}

/** The day that an article states, whatever the reader's time zone. */
export function dayOf(published: string | undefined): string | undefined {
  return published?.slice(0, 10);
}
