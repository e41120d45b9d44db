import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { element, type Html, joined } from './html.ts';
import type { Reading } from './reading.ts';
import { timeText } from './time-text.ts';

/** Markdown as Discord shows it in messages of bots, as elements of discord-components. */
export function markdownHtml(markdown: string, reading: Reading): Html {
  return joined((parser(markdown, { inline: true }) as Node[]).map((node) => nodeHtml(node, reading)));
}

interface Node {
  readonly type: string;
  readonly content?: string | Node[];
  readonly level?: number;
  readonly target?: string;
  readonly timestamp?: string;
  readonly format?: string;
  readonly name?: string;
  readonly fullName?: string;
}

/**
 * The parser knows headings and subtext only after a line break of its own; as in Discord, they may follow a block
 * quotation as well.
 */
const parser = SimpleMarkdown.parserFor({
  ...rulesExtended,
  heading: atLineStart(rulesExtended.heading!),
  subtext: atLineStart(rulesExtended.subtext!),
});

type Rule = (typeof rulesExtended)[string];

function atLineStart(rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, before) =>
      /(?:^|\n)$/.test(before) ? rule.match(source, { ...state, prevCapture: null }, before) : null,
  };
}

/** Plain elements within a line: the shadow of discord-bold has blanks, and would put them after each bold word. */
const TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'discord-spoiler',
  subtext: 'discord-subscript',
};

function nodeHtml(node: Node, reading: Reading): Html {
  switch (node.type) {
    case 'br':
    case 'newline':
      return element('br');
    case 'heading':
      return element('discord-header', { level: node.level }, inside(node, reading));
    case 'blockQuote':
      return quotationHtml(node, reading);
    case 'inlineCode':
    case 'codeBlock':
      return element(
        'discord-code',
        { embed: true, multiline: node.type === 'codeBlock' },
        inside(node, reading),
      );
    case 'link':
    case 'url':
    case 'autolink':
      return linkHtml(node, reading);
    case 'timestamp':
      return element('discord-time', {}, timeText(Number(node.timestamp), node.format, reading));
    case 'slashCommand':
      return element('span', { class: 'command' }, `/${node.fullName ?? node.name ?? ''}`);
    case 'text':
    case 'emoticon':
      return inside(node, reading);
    default: {
      const tag = TAGS[node.type];
      // A mention or an emoji, none of which Ibid sends: what it would be called.
      if (tag === undefined) return joined([node.fullName ?? node.name ?? `@${node.type}`]);
      return element(tag, {}, inside(node, reading));
    }
  }
}

function inside({ content = '' }: Node, reading: Reading): Html {
  return joined(typeof content === 'string' ? [content] : content.map((node) => nodeHtml(node, reading)));
}

/** Each line reads in the direction of its own script; the line break that ends the block is part of the block. */
function quotationHtml({ content }: Node, reading: Reading): Html {
  const lines: Node[][] = [[]];
  for (const node of Array.isArray(content) ? content : []) {
    if (node.type === 'br') lines.push([]);
    else lines.at(-1)!.push(node);
  }
  if (lines.at(-1)!.length === 0) lines.pop();
  const shown = lines.map((nodes) =>
    nodes.length === 0
      ? element('br')
      : element('div', { dir: 'auto' }, ...nodes.map((node) => nodeHtml(node, reading))),
  );
  return element('discord-quote', {}, ...shown);
}

/** Other schemes than these two are text in Discord, too. */
function linkHtml(node: Node, reading: Reading): Html {
  const label = inside(node, reading);
  if (!isWeb(node.target)) return label;
  return element('discord-link', { href: node.target, target: '_blank', rel: 'noopener noreferrer' }, label);
}

export function isWeb(url = ''): boolean {
  return /^https?:\/\//i.test(url);
}
