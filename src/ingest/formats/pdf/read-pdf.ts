import { getDocumentProxy } from 'unpdf';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

import { type ArticleFields, fieldsOf } from '../../metadata/fields.ts';
import { articleOf } from '../../metadata/new-article.ts';
import { flawOf, readOrRefuse } from '../read-binary.ts';
import { type CorpusFile, type Item, MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.ts';
import { UnreadableFileError } from '../unreadable.ts';
import { withDropCaps } from './drop-caps.ts';
import { type KnownText, knownText } from './glyphs.ts';
import { closedUp } from './letter-spacing.ts';
import { linesInOrder, type PrintedLine } from './page-layout.ts';
import { runsOf, type TextItem } from './page-runs.ts';
import { printedText } from './printed-text.ts';
import { printedOnce } from './printed-twice.ts';

/**
 * Reads a `.pdf` file as one article, in reading order, with the offsets where its pages start. Scripts and forms never
 * run.
 */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  try {
    const pdf = await opened(await readOrRefuse(file));
    try {
      yield* itemsOf(file, pdf);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    yield { flaw: flawOf(error) };
  }
}

async function* itemsOf(file: CorpusFile, pdf: PDFDocumentProxy): AsyncGenerator<Item> {
  const read = await pagesOf(pdf);
  const { text, pages } = printedText(read.map(({ lines }) => lines));
  const where = (wanted: (page: Page) => boolean) =>
    read.flatMap((page, place) => (wanted(page) ? [place + 1] : []));
  const damaged = where(({ isDamaged }) => isDamaged);
  const unread = where(({ isPartial }) => isPartial);
  const empty = where(({ lines, isDamaged, isPartial }) => lines.length === 0 && !isDamaged && !isPartial);
  if (text === '' && unread.length > 0)
    throw new UnreadableFileError(
      'no text: its fonts don’t say which letters they show (no Unicode), so Ibid can’t read it',
    );
  if (text === '' && damaged.length === 0)
    throw new UnreadableFileError('no text: its pages are pictures (scanned?), which Ibid can’t read');
  const unknown = where(({ hasUnknown }) => hasUnknown);
  if (empty.length > 0)
    yield warning(`no text on ${listed(empty)}: empty, or a picture (scanned?), which Ibid can’t read`);
  if (unread.length > 0)
    yield warning(
      `text left out on ${listed(unread)}: in fonts that don’t say which letters they show (no Unicode)`,
    );
  if (unknown.length > 0)
    yield warning(
      `unknown letters on ${listed(unknown)} are shown as \ufffd: their font doesn’t say what they are (no Unicode)`,
    );
  if (damaged.length > 0) yield warning(`damaged: ${listed(damaged)} can’t be read`);
  yield articleOf({
    id: file.path,
    path: file.path,
    text,
    encoding: 'utf-8',
    fields: { ...(await propertiesOf(pdf)), pages },
    fieldsFrom: 'document properties',
  });
}

async function opened(bytes: Buffer): Promise<PDFDocumentProxy> {
  try {
    // A copy: pdf.js takes the memory away from whoever hands it over.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new UnreadableFileError('encrypted: save it without a password');
    throw new UnreadableFileError(`damaged, or not a PDF: ${messageOf(error)}`);
  }
}

interface Page extends Omit<KnownText, 'items'> {
  readonly lines: readonly PrintedLine[];
  readonly isDamaged: boolean;
}

const DAMAGED: Page = { lines: [], isDamaged: true, isPartial: false, hasUnknown: false };

async function pagesOf(pdf: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(pdf, number).catch(() => DAMAGED);
    pages.push(page);
    for (const line of page.lines) length += line.text.length;
    if (length > MAX_ARTICLE_LENGTH)
      throw new UnreadableFileError(
        `too large: its text is over ${MAX_ARTICLE_MB} MB, which is the limit for one article`,
      );
  }
  if (pages.every(({ isDamaged }) => isDamaged))
    throw new UnreadableFileError('damaged: none of its pages can be read');
  return pages;
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  page.cleanup();
  const { items, ...known } = knownText(
    content.items.filter((item: object): item is TextItem => 'str' in item),
  );
  const { turned, rightToLeft } = runsOf(items, transform);
  const lines = turned.flatMap((runs) =>
    linesInOrder(withDropCaps(closedUp(printedOnce(runs))), rightToLeft),
  );
  return { lines, isDamaged: false, ...known };
}

async function propertiesOf(pdf: PDFDocumentProxy): Promise<ArticleFields> {
  const known = await pdf.getMetadata().catch(() => undefined);
  const info = (known?.info ?? {}) as Readonly<Record<string, unknown>>;
  const xmp = (name: string): unknown => known?.metadata?.get(name) ?? undefined;
  const title = xmp('dc:title') ?? info.Title;
  return fieldsOf({
    title: typeof title === 'string' && isTitle(title) ? title : undefined,
    author: xmp('dc:creator') ?? info.Author,
    publisher: xmp('dc:publisher'),
    published: dayOf(xmp('dc:date')) ?? dayOf(info.CreationDate),
    url: xmp('prism:url') ?? xmp('dc:source'),
    language: info.Language,
  }).fields;
}

/** Programs write the name of the file, or what they call a new document. */
function isTitle(title: string): boolean {
  return !/\.\w{2,5}$|^(?:untitled|microsoft word|about:blank|document\d*$)/iu.test(title.trim());
}

/** `D:20210514103000+02'00'` (ISO 32000-1, 7.9.4), or ISO 8601: its day, as it was where it was written. */
function dayOf(date: unknown): string | undefined {
  const one = Array.isArray(date) ? date[0] : date;
  const parts = typeof one === 'string' ? one.match(/^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)/u) : null;
  return parts ? parts.slice(1).join('-') : undefined;
}

function warning(reason: string): Item {
  return { flaw: { severity: 'warning', reason } };
}

/** `page 3`, `pages 1–4, 7`. */
function listed(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges.slice(0, 20).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${ranges.length > 20 ? ' …' : ''}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
