import type { Messages } from '../messages/messages.ts';
import { escapeMarkdown } from './markdown.ts';
import { COLOUR, type Reply, reply } from './reply.ts';

const LISTED = [
  'who',
  'what',
  'where',
  'when',
  'why',
  'how-many',
  'ask',
  'quote',
  'articles',
  'article',
  'help',
] as const;

/** What each command is for, in its own words. */
export function renderHelp({ commands, help }: Messages): Reply {
  const lines = LISTED.map((name) => lineOf(commands[name].name, commands[name].description));
  const ofArchive = (['status', 'add', 'remove'] as const).map((name) =>
    lineOf(`${commands.archive.name} ${commands[name].name}`, commands[name].description),
  );
  lines.splice(-1, 0, ...ofArchive);
  const description = [help.intro, '', ...lines, '', help.outro].join('\n');
  return reply({ embeds: [{ color: COLOUR, title: help.title, description }], ephemeral: true });
}

function lineOf(name: string, description: string): string {
  return `\`/${name}\` — ${escapeMarkdown(description)}`;
}
