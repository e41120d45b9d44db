import { basename } from 'node:path';
import type { Reader } from './reader.ts';

/** One line a format. A reader is loaded when its first file is met: nobody waits for a parser that isn't used. */
const READERS: readonly { extensions: readonly string[]; load: () => Promise<Reader> }[] = [
  { extensions: ['.txt'], load: () => import('./read-text.ts') },
  { extensions: ['.md'], load: () => import('./read-markdown.ts') },
  { extensions: ['.jsonl', '.ndjson'], load: () => import('./read-jsonl.ts') },
  { extensions: ['.html', '.htm'], load: () => import('./read-html.ts') },
  { extensions: ['.csv', '.tsv'], load: () => import('./read-csv.ts') },
  { extensions: ['.xml'], load: () => import('./read-xml.ts') },
  { extensions: ['.warc', '.warc.gz'], load: () => import('./read-warc.ts') },
  { extensions: ['.zip'], load: () => import('./read-zip.ts') },
  { extensions: ['.tar', '.tar.gz', '.tgz'], load: () => import('./read-tar.ts') },
  // After those that end in .gz too.
  { extensions: ['.gz'], load: () => import('./read-gz.ts') },
];

export const EXTENSIONS: readonly string[] = READERS.flatMap((reader) => reader.extensions);

export function isReadable(path: string): boolean {
  const extension = extensionOf(path);
  // A .gz is what is in it.
  return extension === '.gz' ? isReadable(path.slice(0, -extension.length)) : extension !== undefined;
}

export async function readerOf(path: string): Promise<Reader> {
  const extension = extensionOf(path);
  const reader = READERS.find(({ extensions }) => extension && extensions.includes(extension));
  if (!reader) throw new Error(`no reader for ${path}`);
  return reader.load();
}

/** The first of ours that the name ends in, after something else. */
function extensionOf(path: string): string | undefined {
  const name = basename(path).toLowerCase();
  return EXTENSIONS.find((extension) => name.endsWith(extension) && name !== extension);
}
