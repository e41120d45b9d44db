import { TextDecoder } from 'node:util';
import { type CorpusFile, MAX_ARTICLE_LENGTH } from '../formats/reader.ts';
import { streamBytes } from './bytes.ts';
import { utf16Of } from './decode.ts';

/** A line of a file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line feed, in UTF-8 or the file's encoding; absent where the line is over the limit. */
  readonly bytes?: Buffer;
  /** Only where the file is in UTF-16: its lines are converted to UTF-8. */
  readonly encoding?: string;
}

const LINE_FEED = 0x0a;

/** Reads the lines of a file of any size. A line over `limit` bytes is skipped, not held in memory. */
export async function* linesOf(file: CorpusFile, limit = MAX_ARTICLE_LENGTH): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  let encoding: { encoding?: string } = {};
  const take = (part: Buffer) => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const line = (): Line => (length > limit ? { number } : { number, bytes: joined(parts), ...encoding });

  for await (const { chunk, utf16 } of chunksOf(file)) {
    if (utf16) encoding = { encoding: utf16 };
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield line();
      [parts, length] = [[], 0];
      number += 1;
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

interface Chunk {
  readonly chunk: Buffer;
  readonly utf16?: string;
}

/** The bytes of a file, in UTF-8 where the file is in UTF-16, whose line feeds are two bytes. */
async function* chunksOf(file: CorpusFile): AsyncGenerator<Chunk> {
  let utf16: string | undefined;
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of streamBytes(file)) {
    if (first) utf16 = utf16Of(chunk);
    if (first && utf16) decoder = new TextDecoder(utf16);
    first = false;
    if (!decoder || !utf16) yield { chunk };
    else yield { chunk: Buffer.from(decoder.decode(chunk, { stream: true })), utf16 };
  }
  if (decoder && utf16) yield { chunk: Buffer.from(decoder.decode()), utf16 };
}

function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return only && parts.length === 1 ? only : Buffer.concat(parts);
}
