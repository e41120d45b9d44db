import type { ChatInputCommandInteraction } from 'discord.js';
import { InputError } from '../input-error.ts';
import { renderRemoval } from '../render/editing.ts';
import { oneLine } from '../render/markdown.ts';
import type { Reply } from '../render/reply.ts';
import type { CommandContext } from './command.ts';
import { editingBy } from './editor.ts';
import { articleTyped } from './options.ts';

/** `/archive remove`: shows the article, and asks for confirmation. Throws `InputError`. */
export async function askToRemove(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<Reply> {
  editingBy(interaction, context);
  const { archive, messages } = context;
  const details = await articleTyped(interaction, context);
  const { path } = details.article;
  if ((await archive.articlesIn(path)) > 1)
    throw new InputError(messages.editing.faults.several(oneLine(path)));
  return renderRemoval(details, { userId: interaction.user.id, messages });
}
