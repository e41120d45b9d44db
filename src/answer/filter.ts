import { isAmong, type Passing } from '../index/documents/metadata.ts';
import type { Article, Collection, Filter, Span } from '../model/model.ts';
import { readDate } from '../text/dates/date-readings.ts';
import { dateSpans } from '../text/dates/dates.ts';
import type { Place } from './cite.ts';

/** What a filter lets through. */
export interface Accepting extends Passing {
  /** Days were asked for. */
  readonly dated: boolean;
  /** Sentences of the articles that pass, and those of others that tell of the days. */
  readonly sentence: (sentence: Place) => boolean;
}

/**
 * What a filter means: days are those of publication; and what an article of another time, or of none, tells of these
 * days counts too ("In August 2013 …", written in 2017).
 */
export function accepting(collection: Collection, passing: Passing, filter: Filter): Accepting {
  return {
    ...passing,
    dated: filter.from !== undefined || filter.to !== undefined,
    sentence: (sentence) =>
      passing.article(sentence.document) ||
      (passing.other(sentence.document) &&
        tellsOf(collection.document(sentence.document).article, sentence, filter)),
  };
}

/** Whether some expression of time in a sentence means days that are all among those: "in 2017" is more than its May. */
function tellsOf({ text, published }: Article, { start, end }: Span, filter: Filter): boolean {
  const sentence = text.slice(start, end);
  return dateSpans(sentence).some((span) => {
    const days = readDate(sentence, span, published);
    return isAmong(days?.from, filter) && isAmong(days?.to, filter);
  });
}
