import { escapeMarkdown } from './markdown.js';
import { COLOUR, reply } from './reply.js';
/** Lists all commands with their descriptions, in the order of the catalogue. */
export function renderHelp({ commands, help }) {
    const named = Object.entries(commands).filter((entry) => typeof entry[1] === 'object');
    const nameOf = new Map(named.map(([key, { name }]) => [key, name]));
    const lines = named
        // Of a command with subcommands, these alone can be typed.
        .filter(([key]) => !named.some(([other]) => other.startsWith(`${key} `)))
        .map(([key, { name, description }]) => {
        const parent = key.includes(' ') ? nameOf.get(key.split(' ')[0]) : undefined;
        return `\`/${parent === undefined ? name : `${parent} ${name}`}\` — ${escapeMarkdown(description)}`;
    });
    const description = [help.intro, '', ...lines, '', help.outro].join('\n');
    return reply({ embeds: [{ color: COLOUR, title: help.title, description }], ephemeral: true });
}
