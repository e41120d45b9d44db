import { CsvError, type Parser, parse } from 'csv-parse';
import { decode } from '../decoding/decode.ts';
import { encodingOfLines } from '../decoding/encoding-of-lines.ts';
import { linesOf } from '../decoding/lines.ts';
import { columnsOf, delimiterOf } from '../metadata/csv-columns.ts';
import type { Column } from '../metadata/field-names.ts';
import { fieldsOf } from '../metadata/fields.ts';
import { articleOf } from '../metadata/new-article.ts';
import { withoutMarkup } from './markup-in-text.ts';
import { type CorpusFile, type Flaw, type Item, MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from './reader.ts';

/** Reads CSV and TSV: one article for each row, under a header. Row by row: the file may be larger than memory. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const source = new Lines(file);
  let columns: ReadonlyMap<Column, number> | undefined;
  let number = 0;
  let line = 1;
  try {
    for await (const { record, lines } of rowsOf(source)) {
      yield* source.flaws();
      const starts = line;
      line = lines + 1;
      if (record.every((cell) => cell.trim() === '') || (!columns && isSeparatorLine(record))) continue;
      if (columns) {
        number += 1;
        yield* itemsOf(record, columns, { file, number, line: starts, encoding: source.encoding });
        continue;
      }
      columns = columnsOf(record);
      if (columns.has('text')) continue;
      yield { flaw: { severity: 'error', line: starts, reason: noText(record) } };
      return;
    }
    yield* source.flaws();
    if (!columns && !source.isBroken) yield { flaw: { severity: 'error', reason: 'no text' } };
  } catch (error) {
    yield* source.flaws();
    if (!(error instanceof CsvError)) throw error;
    yield { flaw: { severity: 'error', line, reason: reasonOf(error) } };
  }
}

interface Row {
  readonly record: readonly string[];
  /** Of its end, counted from 1. */
  readonly lines: number;
}

/** `sep=;`, which Excel reads, and writes, above the header. */
function isSeparatorLine(record: readonly string[]): boolean {
  return /^sep=.?$/iu.test(record.join('')) && record.length <= 2;
}

/** Where the parser throws, the rows before that have been yielded: as a stream of its own it would drop some. */
async function* rowsOf(source: Lines): AsyncGenerator<Row> {
  const rows: Row[] = [];
  let parser: Parser | undefined;
  for await (const batch of source.batches()) {
    parser ??= parserOf(batch, source.file, rows);
    const fault = await new Promise((done) => parser!.write(batch, done));
    yield* rows.splice(0);
    if (fault) throw fault;
  }
  if (!parser) return;
  const fault = await new Promise((done) => parser!.on('error', done).on('end', done).end());
  yield* rows.splice(0);
  if (fault) throw fault;
}

function parserOf(head: string, file: CorpusFile, rows: Row[]): Parser {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head, file.path),
    max_record_size: MAX_ARTICLE_LENGTH,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record(record: string[], { lines }) {
      rows.push({ record, lines });
      return null;
    },
  });
  // Whoever writes is told.
  parser.on('error', () => {});
  return parser.resume();
}

/** The text of a file in pieces of whole lines, and what was wrong with them. */
class Lines {
  readonly file: CorpusFile;
  encoding = 'utf-8';
  /** Nothing more comes. */
  isBroken = false;
  #flaws: Flaw[] = [];

  constructor(file: CorpusFile) {
    this.file = file;
  }

  /** Those since the last call. */
  *flaws(): Generator<Item> {
    for (const flaw of this.#flaws.splice(0)) yield { flaw };
  }

  async *batches(): AsyncGenerator<string> {
    const encodingOf = encodingOfLines(this.file);
    let batch = '';
    for await (const { number, bytes, encoding } of linesOf(this.file)) {
      const decoded = bytes && (await decode(bytes, encodingOf));
      const flaw = decoded ? decoded.flaw : TOO_LONG;
      if (flaw) this.#flaws.push({ ...flaw, line: number });
      // What follows may be inside a quotation that this line has opened or closed: nobody knows.
      this.isBroken = flaw?.severity === 'error';
      if (!decoded || this.isBroken) break;
      if (encoding ?? decoded.encoding !== 'utf-8') this.encoding = encoding ?? decoded.encoding;
      batch += `${decoded.text}\n`;
      if (batch.length < BATCH_LENGTH) continue;
      yield batch;
      batch = '';
    }
    if (batch !== '') yield batch;
  }
}

/** UTF-16 units given to the parser at a time: line by line takes three times as long. */
const BATCH_LENGTH = 64 * 1024;

const TOO_LONG: Flaw = {
  severity: 'error',
  reason: `too large: a line over ${MAX_ARTICLE_MB} MB, which is the limit for one article; the rest is left out`,
};

interface Place {
  readonly file: CorpusFile;
  /** Of the row, without the header, counted from 1. */
  readonly number: number;
  readonly line: number;
  readonly encoding: string;
}

async function* itemsOf(
  record: readonly string[],
  columns: ReadonlyMap<Column, number>,
  { file, number, line, encoding }: Place,
): AsyncGenerator<Item> {
  const cells = Object.fromEntries([...columns].map(([column, place]) => [column, record[place] ?? '']));
  const { fields, invalid } = fieldsOf(cells);
  for (const { reason } of invalid) yield { flaw: { severity: 'warning', line, reason } };
  const id = cells.id?.trim() || `row-${number}`;
  const place = { id: `${file.path}#${id}`, path: file.path, line };
  yield articleOf({
    ...place,
    text: await withoutMarkup(cells.text ?? ''),
    encoding,
    fields,
    fieldsFrom: 'field',
  });
}

function noText(header: readonly string[]): string {
  const found = header.map((name) => JSON.stringify(name.trim().slice(0, 40)));
  const shown =
    found.length > 20 ? `${found.slice(0, 20).join(', ')} and ${found.length - 20} more` : found.join(', ');
  return `no text column: name one "text"; the columns are ${shown}`;
}

function reasonOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quotation mark opens here and is never closed: the rest is left out';
  if (code !== 'CSV_MAX_RECORD_SIZE') return `not CSV: ${message}; the rest is left out`;
  return `too large: a row over ${MAX_ARTICLE_MB} MB, or a quotation mark that is never closed; the rest is left out`;
}
