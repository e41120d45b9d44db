import { type Archive, type ArchiveMethod, archiveBy } from '../archive/archive.ts';

/** The archive holds no article at all: whoever asks is told that, rather than that it does not answer this. */
export class EmptyArchiveError extends Error {
  override readonly name = 'EmptyArchiveError';
}

/** The same archive, which throws `EmptyArchiveError` instead of finding nothing in no article. */
export function nonEmptyArchive(archive: Archive): Archive {
  return archiveBy(async (method, values) => {
    const found = await (archive[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
    if (isNothing(method, found) && (await archive.status()).articles === 0) throw new EmptyArchiveError();
    return found;
  });
}

/** Of an answer: no article was searched; of a list: it has none. */
function isNothing(method: ArchiveMethod, found: unknown): boolean {
  if (method === 'article') return found === undefined;
  if (method === 'articles') return (found as Awaited<ReturnType<Archive['articles']>>).total === 0;
  const asks = method === 'ask' || method === 'quote' || method === 'sources';
  return asks && (found as Awaited<ReturnType<Archive['ask']>>).articles === 0;
}
