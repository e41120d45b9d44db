/** The thread behind `syncThread`. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { emit, serve } from '../threads/serve.ts';
import { corruptMark } from './database/open-database.ts';
import { type IndexWriter, openWriter } from './index-writer.ts';
import type { SyncOptions } from './sync-folder.ts';
import type { SyncTask } from './sync-thread.ts';
import { alone, syncLock } from './writer-lease.ts';

const { location, corpus } = workerData as SyncTask;

/** Stays open from one sync to the next; after a failure it is opened anew. */
let writer: IndexWriter | undefined;
/** Of the file that it has open. */
let inode: number | undefined;

serve((options: SyncOptions) =>
  // Another process may be at it, for a moment: `ibid ingest`.
  alone(
    syncLock(location),
    () => sync(options),
    () => {},
  ),
);

async function sync(options: SyncOptions) {
  try {
    if (writer && inodeOf() !== inode) {
      close();
      emit('its file was deleted while Ibid ran');
    }
    if (corruptMark(location) !== undefined) close();
    writer ??= await openWriter(location, emit);
    inode = inodeOf();
    return await writer.sync(corpus, options);
  } catch (error) {
    close();
    throw error;
  }
}

function close(): void {
  writer?.close();
  writer = undefined;
}

function inodeOf(): number | undefined {
  return statSync(location, { throwIfNoEntry: false })?.ino;
}
