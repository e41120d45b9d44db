import { isUtf8 } from 'node:buffer';
import PostalMime, { type Email } from 'postal-mime';
import { decode } from '../../decoding/decode.ts';
import { fieldsOf } from '../../metadata/fields.ts';
import { type ArticlePlace, articleOf } from '../../metadata/new-article.ts';
import { extractHtml } from '../html/extract.ts';
import type { Flaw, Item } from '../reader.ts';

/**
 * Mail nests its parts; the headers of a newsletter take a few kilobytes. The library throws for a message over these
 * bounds. Letters inside a letter are read by `forwardedText`: the library would write a head of its own words over them.
 */
const BOUNDS = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

/** Of letters inside letters. */
const MAX_FORWARDED = 10;

/** A message, and what is wrong with its letters. */
export interface Mail {
  readonly email: Email;
  readonly flaw?: Flaw;
}

/** Parses a message; a flaw where it can't be parsed. */
export async function parseMail(bytes: Buffer): Promise<Mail | Flaw> {
  const { bytes: readable, flaw } = await withCharset(bytes);
  try {
    const email = await PostalMime.parse(readable, BOUNDS);
    return flaw ? { email, flaw } : { email };
  } catch (error) {
    const reason = `not a valid mail message: ${error instanceof Error ? error.message : String(error)}`;
    return { severity: 'error', reason };
  }
}

/** A header as written, by its name in lower case: the library's own date loses the time zone, and so the sender's day. */
export function headerOf(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value;
}

/**
 * The article of a message: its HTML part where it has one, otherwise the plain text; letters that it forwards follow.
 * Other attachments are skipped.
 */
export async function* mailItems({ email, flaw }: Mail, place: ArticlePlace): AsyncGenerator<Item> {
  const { fields, invalid } = fieldsOf({
    title: email.subject,
    date: headerOf(email, 'date'),
    publisher: senderOf(email),
    // Where mailing lists keep it (RFC 5064).
    url: headerOf(email, 'archived-at')?.replace(/^<|>$/gu, ''),
    language: headerOf(email, 'content-language'),
  });
  if (flaw) yield { flaw: place.line === undefined ? flaw : { ...flaw, line: place.line } };
  for (const { reason } of invalid) yield { flaw: { severity: 'warning', ...lineOf(place), reason } };
  const { text: own, reason } = textOf(email);
  const text = [own, ...(await forwardedText(email, 1))].filter((part) => part !== '').join('\n\n');
  if (text.includes('\ufffd') && !flaw) {
    const damage = 'damaged: bytes that its charset doesn’t have are shown as \ufffd';
    yield { flaw: { severity: 'warning', ...lineOf(place), reason: damage } };
  }
  if (text === '')
    yield { flaw: { severity: 'error', ...lineOf(place), reason: reason ?? withoutText(email) } };
  else yield articleOf({ ...place, text, fields, fieldsFrom: 'mail header' });
}

/** Also `name at host (Name)`, as archives of mailing lists hide addresses. */
function senderOf(email: Email): string | undefined {
  const hidden = headerOf(email, 'from')?.match(/^\S+ at \S+ \(([^()]{1,200})\)$/u)?.[1];
  return hidden ?? (email.from?.name || email.from?.address);
}

function textOf(email: Email): { readonly text: string; readonly reason?: string } {
  const html = email.html ? extractHtml(email.html, { whole: true }) : undefined;
  const text = html?.text || unwrapped(email.text ?? '');
  return text === '' && html?.reason !== undefined ? { text, reason: html.reason } : { text };
}

/** The texts of the letters that a letter holds, from the outermost. */
async function forwardedText({ attachments }: Email, depth: number): Promise<string[]> {
  const texts: string[] = [];
  for (const { mimeType, content } of attachments) {
    if (mimeType !== 'message/rfc822' || typeof content === 'string' || depth > MAX_FORWARDED) continue;
    const inner = await parseMail(Buffer.from(content as ArrayBuffer));
    if ('reason' in inner) continue;
    texts.push(textOf(inner.email).text, ...(await forwardedText(inner.email, depth + 1)));
  }
  return texts;
}

/** Base64 that no header declares, decoded where it is text. */
function unwrapped(text: string): string {
  const packed = text.trim();
  if (packed.length < 60 || !/^(?:[A-Za-z0-9+/]{60,76}\r?\n)*[A-Za-z0-9+/]{1,76}={0,2}$/u.test(packed))
    return text;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) && !/[\0-\x08\x0e-\x1f]/u.test(bytes.toString('utf8')) ? bytes.toString('utf8') : text;
}

function withoutText({ attachments }: Email): string {
  const isTnef = attachments.some(
    ({ mimeType, filename }) => /ms-tnef/iu.test(mimeType) || filename === 'winmail.dat',
  );
  return isTnef ? 'no text: it is in winmail.dat (Outlook’s TNEF), which Ibid can’t read' : 'no text';
}

/** What letters call their charset that don't know it. */
const UNDECLARED = /\bcharset=(["']?)(?:us-ascii|ascii|unknown-8bit|x-unknown|unknown|8bit)\1/giu;

/** In UTF-8 where a letter holds letters beyond ASCII and says of no part in which charset they are: that is guessed. */
async function withCharset(bytes: Buffer): Promise<{ readonly bytes: Buffer; readonly flaw?: Flaw }> {
  if (isUtf8(bytes)) return { bytes };
  const source = bytes.toString('latin1');
  if (/\bcharset=/iu.test(source.replace(UNDECLARED, ''))) return { bytes };
  const { text, flaw } = await decode(bytes);
  if (flaw?.severity === 'error') return { bytes };
  return { bytes: Buffer.from(text.replace(UNDECLARED, 'charset=utf-8')), ...(flaw ? { flaw } : {}) };
}

function lineOf({ line }: ArticlePlace): { line?: number } {
  return line === undefined ? {} : { line };
}
