import { join } from 'node:path';
import { archiveFolder, REMOVED_FOLDER } from '../data-folder.js';
import { serialQueue } from '../threads/serial-queue.js';
import { addFile } from './add-file.js';
import { EditError, written } from './edit-error.js';
import { logged } from './edit-log.js';
import { EXAMINED_AS } from './examine-file.js';
import { examiner } from './examiner.js';
import { pendingIn } from './pending.js';
import { removeFile } from './remove-file.js';
/**
 * Opens editing of one archive, and deletes uploads that have waited too long. Works where `data` can't be written:
 * edits then throw.
 */
export async function openEditing({ corpus, data }) {
    const folder = archiveFolder(data, corpus);
    const pending = pendingIn(folder);
    // A folder that can't be written stops nobody from asking; whoever edits is told.
    await written(pending.sweep()).catch((error) => {
        if (!(error instanceof EditError))
            throw error;
    });
    const examine = examiner();
    const queue = serialQueue();
    async function addExamined(examined, bytes, editor, known) {
        if ('rejected' in examined)
            return examined;
        const { upload } = examined;
        const already = await known(upload.texts);
        if (already[0] && already.length === new Set(upload.texts).size)
            return { already: already[0] };
        const { extension, first } = upload;
        const { title } = first.article;
        const edit = { ...editOf('add', editor), articles: upload.articles, sha256: upload.sha256, title };
        return logged(folder, edit, async () => {
            const path = await addFile(corpus, bytes, { title, extension });
            return { ...edit, ...articleIn(upload, path), path };
        });
    }
    return {
        async hold(bytes, userId) {
            const { key, location } = await pending.put(bytes, userId);
            const examined = await examine(location);
            if ('upload' in examined)
                return { key, ...examined };
            await pending.drop(key, userId);
            return examined;
        },
        drop: pending.drop,
        add: (key, editor, known) => queue.run(async () => {
            const waiting = await pending.get(key, editor.user.id);
            if (!waiting)
                return undefined;
            // Read again: it is what is stored now that counts, by the code that runs now.
            const added = await addExamined(await examine(waiting.location), waiting.bytes, editor, known);
            // What could not be read just now, or not be written, stays for another try.
            if (!('rejected' in added))
                await pending.drop(key, editor.user.id);
            return added;
        }),
        remove: (article, articles, editor) => queue.run(async () => {
            const { id, path, title } = article;
            if (articles !== 1)
                throw new EditError('several', path);
            const edit = { ...editOf('remove', editor), article: id, articles, path, title };
            return logged(folder, edit, async () => {
                const { location, sha256 } = await removeFile(corpus, path, join(folder, REMOVED_FOLDER));
                return { ...edit, sha256, kept: location };
            });
        }),
    };
}
function editOf(action, { user, guild }) {
    return { time: new Date().toISOString(), action, user, guild };
}
/** The id that the article of a file will have; nothing for a file of several. */
function articleIn({ first, articles, extension }, path) {
    if (articles !== 1)
        return {};
    const stem = path.slice(0, -extension.length);
    return { article: `${stem}${first.article.id.slice(EXAMINED_AS.length)}` };
}
