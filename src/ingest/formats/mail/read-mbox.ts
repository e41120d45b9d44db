import { linesOf } from '../../decoding/lines.ts';
import { type CorpusFile, type Item, MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.ts';
import { mailItems, parseMail } from './mail.ts';

/** Reads a mailbox: one article for each message, with one message in memory at a time. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  let number = 0;
  for await (const { line, bytes } of messagesOf(file)) {
    number += 1;
    if (bytes === undefined) {
      const reason = `too large: a message over ${MAX_ARTICLE_MB} MB, which is the limit for one article`;
      yield { flaw: { severity: 'error', line, reason } };
      continue;
    }
    const mail = await parseMail(bytes);
    if ('reason' in mail) {
      yield { flaw: { ...mail, line } };
      continue;
    }
    const id = mail.email.messageId?.trim().replace(/^<|>$/gu, '') || `message-${number}`;
    yield* mailItems(mail, { id: `${file.path}#${id}`, path: file.path, encoding: 'utf-8', line });
  }
  if (number === 0)
    yield { flaw: { severity: 'error', reason: 'not a mailbox: no line starts with "From "' } };
}

interface Message {
  /** Of its "From " line, counted from 1. */
  readonly line: number;
  /** Absent where the message is over the limit. */
  readonly bytes?: Buffer;
}

const NEWLINE = Buffer.from('\n');

/**
 * A "From " line after an empty one, or at the start of the file, opens a message (RFC 4155) where a header follows: a
 * paragraph may begin with "From", too, and not every program quotes it.
 */
async function* messagesOf(file: CorpusFile): AsyncGenerator<Message> {
  let parts: Buffer[] = [];
  let size = 0;
  let line = 0;
  let afterBlank = true;
  /** A line that opens a message if the next one is a header. */
  let opener: { readonly number: number; readonly bytes: Buffer } | undefined;
  const message = (): Message =>
    size > MAX_ARTICLE_LENGTH ? { line } : { line, bytes: Buffer.concat(parts) };
  const take = (bytes: Buffer | undefined) => {
    if (line === 0) return;
    size += bytes === undefined ? MAX_ARTICLE_LENGTH + 1 : bytes.length + 1;
    if (size > MAX_ARTICLE_LENGTH) parts = [];
    else if (bytes) parts.push(unquoted(bytes), NEWLINE);
  };
  for await (const { number, bytes } of linesOf(file)) {
    if (opener) {
      if (bytes && (line === 0 || HEADER.test(bytes.toString('latin1', 0, 120)))) {
        if (line > 0) yield message();
        [parts, size, line] = [[], 0, opener.number];
      } else take(opener.bytes);
      opener = undefined;
    }
    if (bytes && afterBlank && OPENER.test(bytes.toString('latin1', 0, 500))) opener = { number, bytes };
    else take(bytes);
    afterBlank = bytes !== undefined && (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d));
  }
  if (opener) take(opener.bytes);
  if (line > 0) yield message();
}

/** An address, or what stands for one (`-`, `MAILER-DAEMON`, `name at host`), or a time of day, as no paragraph has. */
const OPENER =
  /^From (?:-|MAILER-DAEMON\b|\S+@|\S+ at \S+ |.*\d:\d\d|\S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|\S+\s*$)/u;
const HEADER = /^>?[!-9;-~]{1,76}:|^>From /u;

/** Without what the writer of the mailbox put before a line of the text that looks like the start of a message. */
function unquoted(line: Buffer): Buffer {
  return /^>+From /u.test(line.toString('latin1', 0, 80)) ? line.subarray(1) : line;
}
