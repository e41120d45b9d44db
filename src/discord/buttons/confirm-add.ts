import { editingBy, editorOf, orExplained, rejectionText } from '../commands/editor.ts';
import { InputError } from '../input-error.ts';
import type { Messages } from '../messages/messages.ts';
import { oneLine } from '../render/markdown.ts';
import { notice } from '../render/reply.ts';
import { shortened } from '../render/sizes.ts';
import type { Button } from './button.ts';

/** Stores what waits under the key, or calls it off: for the one who sent it, if they (still) may. */
export const confirmAdd: Button = {
  async press(interaction, [decision, key = '', userId], context) {
    const { messages, archive } = context;
    const { editing: words } = messages;
    if (interaction.user.id !== userId) return { effect: 'answer', reply: notice(words.notYours) };
    const editing = editingBy(interaction, context);
    const done = (text: string) => ({ effect: 'update', reply: notice(text) }) as const;
    if (decision !== 'yes') {
      await editing.drop(key, userId);
      return done(words.cancelled);
    }
    const known = (texts: readonly string[]) => archive.articlesWith(texts);
    const added = await orExplained(editing.add(key, editorOf(interaction), known), messages);
    if (added === undefined) return done(words.expired);
    if ('rejected' in added) throw new InputError(rejectionText(added.rejected, messages));
    if ('already' in added) return done(words.known(shortened(oneLine(added.already.title), 200)));
    return done(addedIn(added.path, editing.follows, messages));
  },
};

function addedIn(path: string, follows: boolean, { editing: words }: Messages): string {
  return `${words.added(path)} ${follows ? words.answersSoon : words.answersLater}`;
}
