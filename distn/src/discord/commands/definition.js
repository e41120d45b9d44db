import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, } from 'discord-api-types/v10';
import { localizations } from '../messages/catalogues.js';
import { en } from '../messages/en.js';
/** Servers, direct messages, group chats; added to a server or to one's own account. */
const EVERYWHERE = {
    contexts: [
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
/** Name and description in English and in every language that Ibid speaks. */
function named(pick) {
    return {
        ...pick(en),
        name_localizations: localizations((messages) => pick(messages).name),
        description_localizations: localizations((messages) => pick(messages).description),
    };
}
/** The definition of a command of `commands/`, named and described as in `messages/en.ts`. */
export function slashCommand(name, options) {
    return {
        type: ApplicationCommandType.ChatInput,
        ...named((messages) => messages.commands[name]),
        ...EVERYWHERE,
        options: [...options],
    };
}
/** A command with subcommands, each with its name (`archive status`) and with options of its own. */
export function commandOf(name, subcommands) {
    const options = subcommands.map(([subcommand, own]) => ({
        type: ApplicationCommandOptionType.Subcommand,
        ...named((messages) => messages.commands[subcommand]),
        options: [...own],
    }));
    return { ...slashCommand(name, []), options };
}
/** The definition of the command in the menu of a message. */
export function messageCommand() {
    return {
        type: ApplicationCommandType.Message,
        name: en.commands.findSources,
        name_localizations: localizations((messages) => messages.commands.findSources),
        ...EVERYWHERE,
    };
}
/** In UTF-16 units. Discord takes up to 6,000; a question that people read has no more than this. */
export const MAX_TYPED_LENGTH = 300;
/** An option for text; lengths in UTF-16 units. */
export function textOption(name, { required = false, autocomplete = false, maxLength = MAX_TYPED_LENGTH, } = {}) {
    return {
        type: ApplicationCommandOptionType.String,
        ...named((messages) => messages.options[name]),
        required,
        min_length: 1,
        max_length: maxLength,
        autocomplete,
    };
}
/** An option for an attached file. */
export function fileOption(name) {
    return { type: ApplicationCommandOptionType.Attachment, ...named((messages) => messages.options[name]) };
}
export const PRIVATE_OPTION = {
    type: ApplicationCommandOptionType.Boolean,
    ...named((messages) => messages.options.private),
};
/** Which articles, and who sees the answer. */
export const SHARED_OPTIONS = [
    textOption('publisher', { autocomplete: true }),
    textOption('from'),
    textOption('to'),
    PRIVATE_OPTION,
];
