import { brotliDecompressSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import { streamBytes } from '../../decoding/bytes.ts';
import { decodePage } from '../../decoding/decode-page.ts';
import { articleOf } from '../../metadata/new-article.ts';
import { extractHtml } from '../html/extract.ts';
import { type CorpusFile, type Flaw, type Item, MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.ts';
import { skipped } from '../skipped.ts';
import { UnreadableFileError } from '../unreadable.ts';
import { gunzipped, unpackingFlaw, unpackingOf } from './archive-limits.ts';

/** Reads the web pages of a WARC archive: responses of type text/html with status 200, one at a time. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const unpacking = await unpackingOf(file);
  const bytes = /\.gz$/iu.test(file.path) ? gunzipped(streamBytes(file), unpacking) : streamBytes(file);
  const headers = new HeaderBound();
  const others = skipped();
  let records = 0;
  try {
    for await (const record of WARCParser.iterRecords(headers.watched(bytes))) {
      headers.end();
      // The library makes a record of whatever there is.
      const other = record.warcType ? otherThanPage(record) : 'records that can’t be read';
      if (record.warcType) records += 1;
      if (other === undefined) yield* itemsOf(record, file);
      else if (other !== '') others.count(other);
      await record.skipFully();
      headers.begin();
    }
    if (records > 0) yield* others.items();
    else yield { flaw: { severity: 'error', reason: 'not a WARC archive: no record' } };
  } catch (error) {
    yield { flaw: unpackingFlaw(error, (message) => `not valid WARC: ${message}; the rest is left out`) };
  }
}

/** Of one record, including what is read ahead. Browsers and servers allow some 8 to 256 KB of a page's headers. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;

/** The library copies what is left of a piece after each line: of pieces of 1 MB, 320,000 empty records took 50 s. */
const PIECE_BYTES = 16 * 1024;

/** Bounds what is read between two records, which the library gathers without end. */
class HeaderBound {
  /** Since the last record ended; nothing inside one. */
  #length: number | undefined = 0;

  begin(): void {
    this.#length = 0;
  }

  end(): void {
    this.#length = undefined;
  }

  async *watched(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      if (this.#length !== undefined) this.#length += chunk.length;
      if ((this.#length ?? 0) > MAX_HEADER_BYTES) {
        throw new UnreadableFileError(
          'not valid WARC: a record with over 4 MB of headers; the rest is left out',
        );
      }
      for (let start = 0; start < chunk.length; start += PIECE_BYTES)
        yield chunk.subarray(start, start + PIECE_BYTES);
    }
  }
}

/** Records that hold what a page holds, in a form that isn't read. */
const NAMED: ReadonlySet<string> = new Set(['resource', 'conversion', 'continuation']);

/** What a record is that isn't a page; '' of what belongs to another record. */
function otherThanPage({ warcType, warcTargetURI, httpHeaders }: WARCRecord): string | undefined {
  if (warcType === 'revisit') return 'revisit records (pages unchanged since the last crawl)';
  if (NAMED.has(warcType ?? '') && /^https?:/iu.test(warcTargetURI ?? '')) return `${warcType} records`;
  if (warcType !== 'response') return '';
  if (httpHeaders?.statusCode !== 200) return 'responses that are not pages (redirects, errors)';
  const type = httpHeaders.headers.get('content-type') ?? '';
  return /^\s*(?:text\/html|application\/xhtml\+xml)/iu.test(type) ? undefined : 'files of other types';
}

async function* itemsOf(record: WARCRecord, file: CorpusFile): AsyncGenerator<Item> {
  const url = record.warcTargetURI ?? '';
  const body = await bodyOf(record);
  if (!body) {
    yield { flaw: flawOf(`too large: a page over ${MAX_ARTICLE_MB} MB`, url) };
    return;
  }
  const charset = record.httpHeaders?.headers
    .get('content-type')
    ?.match(/charset=["']?([\w.:-]{1,40})/iu)?.[1];
  const { text: html, encoding, flaw } = await decodePage(body, charset);
  if (flaw) yield { flaw: flawOf(flaw.reason, url) };
  if (flaw?.severity === 'error') return;
  const { text, fields, origin, otherDates, reason } = extractHtml(html, { url });
  if (text === '') {
    yield { flaw: flawOf(reason ?? 'no text', url) };
    return;
  }
  const id = `${file.path}#${record.warcHeader('WARC-Record-ID')?.replace(/^<urn:uuid:|>$/gu, '') || url}`;
  yield articleOf({ id, path: file.path, text, encoding, fields, fieldsFrom: origin, otherDates });
}

/** A crawl is full of pages that are no articles: none of it is an error of the archive. */
function flawOf(reason: string, url: string): Flaw {
  return { severity: 'warning', reason: `${reason}: in ${url.slice(0, 200)}` };
}

/** The page out of what HTTP wraps around it; nothing where it is too large. */
async function bodyOf(record: WARCRecord): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length > MAX_ARTICLE_LENGTH) return undefined;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!/^\s*br\s*$/iu.test(record.httpHeaders?.headers.get('content-encoding') ?? '')) return body;
  return unbrotlied(body);
}

/** Brotli, which the library doesn't know and browsers ask for; as it is where a crawler has decoded it, but not said so. */
function unbrotlied(body: Buffer): Buffer | undefined {
  try {
    return brotliDecompressSync(body, { maxOutputLength: MAX_ARTICLE_LENGTH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : body;
  }
}
