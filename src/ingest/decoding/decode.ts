import { isUtf8 } from 'node:buffer';
import type { Flaw } from '../formats/reader.ts';

/** Decoded bytes. */
export interface Decoded {
  /** All that the bytes hold, but for a byte order mark; '' where they are no text. */
  readonly text: string;
  readonly encoding: string;
  /** An error where the bytes are no text at all; a warning where the encoding had to be guessed. */
  readonly flaw?: Flaw;
}

/** Decodes UTF-8, UTF-16 with a byte order mark, or else the encoding that `encodingOf` detects, with a warning. */
export async function decode(bytes: Buffer, encodingOf = detect): Promise<Decoded> {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return guessed(decodeUtf16(bytes, unmarked), unmarked);
  if (bytes.includes(0)) return binary('it holds NUL bytes');
  const marked = bytes.subarray(0, 3).equals(UTF8_MARK);
  const body = marked ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) {
    return ISO_2022_JP.test(body.toString('latin1', 0, SAMPLE_BYTES))
      ? guessed({ text: new TextDecoder('iso-2022-jp').decode(body), encoding: 'iso-2022-jp' }, 'iso-2022-jp')
      : { text: body.toString('utf8'), encoding: 'utf-8' };
  }

  const line = firstBadLine(body).number;
  if (marked || !isForeign(body)) return withDamage(repaired(body), 'utf-8', line);
  const encoding = await encodingOf(body);
  const text = decodeAs(encoding, body);
  return { text, encoding, flaw: { severity: 'warning', line, reason: `not UTF-8: read as ${encoding}` } };
}

/** Detects the encoding of bytes that aren't UTF-8, by what follows the first line that isn't. */
export async function detect(bytes: Buffer): Promise<string> {
  // Loaded with the first such file: archives in UTF-8 never need it.
  const { detectEncoding } = await import('./detect-encoding.ts');
  const { start } = firstBadLine(bytes);
  return detectEncoding(bytes.subarray(start, start + SAMPLE_BYTES));
}

/**
 * Whether bytes are in another encoding than UTF-8, rather than UTF-8 with some bytes lost: fewer valid sequences than
 * broken ones.
 */
export function isForeign(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return false;
  const text = repaired(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound < broken;
}

/** The encoding of a UTF-16 byte order mark; `undefined` without one. */
export function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The sequences that lead to Japanese letters in ASCII and back (RFC 1468), both of them. */
const ISO_2022_JP = /\x1b\$[@B][!-~]{2,20000}\x1b\([BJ]/u;

function guessed(decoded: Decoded, encoding: string): Decoded {
  if (decoded.flaw) return decoded;
  return { ...decoded, flaw: { severity: 'warning', line: 1, reason: `not UTF-8: read as ${encoding}` } };
}

/** UTF-16 without a mark: blanks and line ends of two bytes, one of them NUL, all at odd or all at even places. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, SAMPLE_BYTES).includes(0)) return undefined;
  const nuls = [0, 0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (let at = sample.indexOf(0); at !== -1; at = sample.indexOf(0, at + 1)) nuls[at % 2]! += 1;
  const encoding = nuls[0] === 0 ? 'utf-16le' : nuls[1] === 0 ? 'utf-16be' : undefined;
  if (encoding === undefined) return undefined;
  const text = new TextDecoder(encoding).decode(sample);
  const letters = text.match(/[\p{L}\p{M}\p{N}\p{P}\s]/gu)?.length ?? 0;
  const scripts = new Set(text.match(/\p{L}/gu)?.map((letter) => letter.codePointAt(0)! >> 8));
  // Bytes that are no text make letters of all scripts.
  return letters > 0.95 * text.length && scripts.size <= 12 && /[ \n]/u.test(text) ? encoding : undefined;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Enough for a reliable detection; all of a 10 MB file would take seconds. */
export const SAMPLE_BYTES = 64 * 1024;

function repaired(bytes: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Node 20.18.3 and later decode windows-1252 as if 0x80-0x9F were not there (nodejs/node#56542: curly quotes become
 * control characters), but not as a stream.
 */
function decodeAs(encoding: string, bytes: Buffer): string {
  const decoder = new TextDecoder(encoding);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function decodeUtf16(bytes: Buffer, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  // The mark of UTF-32 starts like that of UTF-16, and its text is then half NULs.
  if (text.includes('\0')) return binary('it starts like UTF-16 and holds NULs');
  const bad = hasReplacement(bytes, encoding) ? text.indexOf('\ufffd') : -1;
  return bad === -1 ? { text, encoding } : withDamage(text, encoding, text.slice(0, bad).split('\n').length);
}

function hasReplacement(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

function firstBadLine(bytes: Buffer): { number: number; start: number } {
  let start = 0;
  for (let number = 1; ; number += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return { number, start };
    start = end + 1;
  }
}

function withDamage(text: string, encoding: string, line: number): Decoded {
  const reason = `damaged: bytes that are not ${encoding.toUpperCase()} are shown as \ufffd`;
  return { text, encoding, flaw: { severity: 'warning', line, reason } };
}

function binary(why: string): Decoded {
  return {
    text: '',
    encoding: 'binary',
    flaw: { severity: 'error', reason: `looks like a binary file: ${why}` },
  };
}
