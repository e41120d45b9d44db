import { unescapeMarkdown } from '../../../src/discord/render/markdown.ts';
import type { Reply } from '../loopback/reply.ts';

/** What a reader reads: the text after Discord's markdown. */
export const readingOf = ({ text }: Pick<Reply, 'text'>): string =>
  unescapeMarkdown(text.replaceAll(BOLD, ''));

/** The quotations of a reply as they are read, without the bold. */
export const quotationsOf = ({ embeds }: Pick<Reply, 'embeds'>): string[] =>
  embeds.flatMap(({ description = '' }) => {
    const lines = description.split('\n').filter((line) => line.startsWith('> '));
    return lines.length === 0 ? [] : [plain(lines.map((line) => line.slice(2)).join('\n'))];
  });

/** What is highlighted in a reply. */
export const boldIn = ({ embeds }: Pick<Reply, 'embeds'>): string[] =>
  embeds.flatMap(({ description = '' }) => {
    const quoted = description.split('\n').filter((line) => line.startsWith('> '));
    return [...quoted.join('\n').matchAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/gs)].map(([, words = '']) =>
      plain(words),
    );
  });

export const labelsOf = ({ buttons }: Pick<Reply, 'buttons'>): string[] => buttons.map(({ label }) => label);

const BOLD = /(?<!\\)\*\*/g;
const plain = (markdown: string) => unescapeMarkdown(markdown.replaceAll(BOLD, ''));
