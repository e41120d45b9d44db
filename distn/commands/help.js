import { slashCommand } from '../src/discord/commands/definition.js';
import { renderHelp } from '../src/discord/render/help.js';
export default {
    data: slashCommand('help', []),
    execute: (_interaction, { messages }) => renderHelp(messages),
};
