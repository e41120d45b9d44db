/** The thread behind `syncThread`. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { emit, serve } from '../threads/serve.js';
import { openWriter } from './index-writer.js';
const { location, corpus } = workerData;
/** Stays open from one sync to the next; after a failure it is opened anew. */
let writer;
/** Of the file that it has open. */
let inode;
serve(async (options) => {
    try {
        if (writer && inodeOf() !== inode) {
            close();
            emit('its file was deleted while Ibid ran');
        }
        writer ??= await openWriter(location, emit);
        inode = inodeOf();
        return await writer.sync(corpus, options);
    }
    catch (error) {
        close();
        throw error;
    }
});
function close() {
    writer?.close();
    writer = undefined;
}
function inodeOf() {
    return statSync(location, { throwIfNoEntry: false })?.ino;
}
