import { fingerprint } from '../../text/fingerprint.js';
import { editingBy, editorOf, orExplained } from '../commands/editor.js';
import { oneLine } from '../render/markdown.js';
import { notice } from '../render/reply.js';
/** Takes the article away, if it still is the one that was shown; for the one who asked, if they (still) may. */
export const confirmRemove = {
    async press(interaction, [decision, key = '', mark, userId], context) {
        const { messages, archive } = context;
        const { editing: words } = messages;
        if (interaction.user.id !== userId)
            return { effect: 'answer', reply: notice(words.notYours) };
        const editing = editingBy(interaction, context);
        const done = (text) => ({ effect: 'update', reply: notice(text) });
        if (decision !== 'yes')
            return done(words.cancelled);
        const articleId = await archive.idByMark(key);
        const article = articleId === undefined ? undefined : (await archive.article(articleId))?.article;
        if (!article || fingerprint(article.text, 10) !== mark)
            return done(words.changed);
        const articles = await archive.articlesIn(article.path);
        const { path } = await orExplained(editing.remove(article, articles, editorOf(interaction)), messages);
        return done(words.removed(oneLine(path)));
    },
};
