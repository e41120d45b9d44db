import { InputError } from '../input-error.js';
import { renderRemoval } from '../render/editing.js';
import { oneLine } from '../render/markdown.js';
import { editingBy } from './editor.js';
import { articleTyped } from './options.js';
/** `/archive remove`: shows the article, and asks for confirmation. Throws `InputError`. */
export async function askToRemove(interaction, context) {
    editingBy(interaction, context);
    const { archive, messages } = context;
    const details = await articleTyped(interaction, context);
    const { path } = details.article;
    if ((await archive.articlesIn(path)) > 1)
        throw new InputError(messages.editing.faults.several(oneLine(path)));
    return renderRemoval(details, { userId: interaction.user.id, messages });
}
