import { editingBy, editorOf, orExplained, refusalOf } from '../commands/editor.ts';
import { WrongInput } from '../input-error.ts';
import type { Messages } from '../messages/messages.ts';
import { oneLine } from '../render/markdown.ts';
import { notice } from '../render/reply.ts';
import { shortened } from '../render/sizes.ts';
import type { Press } from './button.ts';

/** Stores what waits under the key, or calls it off: for the one who sent it, if they (still) may. */
export const add: Press = async (interaction, [decision, key = '', userId], scene) => {
  const { messages, archive } = scene;
  const { editing: words } = messages;
  if (interaction.user.id !== userId) return { effect: 'answer', reply: notice(words.notYours) };
  const editing = editingBy(interaction, scene);
  const done = (text: string) => ({ effect: 'update', reply: notice(text) }) as const;
  if (decision !== 'yes') {
    await editing.drop(key, userId);
    return done(words.cancelled);
  }
  const known = (texts: readonly string[]) => archive.articlesWith(texts);
  const added = await orExplained(editing.add(key, editorOf(interaction), known), messages);
  if (added === undefined) return done(words.expired);
  if ('refused' in added) throw new WrongInput(refusalOf(added.refused, messages));
  if ('already' in added) return done(words.known(shortened(oneLine(added.already.title), 200)));
  return done(addedIn(added.path, editing.follows, messages));
};

function addedIn(path: string, follows: boolean, { editing: words }: Messages): string {
  return `${words.added(path)} ${follows ? words.answersSoon : words.answersLater}`;
}
