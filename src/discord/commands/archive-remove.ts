import type { ChatInputCommandInteraction } from 'discord.js';
import { WrongInput } from '../input-error.ts';
import { renderRemoval } from '../render/editing.ts';
import { oneLine } from '../render/markdown.ts';
import type { Reply } from '../render/reply.ts';
import type { Scene } from './command.ts';
import { editingBy } from './editor.ts';
import { articleTyped } from './options.ts';

/** `/archive remove`: shows the article, and asks. */
export async function askToRemove(interaction: ChatInputCommandInteraction, scene: Scene): Promise<Reply> {
  editingBy(interaction, scene);
  const { archive, messages } = scene;
  const details = await articleTyped(interaction, scene);
  const { path } = details.article;
  if ((await archive.articlesIn(path)) > 1)
    throw new WrongInput(messages.editing.faults.several(oneLine(path)));
  return renderRemoval(details, { userId: interaction.user.id, messages });
}
