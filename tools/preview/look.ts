/** Styles added to discord-components' own, element by element, where these show an older Discord or lack something. */
export const LOOK: Readonly<Record<string, string>> = {
  header: `
    :host([level]) > * { margin: 0 0 4px; color: #f2f3f5; }`,
  message: `
    :host { color: #dbdee1; }
    .discord-message-timestamp, .discord-message-ephemeral { color: #949ba4; }
    /* The phone's client leaves as much room on the right as on the left of the avatar. */
    @media (max-width: 480px) { :host, :host([ephemeral]) { padding-right: 16px; } }`,
  messages: `
    :host { background-color: #313338; border: none; }`,
  quote: `
    .discord-quote-divider { background-color: #4e5058; flex-shrink: 0; }`,
};
