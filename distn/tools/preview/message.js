import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { element, joined } from './html.js';
import { isWeb, markdownHtml } from './markdown-html.js';
import { ASKER, IBID } from './people.js';
import { timeText } from './time-text.js';
/** A reply under its command, as elements of discord-components. */
export function messageHtml({ command, reply }, reading) {
    const { content, embeds, components, ephemeral } = reply;
    const attributes = {
        ...shown(IBID),
        bot: true,
        ephemeral,
        timestamp: timeText(reading.now.getTime() / 1_000, 't', reading),
    };
    return element('discord-message', attributes, element('discord-command', { slot: 'reply', ...shown(ASKER), command: `/${command}` }), ...(content === '' ? [] : [markdownHtml(content, reading)]), ...embeds.map((embed) => embedHtml(embed, reading)), ...(components.length === 0
        ? []
        : [element('discord-attachments', { slot: 'components' }, ...components.map(rowHtml))]));
}
function shown({ name, avatar, colour }) {
    return { author: name, avatar, 'role-color': colour };
}
function embedHtml({ title, description, fields = [], footer, color }, reading) {
    const parts = [];
    if (description !== undefined)
        parts.push(element('discord-embed-description', { slot: 'description' }, markdownHtml(description, reading)));
    if (fields.length > 0)
        parts.push(fieldsHtml(fields, reading));
    if (footer)
        parts.push(element('discord-embed-footer', { slot: 'footer' }, footer.text));
    return element('discord-embed', { slot: 'embeds', color: cssColour(color), 'embed-title': title }, ...parts);
}
function fieldsHtml(fields, reading) {
    let column = 0;
    const shownFields = fields.map(({ name, value, inline }) => {
        // Three side by side at most; one that takes the whole width begins a new line.
        column = inline ? (column % 3) + 1 : 0;
        const place = inline ? { inline: true, 'inline-index': column } : {};
        return element('discord-embed-field', { 'field-title': name, ...place }, markdownHtml(value, reading));
    });
    return element('discord-embed-fields', { slot: 'fields' }, ...shownFields);
}
function cssColour(colour) {
    return colour === undefined ? undefined : `#${colour.toString(16).padStart(6, '0')}`;
}
const STYLES = {
    [ButtonStyle.Primary]: 'primary',
    [ButtonStyle.Secondary]: 'secondary',
    [ButtonStyle.Success]: 'success',
    [ButtonStyle.Danger]: 'destructive',
};
function rowHtml({ components }) {
    const buttons = components.filter(({ type }) => type === ComponentType.Button);
    return element('discord-action-row', {}, ...buttons.map(buttonHtml));
}
function buttonHtml(button) {
    const label = 'label' in button ? (button.label ?? '') : '';
    const url = 'url' in button && isWeb(button.url) ? button.url : undefined;
    const attributes = { type: STYLES[button.style] ?? 'secondary', url, disabled: button.disabled };
    return element('discord-button', attributes, joined([label]));
}
