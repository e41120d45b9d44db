import { isUtf8 } from 'node:buffer';
import { decode, utf16Of } from '../decoding/decode.js';
/** Detects the format of a file by its bytes alone: its name may be anything. */
export async function detectFormat(bytes) {
    if (bytes.length === 0)
        return { foreign: 'empty' };
    // Text goes first: "BM announced" has the first letters of a bitmap. What runs or shows pictures isn't plain text.
    if (isPlainText(bytes))
        return formatOfText(bytes.toString('utf8'));
    if (utf16Of(bytes))
        return formatOfDecoded(bytes);
    const { fileTypeFromBuffer } = await import('file-type');
    const type = await fileTypeFromBuffer(bytes);
    // XML in an encoding of its own, or no signature at all: text of the time before UTF-8, or nothing known.
    if (type === undefined || type.ext === 'xml')
        return formatOfDecoded(bytes);
    return DOCUMENTS.has(type.ext) ? { extension: `.${type.ext}` } : { foreign: foreignOf(type) };
}
const DOCUMENTS = new Set(['pdf', 'docx', 'odt', 'epub', 'rtf']);
/** As file-type calls them. */
const PROGRAMS = words('exe elf macho class wasm jar apk deb rpm dmg lnk alias crx xpi swf com');
const ARCHIVES = words('zip gz tar tar.gz 7z rar bz2 xz zst lz lz4 lzh Z ar arj ace cab cpio asar');
function foreignOf({ ext, mime }) {
    if (PROGRAMS.has(ext))
        return 'program';
    if (ARCHIVES.has(ext))
        return 'archive';
    if (mime.startsWith('image/'))
        return 'picture';
    return /^(?:audio|video)\//u.test(mime) ? 'recording' : 'unknown';
}
/** UTF-8 without control characters: those of layout (tab, line and form feeds) and the escape of ISO 2022 aside. */
function isPlainText(bytes) {
    if (!isUtf8(bytes))
        return false;
    for (const byte of bytes) {
        if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b)
            return false;
    }
    return true;
}
async function formatOfDecoded(bytes) {
    const { text, flaw } = await decode(bytes);
    return flaw?.severity === 'error' ? { foreign: 'unknown' } : formatOfText(text);
}
/** In UTF-16 units, enough for the head of any format: the headers of a newsletter take a few kilobytes. */
const HEAD_LENGTH = 64 * 1024;
function formatOfText(text) {
    const unmarked = text.replace(/^\ufeff/u, '');
    const start = unmarked.slice(0, HEAD_LENGTH).trimStart();
    if (start === '')
        return { foreign: 'empty' };
    if (unmarked.startsWith('#!'))
        return { foreign: 'program' };
    if (start.slice(0, 1024).includes('%PDF-'))
        return { extension: '.pdf' };
    if (start.startsWith('{\\rtf'))
        return { extension: '.rtf' };
    return (markupIn(start) ??
        jsonIn(unmarked) ??
        mailIn(unmarked.slice(0, HEAD_LENGTH)) ?? { extension: proseIn(start) });
}
/** Front matter, or a title as Markdown has it; anything else is as it stands. */
function proseIn(start) {
    return /^(?:---\r?\n|#{1,6}[ \t])/u.test(start) ? '.md' : '.txt';
}
const FEEDS = words('rss feed rdf:rdf');
/** What pages without a head, and parts of pages, begin with. */
const ELEMENTS = words('html head body title meta link base article main section header div p h1 h2 h3 table');
function markupIn(start) {
    if (!start.startsWith('<'))
        return undefined;
    const root = rootOf(start);
    if (FEEDS.has(root))
        return { extension: '.xml' };
    if (ELEMENTS.has(root))
        return { extension: '.html' };
    if (root === 'svg')
        return { foreign: 'picture' };
    return start.startsWith('<?xml') ? { foreign: 'unknown' } : undefined;
}
/** The name of the first element in small letters, after what may stand before it; '' where none is found. */
function rootOf(start) {
    let at = 0;
    for (;;) {
        at += start.slice(at, at + 1000).match(/^\s*/u)[0].length;
        const end = closingOf(start, at);
        if (end === undefined)
            return (start.slice(at, at + 50).match(/^<([a-z][\w:.-]*)/iu)?.[1] ?? '').toLowerCase();
        if (/^<!doctype\s{1,9}html\b/iu.test(start.slice(at, at + 30)))
            return 'html';
        at = end;
    }
}
/** Where a processing instruction, a comment or a document type that begins here ends. */
function closingOf(text, at) {
    const kinds = [
        ['<?', '?>'],
        ['<!--', '-->'],
        ['<!', '>'],
    ];
    const kind = kinds.find(([open]) => text.startsWith(open, at));
    const end = kind ? text.indexOf(kind[1], at) : -1;
    return kind === undefined || end === -1 ? undefined : end + kind[1].length;
}
/** A JSON Feed, or records with a text, one a line. JSON of another kind is no article, nor is it prose. */
function jsonIn(text) {
    const body = text.trim();
    if (!body.startsWith('{'))
        return undefined;
    const whole = recordIn(body);
    if (whole && String(whole.version).includes('jsonfeed.org'))
        return { extension: '.feed.json' };
    const end = body.indexOf('\n');
    const first = end === -1 ? whole : recordIn(body.slice(0, end));
    if (first && [first.text, first.body, first.content].some((one) => typeof one === 'string')) {
        return { extension: '.jsonl' };
    }
    return whole || first ? { foreign: 'unknown' } : undefined;
}
function recordIn(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        // Text that happens to begin with a brace.
        return undefined;
    }
}
const HEADERS = words('from to date subject message-id mime-version received return-path content-type');
/** Lines of `Name: value` before the first empty one, and among them what mail has (RFC 5322). */
function mailIn(text) {
    const isMailbox = /^From \S/u.test(text);
    const lines = text.split(/\r?\n/u);
    if (isMailbox)
        lines.shift();
    const end = lines.indexOf('');
    const head = end === -1 ? lines : lines.slice(0, end);
    const isHead = (line) => /^(?:[ \t]|>?[!-9;-~]{1,76}:)/u.test(line);
    if (head.length === 0 || !head.every(isHead))
        return undefined;
    const names = head.map((line) => line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase());
    if (!names.includes('from') || new Set(names.filter((name) => HEADERS.has(name))).size < 3)
        return undefined;
    if (isMailbox)
        return { extension: '.mbox' };
    // A saved page and a letter with pictures are built alike; a page says where it is from.
    const isPage = /multipart\/related/iu.test(head.join('\n')) &&
        (names.some((name) => /^(?:snapshot-)?content-location$/u.test(name)) ||
            head.some((line) => /^from: ?<saved by /iu.test(line)));
    return { extension: isPage ? '.mhtml' : '.eml' };
}
function words(list) {
    return new Set(list.split(' '));
}
