import { join } from 'node:path';
import { archiveFolder, EDITS_LOCK, REMOVED_FOLDER } from '../data-folder.ts';
import { IndexUnavailableError } from '../index/database/errors.ts';
import { locked } from '../index/writer-lease.ts';
import type { Article } from '../model/article.ts';
import { serialQueue } from '../threads/serial-queue.ts';
import { addFile } from './add-file.ts';
import { EditError, written } from './edit-error.ts';
import { type Edit, logged } from './edit-log.ts';
import { EXAMINED_AS, type Examined, type Upload } from './examine-file.ts';
import { examiner } from './examiner.ts';
import { pendingIn } from './pending.ts';
import { removeFile } from './remove-file.ts';

export interface EditingOptions {
  /** The folder of articles. */
  readonly corpus: string;
  /** Ibid's own folder. */
  readonly data: string;
}

/** Who changes the archive. */
export type Editor = Pick<Edit, 'user' | 'guild'>;

/** What an upload is, and the key under which it waits to be confirmed. */
export type Held =
  | { readonly key: string; readonly upload: Upload }
  | Extract<Examined, { rejected: unknown }>;

/** Changes the archive's folder: an upload waits until it is confirmed; one change at a time. */
export interface Editing {
  /** Reads an upload and keeps it until it is confirmed. A rejected one is not kept. Throws `EditError`. */
  hold(bytes: Buffer, userId: string): Promise<Held>;
  drop(key: string, userId: string): Promise<void>;
  /** Stores a waiting upload; returns `undefined` when it waits no longer. Throws `EditError`. */
  add(key: string, editor: Editor, known: IsKnown): Promise<Added | undefined>;
  /**
   * Moves an article's file out of the archive. `articles`: how many its file holds. Throws `EditError`, also for
   * several.
   */
  remove(article: Article, articles: number, editor: Editor): Promise<Edit>;
}

/** Returns the archive's articles with one of these texts, by `textMarkOf`. */
export type IsKnown = (texts: readonly string[]) => Promise<readonly Article[]>;

export type Added = Edit | { readonly already: Article } | Extract<Examined, { rejected: unknown }>;

/**
 * Opens editing of one archive, and deletes uploads that have waited too long. Works where `data` can't be written:
 * edits then throw.
 */
export async function openEditing({ corpus, data }: EditingOptions): Promise<Editing> {
  const folder = archiveFolder(data, corpus);
  const pending = pendingIn(folder);
  // A folder that can't be written stops nobody from asking; whoever edits is told.
  await written(pending.sweep()).catch((error) => {
    if (!(error instanceof EditError)) throw error;
  });
  const examine = examiner();
  const queue = serialQueue();
  /** One change at a time, of this process and of others. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> =>
    queue.run(async () => {
      const lock = await locked(join(folder, EDITS_LOCK)).catch(unlocked);
      try {
        return await change();
      } finally {
        lock.release();
      }
    });

  async function addExamined(
    examined: Examined,
    bytes: Buffer,
    editor: Editor,
    known: IsKnown,
  ): Promise<Added> {
    if ('rejected' in examined) return examined;
    const { upload } = examined;
    const already = await known(upload.texts);
    if (already[0] && already.length === new Set(upload.texts).size) return { already: already[0] };
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
      if ('upload' in examined) return { key, ...examined };
      await pending.drop(key, userId);
      return examined;
    },
    drop: pending.drop,
    add: (key, editor, known) =>
      inTurn(async () => {
        const waiting = await pending.get(key, editor.user.id);
        if (!waiting) return undefined;
        // Read again: it is what is stored now that counts, by the code that runs now.
        const added = await addExamined(await examine(waiting.location), waiting.bytes, editor, known);
        // What could not be read just now, or not be written, stays for another try.
        if (!('rejected' in added)) await pending.drop(key, editor.user.id);
        return added;
      }),
    remove: (article, articles, editor) =>
      inTurn(async () => {
        const { id, path, title } = article;
        if (articles !== 1) throw new EditError('several', path);
        const edit = { ...editOf('remove', editor), article: id, articles, path, title };
        return logged(folder, edit, async () => {
          const { location, sha256 } = await removeFile(corpus, path, join(folder, REMOVED_FOLDER));
          return { ...edit, sha256, kept: location };
        });
      }),
  };
}

/** Throws what an archive's folder that can't be written is to an editor. */
function unlocked(error: unknown): never {
  if (!(error instanceof IndexUnavailableError)) throw error;
  const { code = error.message } = (error.cause ?? error) as NodeJS.ErrnoException;
  throw new EditError('unwritable', code, error);
}

function editOf(action: Edit['action'], { user, guild }: Editor) {
  return { time: new Date().toISOString(), action, user, guild };
}

/** The id that the article of a file will have; nothing for a file of several. */
function articleIn({ first, articles, extension }: Upload, path: string): Pick<Edit, 'article'> {
  if (articles !== 1) return {};
  const stem = path.slice(0, -extension.length);
  return { article: `${stem}${first.article.id.slice(EXAMINED_AS.length)}` };
}
