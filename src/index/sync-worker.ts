/** The thread behind `syncThread`. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { emit, serve } from '../threads/serve.ts';
import { type IndexWriter, openWriter } from './index-writer.ts';
import type { SyncRequest, SyncTask } from './sync-thread.ts';

const { location, corpus } = workerData as SyncTask;

/** Stays open from one sync to the next; after a failure it is opened anew. */
let writer: IndexWriter | undefined;
/** Of the file that it has open. */
let inode: number | undefined;

const ending = new AbortController();
const tick = () => ending.signal.throwIfAborted();

serve(async (request: SyncRequest) => {
  if (request === 'end') return ending.abort();
  try {
    if (writer && inodeOf() !== inode) {
      close();
      emit('its file was deleted while Ibid ran');
    }
    writer ??= await openWriter(location, emit);
    inode = inodeOf();
    return await writer.sync(corpus, { ...request, tick });
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
