import type { Span } from '../../model/article.ts';

/**
 * Text as Discord shows it letter by letter: no formatting, mention, link, emoji or timestamp comes of it. Discord
 * takes the backslash away before any ASCII punctuation (`^\\([^0-9A-Za-z\s])` in its parser), so that escaping more
 * than needed changes nothing that is read. Escaped colons keep bare addresses and `:emoji:` from becoming more.
 */
export function escapeMarkdown(text: string): string {
  return escapeSigns(visible(text));
}

/** The exact inverse of `escapeMarkdown`, but for what nobody can see: line breaks are all `\n`, controls are gone. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** A quotation as a block, with the highlighted spans (offsets into `text`) in bold. */
export function quotation(text: string, highlights: readonly Span[]): string {
  return `> ${emphasised(text, highlights).replaceAll('\n', '\n> ')}`;
}

/** Smaller text, such as a sentence that only goes along; `label` says what it is. */
export function subtext(label: string, text: string): string {
  const [first = '', ...lines] = visible(text).split('\n').map(isolated);
  return `-# ${[label + first, ...lines].map(escapeMarkdown).join('\n-# ')}`;
}

/** `text` escaped, with the highlighted spans in bold. */
export function emphasised(text: string, highlights: readonly Span[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of highlights) {
    const [from, to] = [Math.max(at, start), Math.min(end, text.length)];
    if (from >= to) continue;
    shown += `${visible(text.slice(at, from))}${MARK}${visible(text.slice(from, to))}${MARK}`;
    at = to;
  }
  // `****` is four asterisks to Discord: nothing in bold isn't bold, and spans that touch are one.
  const marked = (shown + visible(text.slice(at))).replaceAll(MARK + MARK, '');
  // Escaped as one, so that a line's first sign is seen as one.
  return escapeSigns(marked).replaceAll(MARK, '**');
}

/** Where bold begins and ends: a control character, so that no visible text holds it. */
const MARK = '\u0000';
const AFTER_BREAK = /^((?:[^\S\n\r\u2028\u2029]|\u0000)*)([-+]|\d+(?=\.))/gm;

function escapeSigns(text: string): string {
  return text
    .replace(/[\\*_~`|<>[\]()#:@]/g, '\\$&')
    .replace(AFTER_BREAK, (_, blanks: string, sign: string) =>
      /\d/.test(sign) ? `${blanks}${sign}\\` : `${blanks}\\${sign}`,
    );
}

/**
 * A text as it can be shown: every sort of line break (Unicode's mandatory ones) is `\n`; other control characters, which
 * no font shows and Discord takes out itself, are gone; half a surrogate pair, which Discord refuses with the whole
 * message, is U+FFFD.
 */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}

/**
 * A title, a name or what someone typed, for one line of ours: white space as one blank, and no sign that could turn
 * the reading order of what follows it. Never for a quotation.
 */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A text that is read from right to left, or has such words in it, for a line of ours: set apart from it (FSI … PDI, UAX 9),
 * so that neither turns the other's order: a date beside an Arabic title reads 27-01-2020 otherwise. Others as they are.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** Hebrew to Arabic Extended-A, their presentation forms, and the planes that UAX 9 keeps for such scripts. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A link whose label is ours: escaping does not work inside a label, and one that looks like an address breaks it. */
export function link(label: string, url: string): string {
  return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C')})`;
}

/**
 * A day as Discord shows it in the reader's own language: `<t:…:D>`. At 10:00 UTC it is that day from Hawaii to New Zealand in summer, so
 * that readers see the day that the article states. Escaped as it is where it is no day.
 */
export function dayTag(day: string): string {
  const seconds = Date.parse(`${day}T10:00:00Z`) / 1_000;
  return Number.isNaN(seconds) ? escapeMarkdown(day) : `<t:${seconds}:D>`;
}
