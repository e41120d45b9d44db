import { withoutExtension } from '../../metadata/new-article.ts';
import { pageArticle } from '../html/read-html.ts';
import { readWhole } from '../read-small.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { headerOf, parseMail } from './mail.ts';

/** Reads a page that a browser saved with its resources as MHTML (RFC 2557). */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const bytes = await readWhole(file);
  const mail = 'reason' in bytes ? bytes : await parseMail(bytes);
  if ('reason' in mail) {
    yield { flaw: mail };
    return;
  }
  const { email } = mail;
  if (!email.html) {
    yield { flaw: { severity: 'error', reason: 'no HTML page in it' } };
    return;
  }
  const url = headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location');
  const place = { id: withoutExtension(file.path), path: file.path, encoding: 'utf-8' };
  yield pageArticle(firstPage(email.html), place, url && URL.canParse(url) ? { url } : {});
}

/** Its frames, advertisements mostly, follow the page as pages of their own. */
function firstPage(html: string): string {
  const end = html.search(/<\/html\s{0,9}>/iu);
  return end === -1 ? html : html.slice(0, end);
}
