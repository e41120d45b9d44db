/** One line a format. A reader is loaded with its first file: nobody waits for a parser that isn't used. */
const READERS = [
    { extensions: ['.txt'], plain: true, load: () => import('./read-text.js') },
    { extensions: ['.md'], plain: true, load: () => import('./read-markdown.js') },
    { extensions: ['.jsonl', '.ndjson'], plain: true, load: () => import('./read-jsonl.js') },
    { extensions: ['.csv', '.tsv'], load: () => import('./read-csv.js') },
    { extensions: ['.html', '.htm'], load: () => import('./html/read-html.js') },
    { extensions: ['.mhtml', '.mht'], load: () => import('./mail/read-mhtml.js') },
    { extensions: ['.eml'], load: () => import('./mail/read-eml.js') },
    { extensions: ['.mbox'], load: () => import('./mail/read-mbox.js') },
    { extensions: ['.rss', '.atom', 'feed.json'], load: () => import('./read-feed.js') },
    { extensions: ['.xml'], load: () => import('./read-xml.js') },
    { extensions: ['.pdf'], load: () => import('./pdf/read-pdf.js') },
    { extensions: ['.epub'], load: () => import('./office/read-epub.js') },
    { extensions: ['.docx'], load: () => import('./office/read-docx.js') },
    { extensions: ['.odt'], load: () => import('./office/read-odt.js') },
    { extensions: ['.rtf'], load: () => import('./office/read-rtf.js') },
    { extensions: ['.warc', '.warc.gz'], load: () => import('./archives/read-warc.js') },
    { extensions: ['.zip'], load: () => import('./archives/read-zip.js') },
    { extensions: ['.tar', '.tar.gz', '.tgz'], load: () => import('./archives/read-tar.js') },
    { extensions: ['.gz'], load: () => import('./archives/read-gz.js') },
];
/** Of all files that are read; lower case. */
export const EXTENSIONS = READERS.flatMap((reader) => reader.extensions);
/** Whether some reader reads files of this name; of a `.gz`, what is in it. */
export function isReadable(path) {
    const extension = EXTENSIONS.find((one) => endsWith(path, one));
    return extension === '.gz' ? isReadable(path.slice(0, -extension.length)) : extension !== undefined;
}
/** Loads the reader of a file by its name. Throws where there is none (`isReadable`). */
export async function readerOf(path) {
    const reader = formatOf(path);
    if (!reader)
        throw new Error(`no reader for ${path}`);
    return reader.load();
}
/** Whether a file is read in the calling thread: our own code, linear in its size. */
export function isPlain(path) {
    return formatOf(path)?.plain ?? false;
}
/** Of several that fit the one with the longest extension: `feed.json` before `.json`, `.warc.gz` before `.gz`. */
function formatOf(path) {
    const fit = EXTENSIONS.filter((one) => endsWith(path, one)).sort((a, b) => b.length - a.length)[0];
    return READERS.find(({ extensions }) => fit !== undefined && extensions.includes(fit));
}
/** Whether a file is compressed, so that it may hold far more than its size. */
export function isPacked(path) {
    return /\.(?:gz|tgz|zip)$/iu.test(path);
}
function endsWith(path, extension) {
    return path.toLowerCase().endsWith(extension);
}
