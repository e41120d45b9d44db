import { rules, rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { Span } from '../../../src/model/article.ts';

/** What somebody sees of some markdown: letters, what is bold, what stands in quotation blocks, and where links lead. */
export interface Readable {
  readonly text: string;
  /** Spans into `text`. */
  readonly bold: readonly Span[];
  readonly quotes: readonly Readable[];
  readonly links: readonly { readonly label: string; readonly target: string }[];
  /** Every sort of node that the parser saw, `text` and line breaks left out. */
  readonly kinds: ReadonlySet<string>;
}

/**
 * Markdown as Discord's clients read it in the description of an embed or in a bot's message. The parser is
 * discord-markdown-parser, which stands on simple-markdown as Discord's own does. Where it is not faithful:
 * - a heading or a subtext after a quotation block is no start of a line to it (it looks at the last group of the
 *   last match, not at the match): `atLineStart` puts that right;
 * - it knows no lists: `list` does, and whatever matches is one, also inside bold;
 * - its mentions need 17 digits at least, Discord's need one; it lacks `:smile:`, `<id:browse>`, `<a@b.c>`, `<+491>`:
 *   `tag` and `shortcode` see all of these, and any `:word:` counts, whether such an emoji exists or not;
 * - in a link's label it takes backslashes away, Discord shows them: a label with one is a `broken label`.
 * As in Discord, a backslash goes before any character but ASCII letters, digits and white space; tabs are four blanks.
 */
export function readable(markdown: string): Readable {
  return viewOf(parse(markdown, { inline: true }));
}

/**
 * A text as it can be shown at all: the characters that no reader sees (controls) are gone, every sort of line break is
 * one, tabs are four blanks (simple-markdown's), and half a surrogate pair, which no UTF-8 can say, is U+FFFD.
 */
export function asShown(source: string): string {
  return source
    .toWellFormed()
    .replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}

type Rule = (typeof rules)[string];

const HEADING = /^(#{1,3}) +([^\n]+?)(\n|$)/;
const SUBTEXT = /^-# +([^\n]+?)(\n|$)/;
const LIST = /^ *(?:[-*+]|\d+\.) +\S/;
const TAG =
  /^<(?:@[!&]?\d+|#\d+|\/[^:>]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:[\w-]+|\d+:[\w-]+|[^: >]+:\/[^ >]+|[^ >]+@[^ >]+|\+\d+)>/;
const SHORTCODE = /^:[^\s:]+:/;

const atLineStart =
  (pattern: RegExp): Rule['match'] =>
  (source, state) => {
    const before: string = state.prevCapture?.[0] ?? '';
    return before === '' || before.endsWith('\n') ? pattern.exec(source) : null;
  };

const sighting = (pattern: RegExp, match?: Rule['match']): Rule => ({
  order: 0,
  match: match ?? ((source) => pattern.exec(source)),
  parse: ([whole]) => ({ content: whole }),
});

const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  heading: { ...rules.heading!, match: atLineStart(HEADING) },
  subtext: { ...rules.subtext!, match: atLineStart(SUBTEXT) },
  list: sighting(LIST, atLineStart(LIST)),
  tag: sighting(TAG),
  shortcode: sighting(SHORTCODE),
});

interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly name?: unknown;
  readonly target?: unknown;
}

/** Nodes that are nothing but letters: emoji are drawn, and are the same characters. */
const LETTERS: ReadonlySet<string> = new Set(['text', 'twemoji', 'br', 'newline']);

function viewOf(nodes: readonly Node[]): Readable {
  let text = '';
  const bold: Span[] = [];
  const quotes: Readable[] = [];
  const links: Readable['links'][number][] = [];
  const kinds = new Set<string>();
  for (const node of nodes) {
    const start = text.length;
    if (!LETTERS.has(node.type)) kinds.add(node.type);
    if (!Array.isArray(node.content)) {
      text += node.type === 'br' ? '\n' : String(node.content ?? node.name ?? '');
      continue;
    }
    const inner = viewOf(node.content as readonly Node[]);
    text += inner.text;
    for (const kind of inner.kinds) kinds.add(kind);
    for (const span of inner.bold) bold.push({ start: start + span.start, end: start + span.end });
    quotes.push(...inner.quotes);
    links.push(...inner.links);
    if (node.type === 'strong') bold.push({ start, end: text.length });
    if (node.type === 'blockQuote') quotes.push({ ...inner, text: inner.text.replace(/\n$/, '') });
    if (node.type === 'link') links.push({ label: inner.text, target: String(node.target) });
    if (node.type === 'link' && inner.text.includes('\\')) kinds.add('broken label');
    if (node.type === 'heading' || node.type === 'subtext') text += '\n';
  }
  return { text, bold, quotes, links, kinds };
}
