/** Styles added to discord-components' own, element by element, where these show an older Discord or lack something. */
export const LOOK = {
    button: `
    :host > *:first-child { box-sizing: border-box; border-radius: 4px; }
    .secondary { background-color: #4e5058; }
    a svg { width: 16px; height: 16px; margin-left: 8px; }`,
    embed: `
    :host { color: #dbdee1; margin: 4px 0; }
    :host .discord-embed-wrapper { background-color: #2b2d31; border: none; }`,
    header: `
    :host([level]) > * { margin: 8px 0; color: #f2f3f5; }`,
    message: `
    :host { color: #dbdee1; }
    .discord-message-timestamp, .discord-message-ephemeral { color: #949ba4; }`,
    messages: `
    :host { background-color: #313338; border: none; }`,
    quote: `
    .discord-quote-divider { background-color: #4e5058; flex-shrink: 0; }`,
};
