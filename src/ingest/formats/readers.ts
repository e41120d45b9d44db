import type { Reader } from './reader.ts';

interface Format {
  readonly extensions: readonly string[];
  readonly load: () => Promise<Reader>;
  /** Read by our own code in time that is linear in its size: it needs no thread of its own (`read-in-thread.ts`). */
  readonly plain?: boolean;
}

/** One line a format. A reader is loaded with its first file: nobody waits for a parser that isn't used. */
const READERS: readonly Format[] = [
  { extensions: ['.txt'], plain: true, load: () => import('./read-text.ts') },
  { extensions: ['.md'], plain: true, load: () => import('./read-markdown.ts') },
  { extensions: ['.jsonl', '.ndjson'], plain: true, load: () => import('./read-jsonl.ts') },
  { extensions: ['.csv', '.tsv'], load: () => import('./read-csv.ts') },
  { extensions: ['.html', '.htm'], load: () => import('./html/read-html.ts') },
  { extensions: ['.mhtml', '.mht'], load: () => import('./mail/read-mhtml.ts') },
  { extensions: ['.eml'], load: () => import('./mail/read-eml.ts') },
  { extensions: ['.mbox'], load: () => import('./mail/read-mbox.ts') },
  { extensions: ['.rss', '.atom', 'feed.json'], load: () => import('./read-feed.ts') },
  { extensions: ['.xml'], load: () => import('./read-xml.ts') },
  { extensions: ['.pdf'], load: () => import('./pdf/read-pdf.ts') },
  { extensions: ['.epub'], load: () => import('./office/read-epub.ts') },
  { extensions: ['.docx'], load: () => import('./office/read-docx.ts') },
  { extensions: ['.odt'], load: () => import('./office/read-odt.ts') },
  { extensions: ['.rtf'], load: () => import('./office/read-rtf.ts') },
  { extensions: ['.warc', '.warc.gz'], load: () => import('./archives/read-warc.ts') },
  { extensions: ['.zip'], load: () => import('./archives/read-zip.ts') },
  { extensions: ['.tar', '.tar.gz', '.tgz'], load: () => import('./archives/read-tar.ts') },
  { extensions: ['.gz'], load: () => import('./archives/read-gz.ts') },
];

/** Of all files that are read; lower case. */
export const EXTENSIONS: readonly string[] = READERS.flatMap((reader) => reader.extensions);

/** Whether some reader reads files of this name; of a `.gz`, what is in it. */
export function isReadable(path: string): boolean {
  const extension = EXTENSIONS.find((one) => endsWith(path, one));
  return extension === '.gz' ? isReadable(path.slice(0, -extension.length)) : extension !== undefined;
}

/** Loads the reader of a file by its name. Throws where there is none (`isReadable`). */
export async function readerOf(path: string): Promise<Reader> {
  const reader = formatOf(path);
  if (!reader) throw new Error(`no reader for ${path}`);
  return reader.load();
}

/** Whether a file is read in the calling thread: our own code, linear in its size. */
export function isPlain(path: string): boolean {
  return formatOf(path)?.plain ?? false;
}

/** Of several that fit the one with the longest extension: `feed.json` before `.json`, `.warc.gz` before `.gz`. */
function formatOf(path: string): Format | undefined {
  const fit = EXTENSIONS.filter((one) => endsWith(path, one)).sort((a, b) => b.length - a.length)[0];
  return READERS.find(({ extensions }) => fit !== undefined && extensions.includes(fit));
}

/** Whether a file is compressed, so that it may hold far more than its size. */
export function isPacked(path: string): boolean {
  return /\.(?:gz|tgz|zip)$/iu.test(path);
}

function endsWith(path: string, extension: string): boolean {
  return path.toLowerCase().endsWith(extension);
}
