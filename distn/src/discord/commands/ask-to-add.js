import { fetchedFile } from '../../editing/fetched-file.js';
import { fetchAttachment } from '../fetch-attachment.js';
import { InputError } from '../input-error.js';
import { renderUpload } from '../render/editing.js';
import { oneLine } from '../render/markdown.js';
import { shortened } from '../render/sizes.js';
import { editingBy, orExplained, rejectionText } from './editor.js';
/** `/archive add`: shows what a file would add, and asks for confirmation. Throws `InputError`. */
export async function askToAdd(interaction, context) {
    const editing = editingBy(interaction, context);
    const { messages, archive } = context;
    const bytes = await bytesFor(interaction, editing, context);
    const held = await orExplained(editing.hold(bytes, interaction.user.id), messages);
    if ('rejected' in held)
        throw new InputError(rejectionText(held.rejected, messages));
    const { key, upload } = held;
    const known = await archive.articlesWith(upload.texts);
    if (known[0] && known.length === new Set(upload.texts).size) {
        await editing.drop(key, interaction.user.id);
        throw new InputError(messages.editing.known(shortened(oneLine(known[0].title), 200)));
    }
    return renderUpload(upload, { key, userId: interaction.user.id, known: known.length, messages });
}
async function bytesFor({ options, client }, { uploadLimit, fetchPage }, { messages }) {
    const { editing: words } = messages;
    const [file, url] = [options.getAttachment('file'), options.getString('url')?.trim()];
    const tooLarge = () => new InputError(words.tooLarge(Math.floor(uploadLimit / 1024 / 1024)));
    if ((file === null) === (url === undefined))
        throw new InputError(words.fileOrUrl);
    if (file) {
        if (file.size > uploadLimit)
            throw tooLarge();
        return orExplained(fetchAttachment(file.url, uploadLimit, client.rest.options.api), messages);
    }
    if (!fetchPage)
        throw new InputError(words.noFetching);
    const bytes = fetchedFile(await orExplained(fetchPage(url), messages));
    if (bytes.length > uploadLimit)
        throw tooLarge();
    return bytes;
}
