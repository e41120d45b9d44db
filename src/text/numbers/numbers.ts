import type { Span } from '../../model/article.ts';

const DIGITS = '(?:[$€£¥]|US\\$|Rs\\.? ?)?\\d{1,20}(?:[.,]\\d{1,20}){0,8}';
const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const LARGE =
  'hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|third|quarter|percent|per cent';

/** Written onto their figure: £1.5bn, 70km. */
const UNIT = 'bn|tn|mn|[mk]|km|cm|mm|kg|kph|mph';

const NUMBER = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])${DIGITS}(?:st|nd|rd|th|${UNIT})?(?![\\p{L}\\p{N}]|[.,]\\d)|\\b(?:${SMALL})(?:-(?:${SMALL}))?\\b|\\b(?:${LARGE})\\b)(?:[ -](?:${LARGE})\\b){0,3}%?`,
  'giu',
);

/** Finds quantities in `text`, in order: 12, 1,234.5, $3 million, twenty-one, dozens, 40%. Spans are plus `offset`. */
export function numberSpans(text: string, offset = 0): Span[] {
  return [...text.matchAll(NUMBER)].map((m) => ({
    start: offset + m.index,
    end: offset + m.index + m[0].length,
  }));
}
