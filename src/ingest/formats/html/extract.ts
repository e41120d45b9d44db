import { Readability } from '@mozilla/readability';
import { decodeHTML } from 'entities';
import { type HtmlPage, parsePage } from './dom.ts';
import { type FoundFields, pageFieldsOf } from './fields.ts';
import { isProse } from './heading.ts';
import { removeFurniture } from './outside.ts';
import { type Known, pruned } from './prune.ts';
import { joined, type Paragraph, paragraphsOf, textOf } from './text.ts';

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
 * .946 in twice the time; without furniture before it and after it, it is .980.
 */
export function extractHtml(html: string, options: HtmlOptions = {}): Extracted {
  try {
    const page = parsePage(html);
    if ('reason' in page) return refused(page.reason);
    // Readability takes the page apart: first what stands in its head.
    const { body, ...found } = pageFieldsOf(page, html, options.url);
    return { text: options.whole ? textOf(page.body) : mainTextOf(page, found.fields, body), ...found };
  } catch (error) {
    // linkedom hands over the children of an element as arguments of one call, which the stack has to hold.
    if (error instanceof RangeError) return refused('page too complex: an element has too many parts');
    throw error;
  }
}

function refused(reason: string): Extracted {
  return { text: '', fields: {}, origin: {}, otherDates: [], reason };
}

/** `stated` is what the page's JSON-LD gives for its text: all there is where scripts would show it. */
function mainTextOf(page: HtmlPage, known: Known, stated: string): string {
  const whole = textOf(page.body);
  removeFurniture(page);
  const marked = markedStory(page);
  const article = new Readability<HtmlPage>(page as never, {
    serializer: (node) => node as unknown as HtmlPage,
    disableJSONLD: true,
  }).parse();
  const found = article?.content ? paragraphsOf(article.content) : [];
  const text = joined(pruned(isOther(found, marked) ? marked : found, known));
  // It finds nothing in a page of a few words, and that is then all there is.
  const best = text || whole;
  return stated.length > best.length * 2 && !isProse(best) ? statedText(stated) : best;
}

/** What the page marks as its article, by its elements. */
function markedStory(page: HtmlPage): Paragraph[] {
  const bodies = [...page.querySelectorAll('[itemprop~="articleBody"]')];
  const articles = [...page.querySelectorAll('article')].filter((one) => one.querySelector('h1') !== null);
  const [story] = bodies.length === 1 ? bodies : articles.length === 1 ? articles : [];
  return story ? paragraphsOf(story) : [];
}

/** Whether what was found lacks the longest paragraph of what is marked: then it is another part of the page. */
function isOther(found: readonly Paragraph[], marked: readonly Paragraph[]): boolean {
  const longest = marked.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return longest !== '' && isProse(longest) && !found.some(({ text }) => text.includes(longest));
}

/** With its paragraphs, should it be HTML. */
function statedText(stated: string): string {
  if (!/<(?:p|br|div)\b/iu.test(stated)) return decodeHTML(stated).trim();
  const page = parsePage(stated);
  return 'reason' in page ? '' : textOf(page.body);
}
