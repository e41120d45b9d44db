import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import type { Output } from '../../src/cli/output.ts';
import { counted } from '../../src/cli/terminal/counted.ts';
import { visible } from '../../src/cli/terminal/visible.ts';
import { verb } from '../../src/cli/verb.ts';
import { decodePage } from '../../src/ingest/decoding/decode-page.ts';
import { extractHtml } from '../../src/ingest/formats/html/extract.ts';
import { isSamePage } from '../../src/ingest/metadata/canonical-url.ts';
import { UsageError } from '../../src/usage-error.ts';
import { CARRIES, type PassageCounts, passageCounts, type Scores, tokenScores } from '../eval/pages.ts';

export default verb(
  new Command('eval-html')
    .description('measure what is read of saved web pages')
    .argument('<folder>', 'pages, and ground-truth.json with their articleBody and url')
    .option('--verbose', 'show each page'),
  run,
);

export interface EvalHtmlFlags {
  readonly verbose?: boolean;
}

/**
 * Page names to what is expected of them, as the article extraction benchmark of Scrapinghub has it; and the day of publication, where
 * somebody has looked it up.
 */
const Expected = z.object({
  articleBody: z.string(),
  url: z.url(),
  published: z.optional(z.iso.date()),
});
const GroundTruth = z.record(z.string(), Expected);
type Expected = z.infer<typeof Expected>;

interface PageReport {
  readonly name: string;
  readonly ms: number;
  readonly body: Scores;
  readonly passages: PassageCounts;
  /** Absent where the day isn't known, or none was found. */
  readonly isDayRight?: boolean;
  /** Absent where the page doesn't carry the field. */
  readonly fields: Readonly<Record<Field, boolean | undefined>>;
}

const FIELDS = { published: 'date', title: 'title', url: 'canonical url' } as const;
type Field = keyof typeof FIELDS;

/** Prints how well the text of saved pages and their fields are found, against `ground-truth.json` beside them. */
export async function run(folder: string, flags: EvalHtmlFlags, output: Output): Promise<number> {
  const truth = GroundTruth.safeParse(JSON.parse(await contentOf(join(folder, 'ground-truth.json'), 'utf8')));
  if (!truth.success) throw new UsageError(`${folder}: ground-truth.json isn't {page: {articleBody, url}}.`);
  const reports: PageReport[] = [];
  for (const [name, expected] of Object.entries(truth.data)) {
    reports.push(await reportOf(folder, name, expected));
  }
  if (reports.length === 0) throw new UsageError(`${folder}: ground-truth.json names no page.`);
  const total = (value: (report: PageReport) => number) =>
    reports.reduce((sum, report) => sum + value(report), 0);
  const mean = (value: (report: PageReport) => number) => total(value) / reports.length;
  output.write(`${folder}: ${counted(reports.length, 'page')}, ${mean(({ ms }) => ms).toFixed(0)} ms each`);
  const [f1, precision, recall] = (['f1', 'precision', 'recall'] as const).map((name) =>
    mean(({ body }) => body[name]).toFixed(3),
  );
  output.write(`  body, mean token F1: ${f1} (precision ${precision}, recall ${recall})`);
  output.write(
    `  passages of four words or more: ${total(({ passages }) => passages.unwanted.length)} unwanted, ${total(({ passages }) => passages.missed.length)} missed`,
  );
  const days = [true, false].map((right) => total(({ isDayRight }) => (isDayRight === right ? 1 : 0)));
  if (days.some((count) => count > 0))
    output.write(`  day of publication: ${days[0]} right, ${days[1]} wrong`);
  for (const field of Object.keys(FIELDS) as Field[])
    output.write(`  ${FIELDS[field]}: ${foundIn(reports, field)}`);
  for (const report of flags.verbose ? reports : []) for (const line of linesOf(report)) output.write(line);
  return 0;
}

async function reportOf(folder: string, name: string, expected: Expected): Promise<PageReport> {
  const { text: html } = await decodePage(await contentOf(join(folder, `${name}.html`)));
  const began = performance.now();
  const { text, fields } = extractHtml(html);
  const ms = performance.now() - began;
  const found = {
    published: fields.published !== undefined,
    title: fields.title !== undefined,
    url: fields.url !== undefined && isSamePage(fields.url, expected.url),
  };
  const of = (field: Field) => (CARRIES[field](html, expected.url) ? found[field] : undefined);
  const results = { published: of('published'), title: of('title'), url: of('url') };
  const isDayRight =
    expected.published && fields.published ? fields.published.startsWith(expected.published) : undefined;
  const passages = passageCounts(text, expected.articleBody);
  const day = isDayRight === undefined ? {} : { isDayRight };
  return { name, ms, body: tokenScores(text, expected.articleBody), passages, ...day, fields: results };
}

function foundIn(reports: readonly PageReport[], field: Field): string {
  const carrying = reports.filter(({ fields }) => fields[field] !== undefined);
  const found = carrying.filter(({ fields }) => fields[field]).length;
  const share = carrying.length === 0 ? '' : ` (${((100 * found) / carrying.length).toFixed(1)} %)`;
  return `found in ${found} of the ${carrying.length} pages that carry it${share}`;
}

/** A line of the page, and one for each passage that is too many or missed. */
function linesOf(report: PageReport): string[] {
  const { unwanted, missed } = report.passages;
  const signed = [...unwanted.map((line) => `+ ${line}`), ...missed.map((line) => `- ${line}`)];
  return [lineOf(report), ...signed.map((line) => `    ${visible(line.slice(0, 120))}`)];
}

function lineOf({ name, ms, body, fields }: PageReport): string {
  const missed = (Object.keys(FIELDS) as Field[]).filter((field) => fields[field] === false);
  const scores = `F1 ${body.f1.toFixed(3)} (${body.precision.toFixed(3)}, ${body.recall.toFixed(3)})`;
  const without = missed.length === 0 ? '' : `, without ${missed.map((field) => FIELDS[field]).join(', ')}`;
  return `  ${visible(name.slice(0, 16))}  ${scores}, ${ms.toFixed(0)} ms${without}`;
}

async function contentOf(file: string): Promise<Buffer>;
async function contentOf(file: string, encoding: 'utf8'): Promise<string>;
async function contentOf(file: string, encoding?: 'utf8'): Promise<Buffer | string> {
  try {
    return await readFile(file, encoding);
  } catch (cause) {
    throw new UsageError(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
  }
}
