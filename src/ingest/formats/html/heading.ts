import type { Element, HtmlPage } from './dom.ts';
import { isOutside } from './outside.ts';
import type { Paragraph } from './text.ts';
import { agree } from './titles.ts';

/**
 * Where the article's heading stands: an `<h1>` that agrees with the titles of the page, else the only one, else an `<h2>` that agrees;
 * never the name of the site.
 */
export function headingOf(page: HtmlPage, titles: readonly string[], site: unknown): Element | undefined {
  const named = String(site ?? '')
    .trim()
    .toLowerCase();
  const isTitle = (element: Element) => titles.some((title) => agree(title, element.textContent));
  const first = [...page.querySelectorAll('h1')].filter(
    ({ textContent }) => !['', named].includes(textContent.trim().toLowerCase()),
  );
  const agreeing = first.find((one) => isTitle(one) && !isOutside(one));
  if (agreeing || first.length === 1) return agreeing ?? first[0];
  return [...page.querySelectorAll('h2')].find((one) => isTitle(one) && !isOutside(one));
}

/** Of words: a paragraph of so many is prose, and what stands before it the head of the article. */
const PROSE_WORDS = 25;
/** Of paragraphs between the heading and the prose; the most seen on 70 news pages: 14. */
const MAX_HEAD = 20;

/**
 * The paragraphs of the article's head: from its heading to its first prose, and what stands before the heading in an element that is
 * the article's or its header's. Without what is marked as standing beside it, and what leads to other stories.
 */
export function headOf(paragraphs: readonly Paragraph[], heading: Element): Paragraph[] {
  const at = paragraphs.findIndex(({ block }) => block === heading || heading.contains(block));
  if (at < 0) return [];
  const after = paragraphs.slice(at + 1, at + 1 + MAX_HEAD);
  const prose = after.findIndex(({ text }) => isProse(text));
  const container = heading.closest('header, hgroup, article');
  const isOwn = container !== null && !/^(?:BODY|HTML)$/u.test(container.tagName);
  const before = isOwn
    ? paragraphs.slice(Math.max(0, at - MAX_HEAD), at).filter(({ block }) => container.contains(block))
    : [];
  return [...after.slice(0, prose < 0 ? after.length : prose), ...before].filter(
    (one) => !isOutside(one.block) && !leadsToStory(one),
  );
}

/** Whether a text is long enough for prose, in scripts without blanks by its characters. */
export function isProse(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= PROSE_WORDS || text.length >= PROSE_WORDS * 8;
}

/** A link of more words than a name or a date has. */
function leadsToStory({ text, linked, block }: Paragraph): boolean {
  return (
    (linked >= text.length * 0.5 && text.split(/\s+/u).length > 8) ||
    block.closest('a h1, a h2, a h3, a h4, a li') !== null
  );
}
