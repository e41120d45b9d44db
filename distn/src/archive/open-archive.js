import { openIndex, openMemoryIndex } from '../index/open-index.js';
import { stateOf } from '../ingest/files/file-stamp.js';
import { filesOf } from '../ingest/files/files.js';
import { isPacked } from '../ingest/formats/readers.js';
import { archiveOver, markingCorrupt } from './index-archive.js';
/** Opens an archive as it is now. Throws when the path does not exist; bad articles become problems. */
export async function openArchive(options) {
    const { corpus, exclude = [], data, tell = () => { }, ...settings } = options;
    const walked = await filesOf(corpus, { exclude });
    if (data === undefined || exclude.length > 0 || (await isSmall(walked.files)))
        return archiveOver(await openMemoryIndex({ walked }, settings));
    const index = await openIndex({ ...settings, corpus, data, tell }, walked);
    const note = 'the index is corrupt: it is built again when you ask again';
    return archiveOver(index, markingCorrupt(index, tell, note));
}
/** Builds an archive over articles already in memory. */
export async function buildArchive(articles, settings = {}) {
    return archiveOver(await openMemoryIndex({ articles }, settings));
}
/** In bytes. Reading and splitting 1 MB takes about 0.1 s, which is what an index can save; opening one takes 20 ms. */
const SMALL_BYTES = 1024 * 1024;
/** Whether files are read faster than looked up. */
async function isSmall(files) {
    let bytes = 0;
    for (const file of files) {
        bytes += (await stateOf(file)).bytes;
        if (bytes >= SMALL_BYTES || isPacked(file.path))
            return false;
    }
    return true;
}
