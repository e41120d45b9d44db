import { unescapeMarkdown } from '../../../src/discord/render/markdown.ts';
import type { Reply } from '../loopback/reply.ts';
import { componentsWithin } from '../loopback/wire.ts';

type Seen = Pick<Reply, 'components'>;

/** What a reader reads: the text after Discord's markdown, days as 2020-01-27; then what stands in closed menus. */
export const readingOf = (reply: Pick<Reply, 'text' | 'components'>): string =>
  [plain(reply.text.replace(DAY, dayOf)), ...Object.keys(menusOf(reply))].join('\n');

/** The quotations of a reply as they are read, without the bold. */
export const quotationsOf = (reply: Seen): string[] =>
  textsOf(reply).flatMap((shown) => {
    const lines = shown.split('\n').filter((line) => line.startsWith('> '));
    return lines.length === 0 ? [] : [plain(lines.map((line) => line.slice(2)).join('\n'))];
  });

/** What is highlighted in a reply. */
export const boldIn = (reply: Seen): string[] =>
  textsOf(reply).flatMap((shown) => {
    const quoted = shown.split('\n').filter((line) => line.startsWith('> '));
    return [...quoted.join('\n').matchAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/gs)].map(([, words = '']) =>
      plain(words),
    );
  });

export const labelsOf = ({ buttons }: Pick<Reply, 'buttons'>): string[] => buttons.map(({ label }) => label);

/** The menus of a reply: their placeholders with the labels of their options. */
export const menusOf = (reply: Seen): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    partsOf(reply).flatMap(({ placeholder, options }) =>
      placeholder && options ? [[placeholder, options.map(({ label }) => label)]] : [],
    ),
  );

/** The option of the menu "Show around …" for a citation. */
export function around(reply: Seen, number: number): string {
  const options = partsOf(reply).find(({ custom_id }) => custom_id === 'around')?.options ?? [];
  const option = options.find(({ label }) => label.startsWith(`[${number}] `));
  if (!option) throw new Error(`there is no citation ${number} to show around`);
  return option.value;
}

const partsOf = ({ components }: Seen) => [...componentsWithin(components)].map(({ component }) => component);
const textsOf = (reply: Seen): string[] => partsOf(reply).flatMap(({ content }) => content ?? []);
const BOLD = /(?<!\\)\*\*/g;
const DAY = /<t:(-?\d+):D>/g;
const dayOf = (_: string, seconds: string) => new Date(Number(seconds) * 1_000).toISOString().slice(0, 10);
const plain = (markdown: string) => unescapeMarkdown(markdown.replaceAll(BOLD, ''));
