import {
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { button, text } from '../render/reply.ts';
import type { Button } from './button.ts';
import { customId, readCustomId } from './custom-id.ts';

/**
 * Shows a private answer to all, as it stands, with a line that says who shared it; they may delete it. Only the one who asked
 * sees the button.
 */
export const shareAnswer: Button = {
  press(interaction, _parts, { messages }) {
    const deleteId = customId('delete', interaction.user.id)!;
    const sharer = text(`-# ${messages.answer.sharedBy(`<@${interaction.user.id}>`)}`);
    const components = interaction.message.components.map((component) =>
      shared(
        component.toJSON() as APIMessageTopLevelComponent,
        sharer,
        button(messages.buttons.delete, deleteId),
      ),
    );
    return { effect: 'answer', reply: { components, ephemeral: false } };
  },
};

function shared(
  component: APIMessageTopLevelComponent,
  sharer: APITextDisplayComponent,
  deletes: ReturnType<typeof button>,
): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return component;
  const parts = component.components.map((part) => {
    if (part.type !== ComponentType.ActionRow) return part;
    const inRow = part.components.map((one) =>
      'custom_id' in one && readCustomId(one.custom_id).action === 'share' ? deletes : one,
    );
    return { ...part, components: inRow };
  });
  const firstRow = parts.findIndex(({ type }) => type === ComponentType.ActionRow);
  return { ...component, components: parts.toSpliced(firstRow, 0, sharer) };
}
