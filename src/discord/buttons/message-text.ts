import type { Message } from 'discord.js';
import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

/** The part of a message that its buttons find their question in: its first text; of older messages the content. */
export function headOfMessage(message: Pick<Message, 'content' | 'components'>): string {
  return message.content || (textsOf(message.components.map(asData))[0] ?? '');
}

/** All texts of a message, top to bottom. */
export function textsOfMessage({ content, embeds, components }: Message): string[] {
  const embedded = embeds.flatMap(({ title, description }) => [title, description]);
  return [content, ...embedded, ...textsOf(components.map(asData))].filter((text) => !!text) as string[];
}

function asData(component: Message['components'][number]): APIMessageTopLevelComponent {
  return component.toJSON() as APIMessageTopLevelComponent;
}

function textsOf(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    if (component.type !== ComponentType.Container && component.type !== ComponentType.Section) return [];
    return textsOf(component.components as APIMessageTopLevelComponent[]);
  });
}
