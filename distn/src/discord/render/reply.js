import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { escapeMarkdown } from './markdown.js';
export const COLOUR = 0x2f6f8f;
/** Of what may not answer: grey. */
export const UNSURE_COLOUR = 0x80848e;
/** Makes a reply; what isn't given is empty. */
export function reply(parts) {
    return { content: '', embeds: [], components: [], ephemeral: false, ...parts };
}
/** One plain line, for the asker only: nothing in it is Markdown, whatever they typed. */
export function notice(text) {
    return reply({ content: escapeMarkdown(text), ephemeral: true });
}
/** Makes a button; `customId` says what it does. */
export function button(label, customId, style = ButtonStyle.Secondary) {
    return { type: ComponentType.Button, style: style, label, custom_id: customId };
}
/** Makes a button that opens an address. */
export function linkButton(label, url) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}
/** Rows of at most five buttons, the empty ones left out. */
export function rows(...groups) {
    return groups
        .filter((group) => group.length > 0)
        .map((group) => ({ type: ComponentType.ActionRow, components: group.slice(0, 5) }));
}
/** As the API takes it; `flags` belongs to new messages only. */
export function bodyOf({ content, embeds, components, ephemeral }) {
    return {
        content,
        embeds: [...embeds],
        components: [...components],
        allowedMentions: { parse: [] },
        ...(ephemeral && { flags: MessageFlags.Ephemeral }),
    };
}
