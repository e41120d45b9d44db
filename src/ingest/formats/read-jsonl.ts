import { decode } from '../decoding/decode.ts';
import { encodingOfLines } from '../decoding/encoding-of-lines.ts';
import { type Line, linesOf } from '../decoding/lines.ts';
import { FIELD_NAMES, nameKey } from '../metadata/field-names.ts';
import { fieldsOf } from '../metadata/fields.ts';
import { articleOf } from '../metadata/new-article.ts';
import { withoutMarkup } from './markup-in-text.ts';
import { type CorpusFile, type Flaw, type Item, MAX_ARTICLE_MB } from './reader.ts';

/** Reads JSON Lines: one article for each line. Line by line: the file may be larger than memory. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const encodingOf = encodingOfLines(file);
  let sound = false;
  for await (const line of linesOf(file)) {
    if (line.bytes === undefined) {
      yield error(line, `too large: a line over ${MAX_ARTICLE_MB} MB, which is the limit for one article`);
      continue;
    }
    const { text, encoding, flaw } = await decode(line.bytes, encodingOf);
    if (flaw) yield { flaw: { ...flaw, line: line.number } };
    // A file that starts so isn't JSON Lines at all; further down it is one damaged line.
    if (flaw?.severity === 'error' && line.number === 1) return;
    if (flaw?.severity === 'error' || text.trim() === '') continue;
    const value = parsed(text);
    yield* 'fault' in value
      ? [error(line, value.fault)]
      : itemsOf(value.json, file, line, line.encoding ?? encoding);
    if (!('fault' in value)) sound = true;
    else if (!sound && line.number >= MAX_LINES_WITHOUT_JSON) {
      yield error(line, `not JSON Lines: no line so far is JSON; the rest is left out`);
      return;
    }
  }
}

/** A file without JSON in its first lines is something else: millions of complaints help nobody. */
const MAX_LINES_WITHOUT_JSON = 1_000;

function parsed(json: string): { readonly json: unknown } | { readonly fault: string } {
  try {
    return { json: JSON.parse(json) };
  } catch (reason) {
    return { fault: `not JSON: ${reason instanceof Error ? reason.message : String(reason)}` };
  }
}

async function* itemsOf(
  value: unknown,
  file: CorpusFile,
  line: Place,
  encoding: string,
): AsyncGenerator<Item> {
  if (Array.isArray(value) && line.number === 1) {
    for (const [place, one] of value.entries())
      yield* itemsOf(one, file, { ...line, entry: place + 1 }, encoding);
    return;
  }
  if (!isRecord(value)) {
    yield error(
      line,
      `not an object: ${Array.isArray(value) ? 'an array' : JSON.stringify(value).slice(0, 40)}`,
    );
    return;
  }
  const text = textOf(value);
  if (text === undefined || text === null) {
    yield error(line, 'no text');
    return;
  }
  if (typeof text !== 'string') {
    yield error(line, 'text is not a string');
    return;
  }
  const { fields, invalid } = fieldsOf(value);
  const { id, flaw } = idOf(value.id, line);
  const flaws = invalid.map(({ reason }): Flaw => ({ severity: 'warning', line: line.number, reason }));
  for (const one of flaw ? [flaw, ...flaws] : flaws) yield { flaw: one };
  const place = { id: `${file.path}#${id}`, path: file.path, line: line.number };
  yield articleOf({ ...place, text: await withoutMarkup(text), encoding, fields, fieldsFrom: 'field' });
}

/** Of the record, by the best name that holds any. */
function textOf(record: Readonly<Record<string, unknown>>): unknown {
  const keys = new Map(Object.keys(record).map((name) => [nameKey(name), name]));
  const values = FIELD_NAMES.text.flatMap((name) => (keys.has(name) ? [record[keys.get(name)!]] : []));
  return values.find((value) => value !== undefined && value !== null);
}

/** A line, or an entry of the array that it is, counted from 1. */
interface Place extends Line {
  readonly entry?: number;
}

function idOf(given: unknown, line: Place): { id: string; flaw?: Flaw } {
  const id = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (id !== '') return { id };
  const own = line.entry === undefined ? `line-${line.number}` : `entry-${line.entry}`;
  if (given === undefined || given === null || given === '') return { id: own };
  const reason = `id is neither text nor a number: ${own} is used`;
  return { id: own, flaw: { severity: 'warning', line: line.number, reason } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function error(line: Pick<Line, 'number'>, reason: string): Item {
  return { flaw: { severity: 'error', line: line.number, reason } };
}
