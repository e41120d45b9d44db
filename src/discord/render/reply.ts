import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';

import { escapeMarkdown } from './markdown.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as data. Nothing in it pings: `allowed_mentions` is set where it is sent. */
export interface Reply {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  /** Only the one who asked sees it. */
  readonly ephemeral: boolean;
}

export const COLOUR = 0x2f6f8f;
/** Of what may not answer: grey. */
export const UNSURE_COLOUR = 0x80848e;

/** Makes a reply; what isn't given is empty. */
export function reply(parts: Partial<Reply>): Reply {
  return { content: '', embeds: [], components: [], ephemeral: false, ...parts };
}

/** One plain line, for the asker only: nothing in it is Markdown, whatever they typed. */
export function notice(text: string): Reply {
  return reply({ content: escapeMarkdown(text), ephemeral: true });
}

/** Makes a button; `customId` says what it does. */
export function button(
  label: string,
  customId: string,
  style: ButtonStyle = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style: style as ButtonStyle.Secondary, label, custom_id: customId };
}

/** Makes a button that opens an address. */
export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** Rows of at most five buttons, the empty ones left out. */
export function rows(...groups: readonly (readonly APIButtonComponent[])[]): Row[] {
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({ type: ComponentType.ActionRow, components: group.slice(0, 5) }));
}

/** As the API takes it; `flags` belongs to new messages only. */
export function bodyOf({ content, embeds, components, ephemeral }: Reply) {
  return {
    content,
    embeds: [...embeds],
    components: [...components],
    allowedMentions: { parse: [] },
    ...(ephemeral && { flags: MessageFlags.Ephemeral as const }),
  };
}
