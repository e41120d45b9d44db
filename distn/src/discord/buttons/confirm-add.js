import { editingBy, editorOf, orExplained, rejectionText } from '../commands/editor.js';
import { InputError } from '../input-error.js';
import { oneLine } from '../render/markdown.js';
import { notice } from '../render/reply.js';
import { shortened } from '../render/sizes.js';
/** Stores what waits under the key, or calls it off: for the one who sent it, if they (still) may. */
export const confirmAdd = {
    async press(interaction, [decision, key = '', userId], context) {
        const { messages, archive } = context;
        const { editing: words } = messages;
        if (interaction.user.id !== userId)
            return { effect: 'answer', reply: notice(words.notYours) };
        const editing = editingBy(interaction, context);
        const done = (text) => ({ effect: 'update', reply: notice(text) });
        if (decision !== 'yes') {
            await editing.drop(key, userId);
            return done(words.cancelled);
        }
        const known = (texts) => archive.articlesWith(texts);
        const added = await orExplained(editing.add(key, editorOf(interaction), known), messages);
        if (added === undefined)
            return done(words.expired);
        if ('rejected' in added)
            throw new InputError(rejectionText(added.rejected, messages));
        if ('already' in added)
            return done(words.known(shortened(oneLine(added.already.title), 200)));
        return done(addedIn(added.path, editing.follows, messages));
    },
};
function addedIn(path, follows, { editing: words }) {
    return `${words.added(path)} ${follows ? words.answersSoon : words.answersLater}`;
}
