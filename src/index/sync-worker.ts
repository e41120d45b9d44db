/** The thread behind `syncThread`. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { emit, serve } from '../threads/serve.ts';
import { type IndexWriter, openWriter } from './index-writer.ts';
import type { SyncOptions } from './sync-folder.ts';
import type { SyncTask } from './sync-thread.ts';

const { location, corpus } = workerData as SyncTask;

/** Stays open from one sync to the next; after a failure it is opened anew. */
let writer: IndexWriter | undefined;
/** Of the file that it has open. */
let inode: number | undefined;

serve(async (options: SyncOptions) => {
  try {
    if (writer && inodeOf() !== inode) {
      close();
      emit('its file was deleted while Ibid ran');
    }
    writer ??= await openWriter(location, emit);
    inode = inodeOf();
    return await writer.sync(corpus, options);
  } catch (error) {
    close();
    throw error;
  }
});

function close(): void {
  writer?.close();
  writer = undefined;
}

function inodeOf(): number | undefined {
  return statSync(location, { throwIfNoEntry: false })?.ino;
}
