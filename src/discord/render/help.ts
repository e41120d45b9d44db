import type { Messages, Named } from '../messages/messages.ts';
import { escapeMarkdown } from './markdown.ts';
import { COLOUR, type Reply, reply } from './reply.ts';

/** Lists all commands with their descriptions, in the order of the catalogue. */
export function renderHelp({ commands, help }: Messages): Reply {
  const named = Object.entries(commands).filter(
    (entry): entry is [string, Named] => typeof entry[1] === 'object',
  );
  const nameOf = new Map(named.map(([key, { name }]) => [key, name]));
  const lines = named
    // Of a command with subcommands, these alone can be typed.
    .filter(([key]) => !named.some(([other]) => other.startsWith(`${key} `)))
    .map(([key, { name, description }]) => {
      const parent = key.includes(' ') ? nameOf.get(key.split(' ')[0]!) : undefined;
      return `\`/${parent === undefined ? name : `${parent} ${name}`}\` — ${escapeMarkdown(description)}`;
    });
  const description = [help.intro, '', ...lines, '', help.outro].join('\n');
  return reply({ embeds: [{ color: COLOUR, title: help.title, description }], ephemeral: true });
}
