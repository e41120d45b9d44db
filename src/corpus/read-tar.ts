import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { bytesOf } from './bytes.ts';
import { codeOf } from './fault.ts';
import { leftOut } from './left-out.ts';
import type { CorpusFile, Item } from './reader.ts';
import { Refused } from './refused.ts';
import {
  countEntry,
  faultOfName,
  gunzipped,
  isWanted,
  itemsInside,
  OTHERS,
  ofEntry,
  reasonOf,
  type Unpacking,
  unpackingOf,
} from './unpacking.ts';

/** The files of a tar archive that have a reader, in its order. An article is called `archive.tgz/folder/name`. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const unpacking = await unpackingOf(file);
  let wanted = 0;
  const others = leftOut();
  let place = -1;
  let entry = '';
  try {
    for await (const { header, body } of entriesOf(file, unpacking)) {
      place += 1;
      countEntry(unpacking);
      const { name } = header;
      entry = name;
      const fault = faultOfName(name);
      if (fault) yield { flaw: { severity: 'error', reason: fault } };
      if (!fault && header.type === 'file' && isWanted(name)) {
        wanted += 1;
        const open = opener(file, unpacking, place, body);
        const path = `${file.path}/${name.replace(/^(?:\.\/)+/u, '')}`;
        for await (const item of itemsInside(file, { open }, path, unpacking))
          yield ofEntry(item, name, path);
        if (unpacking.used.refused) return;
      }
      if (!fault && header.type === 'file' && !isWanted(name)) others.count(OTHERS);
      if (!body.locked) await body.cancel();
    }
    yield* others.items();
    if (wanted === 0) yield { flaw: { severity: 'warning', reason: 'holds no file that Ibid reads' } };
  } catch (error) {
    // What goes wrong here does so in the last entry that was seen, or after it.
    const where = entry === '' ? '' : `: at ${entry}`;
    yield { flaw: { severity: 'error', reason: `${reasonOfTar(error)}${where}` } };
  }
}

/** A tar goes past once: who reads an entry again, to find out its encoding, has the archive read again up to it. */
function opener(
  file: CorpusFile,
  unpacking: Unpacking,
  place: number,
  body: ParsedTarEntry['body'],
): () => AsyncIterable<Buffer> {
  let isTaken = false;
  return () => {
    if (isTaken) return entryAt(file, unpacking, place);
    isTaken = true;
    return buffersOf(body);
  };
}

async function* entryAt(file: CorpusFile, unpacking: Unpacking, place: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const { body } of entriesOf(file, unpacking)) {
    if (at === place) {
      yield* buffersOf(body);
      return;
    }
    await body.cancel();
    at += 1;
  }
}

function entriesOf(file: CorpusFile, unpacking: Unpacking): AsyncIterable<ParsedTarEntry> {
  const bytes = /gz$/iu.test(file.path) ? gunzipped(bytesOf(file), unpacking) : bytesOf(file);
  return ReadableStream.from<Uint8Array>(bytes).pipeThrough(createTarDecoder({ strict: true }));
}

async function* buffersOf(body: ParsedTarEntry['body']): AsyncGenerator<Buffer> {
  for await (const chunk of body) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function reasonOfTar(error: unknown): string {
  if (error instanceof Refused || codeOf(error)) return reasonOf(error);
  return `not a sound tar archive: ${error instanceof Error ? error.message : String(error)}`;
}
