import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISelectMenuOption,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { MAX_OPTION, shortened } from './sizes.ts';

/** What a container holds: text, rows of buttons, a select menu in a row of its own. */
export type Part = APIComponentInContainer;
type Row = Extract<Part, { type: ComponentType.ActionRow }>;

/** A message as data, in Components V2: text is a component like others. Nothing in it pings: see `bodyOf`. */
export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Only the one who asked sees it. */
  readonly ephemeral: boolean;
}

export const COLOUR = 0x2f6f8f;
/** Of what may not answer: grey. */
export const UNSURE_COLOUR = 0x80848e;

/** Makes a reply of one container. Texts in which there is nothing to see are left out: Discord refuses them. */
export function reply(parts: readonly Part[], ephemeral: boolean, colour = COLOUR): Reply {
  const components = parts.filter(
    (part) => part.type !== ComponentType.TextDisplay || part.content.trim() !== '',
  );
  return { components: [{ type: ComponentType.Container, accent_color: colour, components }], ephemeral };
}

/** One plain line, for the asker only: nothing in it is Markdown, whatever they typed. */
export function notice(line: string): Reply {
  return { components: [text(escapeMarkdown(line))], ephemeral: true };
}

/** Makes a text of lines, as Markdown. */
export function text(...lines: readonly string[]): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: lines.join('\n') };
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
  return groups.filter((group) => group.length > 0).map((group) => row(group.slice(0, 5)));
}

/** Discord: https://docs.discord.com/developers/components/reference#string-select */
const MAX_OPTIONS = 25;

/**
 * Makes a menu of buttons folded into one: each option's value is a custom id, and choosing it is pressing that button. At most
 * 25 options, those of the same value once; no menu where there is none.
 */
export function menu(
  name: string,
  placeholder: string,
  options: readonly { readonly label: string; readonly value: string | undefined; readonly about?: string }[],
): Row[] {
  const shown = new Map<string, APISelectMenuOption>();
  for (const { label, value, about } of options) {
    if (value === undefined || shown.has(value) || shown.size >= MAX_OPTIONS) continue;
    shown.set(value, {
      label: shortened(label, MAX_OPTION) || '–',
      value,
      ...(about && {
        description: shortened(isolated(shortened(oneLine(about), MAX_OPTION - 2)), MAX_OPTION),
      }),
    });
  }
  if (shown.size === 0) return [];
  const { StringSelect: type } = ComponentType;
  return [row([{ type, custom_id: name, placeholder, options: [...shown.values()] }])];
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** As the API takes it. */
export function bodyOf({ components }: Reply) {
  return {
    components: [...components],
    allowedMentions: { parse: [] },
    flags: MessageFlags.IsComponentsV2 as const,
  };
}
