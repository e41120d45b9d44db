import { fileErrorReason, isTransient } from './files/file-error.js';
import { isReadable, readerOf } from './formats/readers.js';
import { withLanguage } from './metadata/detect-language.js';
/** Yields the items of a file, read in this thread. Never throws: an error is the last item. */
export async function* itemsHere(file) {
    try {
        const reader = await readerOf(file.path);
        for await (const item of reader.read({ ...file, formats: { isReadable, readerOf } }))
            yield 'article' in item ? { ...item, article: await withLanguage(item.article) } : item;
    }
    catch (error) {
        yield {
            flaw: { severity: 'error', reason: fileErrorReason(error), ...(isTransient(error) && { retry: true }) },
        };
    }
}
