import type { Span } from '../model.ts';

/**
 * Text as Discord shows it letter by letter: no formatting, mention, link, emoji or timestamp comes of it. Discord
 * takes the backslash away before any ASCII punctuation (`^\\([^0-9A-Za-z\s])` in its parser), so that escaping more
 * than needed changes nothing that is read. Escaped colons keep bare addresses and `:emoji:` from becoming more.
 */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/[\\*_~`|<>[\]()#:@]/g, '\\$&')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,10})\./gm, '$1\\.');
}

/** The exact inverse of `escapeMarkdown`. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** A quotation as a block, with the highlighted spans (offsets into `text`) in bold. */
export function quotation(text: string, highlights: readonly Span[]): string {
  return `> ${emphasised(text, highlights).replace(LINE_BREAK, '\n> ')}`;
}

/** `text` escaped, with the highlighted spans in bold. */
export function emphasised(source: string, highlights: readonly Span[]): string {
  const text = source.replaceAll(MARK, '\ufffd');
  let shown = '';
  let at = 0;
  for (const { start, end } of highlights) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)];
    if (from >= to) continue;
    shown += `${text.slice(at, from)}${MARK}${text.slice(from, to)}${MARK}`;
    at = to;
  }
  // Escaped as one, so that a line's first sign is seen as one; the marks are no text of an article.
  return escapeMarkdown(shown + text.slice(at)).replaceAll(MARK, '**');
}

/** A noncharacter, which no text is allowed to hold: what comes in with one gets U+FFFD for it. */
const MARK = '\ufdd0';
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\u0085]/g;

/** Control characters but for line breaks and tabs: no font shows them, and Discord takes them out itself. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '');
}

/**
 * A title, a name or what someone typed, for one line of ours: white space as one blank, and no sign that could turn
 * the reading order of what follows it. Never for a quotation.
 */
export function oneLine(text: string): string {
  return withoutControls(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A link whose label is ours: escaping does not work inside a label, and one that looks like an address breaks it. */
export function link(label: string, url: string): string {
  return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
