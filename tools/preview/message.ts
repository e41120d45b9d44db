import {
  type APIButtonComponent,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Part, Reply } from '../../src/discord/render/reply.ts';
import { element, type Html } from './html.ts';
import { isWeb, markdownHtml } from './markdown-html.ts';
import { ASKER, IBID, type Person } from './people.ts';
import type { Reading } from './reading.ts';
import { timeText } from './time-text.ts';

/** A slash command as Discord names it above the reply ("where"), and what Ibid replies. */
export interface Exchange {
  readonly command: string;
  readonly reply: Reply;
}

/**
 * A reply under its command. The message is an element of discord-components, which has no Components V2: those are drawn here
 * (`style.ts`).
 */
export function messageHtml({ command, reply }: Exchange, reading: Reading): Html {
  const { components, ephemeral } = reply;
  const attributes = {
    ...shown(IBID),
    bot: true,
    ephemeral,
    timestamp: timeText(reading.now.getTime() / 1_000, 't', reading),
  };
  return element(
    'discord-message',
    attributes,
    element('discord-command', { slot: 'reply', ...shown(ASKER), command: `/${command}` }),
    element('div', { class: 'components' }, ...components.map((one) => componentHtml(one, reading))),
  );
}

function shown({ name, avatar, colour }: Person) {
  return { author: name, avatar, 'role-color': colour };
}

/** Throws of a component that Ibid does not send: nothing is left out of a preview without a word. */
function componentHtml(component: APIMessageTopLevelComponent | Part, reading: Reading): Html {
  switch (component.type) {
    case ComponentType.Container:
      return containerHtml(component, reading);
    case ComponentType.TextDisplay:
      return element('div', { class: 'text' }, markdownHtml(component.content, reading));
    case ComponentType.ActionRow:
      return element('div', { class: 'row' }, ...component.components.map(controlHtml));
    default:
      throw new Error(`the preview can't draw a component of type ${ComponentType[component.type]}`);
  }
}

function containerHtml({ components, accent_color: colour }: APIContainerComponent, reading: Reading): Html {
  const style = colour == null ? undefined : `--accent: #${colour.toString(16).padStart(6, '0')}`;
  return element(
    'div',
    { class: 'container', style },
    ...components.map((one) => componentHtml(one, reading)),
  );
}

function controlHtml(control: Extract<Part, { type: ComponentType.ActionRow }>['components'][number]): Html {
  if (control.type === ComponentType.Button) return buttonHtml(control);
  if (control.type === ComponentType.StringSelect) return menuHtml(control);
  throw new Error(`the preview can't draw a control of type ${ComponentType[control.type]}`);
}

/** Closed, as it stands in the message; what it holds shows as its title. */
function menuHtml({ placeholder = '', options }: APIStringSelectComponent): Html {
  const title = options.map(({ label, description }) => [label, description].filter(Boolean).join('\n'));
  return element('div', { class: 'menu', title: title.join('\n\n') }, placeholder);
}

const STYLES: Readonly<Partial<Record<ButtonStyle, string>>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

function buttonHtml(button: APIButtonComponent): Html {
  const label = 'label' in button ? (button.label ?? '') : '';
  const url = 'url' in button && isWeb(button.url) ? button.url : undefined;
  if (url !== undefined)
    return element(
      'a',
      { class: 'button link', href: url, target: '_blank', rel: 'noopener noreferrer' },
      label,
    );
  return element('span', { class: `button ${STYLES[button.style] ?? 'secondary'}` }, label);
}
