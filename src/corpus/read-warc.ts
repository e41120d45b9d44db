import { WARCParser, type WARCRecord } from 'warcio';
import { articleOf } from './article.ts';
import { bytesOf } from './bytes.ts';
import { decodePage } from './decode-page.ts';
import { codeOf } from './fault.ts';
import { extractHtml } from './html.ts';
import { ARTICLE_LIMIT, ARTICLE_LIMIT_MB, type CorpusFile, type Flaw, type Item } from './reader.ts';
import { Refused } from './refused.ts';
import { gunzipped, reasonOf, unpackingOf } from './unpacking.ts';

/** The web pages of a WARC archive: responses of type text/html with status 200, one at a time. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const unpacking = await unpackingOf(file);
  const bytes = /\.gz$/iu.test(file.path) ? gunzipped(bytesOf(file), unpacking) : bytesOf(file);
  let records = 0;
  try {
    for await (const record of WARCParser.iterRecords(bytes)) {
      records += 1;
      if (isPage(record)) yield* itemsOf(record, file);
    }
    if (records === 0) yield { flaw: { severity: 'error', reason: 'not a WARC archive: no record' } };
  } catch (error) {
    const reason =
      error instanceof Refused || codeOf(error)
        ? reasonOf(error)
        : `not sound WARC: ${error instanceof Error ? error.message : String(error)}; the rest is left out`;
    yield { flaw: { severity: 'error', reason } };
  }
}

function isPage({ warcType, httpHeaders }: WARCRecord): boolean {
  const type = httpHeaders?.headers.get('content-type') ?? '';
  return (
    warcType === 'response' &&
    httpHeaders?.statusCode === 200 &&
    /^\s*(?:text\/html|application\/xhtml\+xml)/iu.test(type)
  );
}

async function* itemsOf(record: WARCRecord, file: CorpusFile): AsyncGenerator<Item> {
  const url = record.warcTargetURI ?? '';
  const body = await bodyOf(record);
  if (!body) {
    yield { flaw: flawOf(`too large: a page over ${ARTICLE_LIMIT_MB} MB`, url) };
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
    if (length > ARTICLE_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
