import { Readability } from '@mozilla/readability';
import { type HtmlPage, parsePage } from './dom.ts';
import { type FoundFields, pageFieldsOf } from './fields.ts';
import { textOf } from './text.ts';

/** What is known of a page beside its HTML. */
export interface HtmlOptions {
  /** The page's URL: the base of its relative links, and its address where it states none itself. */
  readonly url?: string;
  /** Take the text of the whole page (a chapter, a letter, an item of a feed), not of its main part. */
  readonly whole?: boolean;
}

/** The text and the fields of a page. */
export interface Extracted extends FoundFields {
  /** Paragraphs with a blank line between them; '' where there is none, or where `reason` says why not. */
  readonly text: string;
  /** Why the page can't be read; then there is no text. */
  readonly reason?: string;
}

/**
 * Extracts the main text of a page and its metadata. Deterministic; scripts are not run and nothing is fetched.
 * Readability finds the text: on the 40 pages of a public benchmark its mean token F1 was .964, defuddle's (0.19.4)
 * .946 in twice the time.
 */
export function extractHtml(html: string, options: HtmlOptions = {}): Extracted {
  try {
    const page = parsePage(html);
    if ('reason' in page) return refused(page.reason);
    // Readability takes the page apart: first what stands in its head.
    const found = pageFieldsOf(page, html, options.url);
    return { text: options.whole ? textOf(page.body) : mainTextOf(page), ...found };
  } catch (error) {
    // linkedom hands over the children of an element as arguments of one call, which the stack has to hold.
    if (error instanceof RangeError) return refused('page too complex: an element has too many parts');
    throw error;
  }
}

function refused(reason: string): Extracted {
  return { text: '', fields: {}, origin: {}, otherDates: [], reason };
}

function mainTextOf(page: HtmlPage): string {
  const whole = textOf(page.body);
  const article = new Readability<HtmlPage>(page as never, {
    serializer: (node) => node as unknown as HtmlPage,
    disableJSONLD: true,
  }).parse();
  // It finds nothing in a page of a few words, and that is then all there is.
  return (article?.content ? textOf(article.content) : '') || whole;
}
