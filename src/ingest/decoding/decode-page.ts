import { type Decoded, decode, detect, isForeign, utf16Of } from './decode.ts';

/** Where a page declares its encoding (HTML standard: in the first 1024 bytes; real pages are a little later). */
const HEAD_BYTES = 4096;

/**
 * Decodes a web page. First by its byte order mark, and as UTF-8 where all of it is; then by what the server (`charset`) or
 * the page declares, which is no guess and needs no warning; then by detection, with a warning.
 */
export async function decodePage(page: Buffer, charset?: string): Promise<Decoded> {
  const bytes = withoutNuls(page);
  const label = knownLabel(charset) ?? knownLabel(declaredIn(bytes));
  const isMarked = utf16Of(bytes) !== undefined;
  // Escape sequences in ASCII: no byte shows that it isn't UTF-8.
  if (label === 'iso-2022-jp' && !isMarked) {
    return { text: new TextDecoder(label).decode(bytes), encoding: label };
  }
  if (label === undefined || label.startsWith('utf') || isMarked || !isForeign(bytes)) {
    return decode(bytes, detect);
  }
  const { text, encoding, flaw } = await decode(bytes, async () => label);
  const isDamaged = text.includes('\ufffd');
  if (flaw?.severity !== 'warning') return { text, encoding, ...(flaw ? { flaw } : {}) };
  const reason = `damaged: bytes that are not ${label.toUpperCase()} are shown as \ufffd`;
  return isDamaged ? { text, encoding, flaw: { severity: 'warning', reason } } : { text, encoding };
}

/** Browsers drop a NUL in a page (HTML standard, 13.2.5). A file of many is in UTF-16, or no page. */
const MAX_NUL_SHARE = 0.01;

function withoutNuls(bytes: Buffer): Buffer {
  if (!bytes.includes(0) || utf16Of(bytes) !== undefined || !bytes.includes('<')) return bytes;
  const kept = bytes.filter((byte) => byte !== 0);
  return kept.length >= bytes.length * (1 - MAX_NUL_SHARE) ? Buffer.from(kept) : bytes;
}

function declaredIn(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  return head.match(
    /<(?:meta|\?xml)\b[^>]{0,400}?\b(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/iu,
  )?.[1];
}

/** The label as `TextDecoder` calls it; `undefined` where it knows no such encoding. */
function knownLabel(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
