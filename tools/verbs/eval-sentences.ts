import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { verb } from '../../src/cli/verb.ts';
import type { Span } from '../../src/model/article.ts';
import { splitParagraphs } from '../../src/text/sentences/paragraphs.ts';
import { splitSentences } from '../../src/text/sentences/sentences.ts';
import { UsageError } from '../../src/usage-error.ts';

export default verb(
  new Command('eval-sentences')
    .description('measure sentence splitting')
    .argument('<files...>')
    .option('--verbose', 'show each case that is wrong'),
  run,
);

/** Counts of boundaries, from which precision and recall follow. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

export interface GoldReport {
  readonly kind: 'spans';
  readonly file: string;
  readonly articles: number;
  readonly seconds: number;
  readonly units: number;
  readonly all: Counts;
  /** Without the ends of paragraphs, which no splitter misses. */
  readonly inner: Counts;
  /** Sentences whose start and end are both right. */
  readonly whole: Counts;
}

export interface CasesReport {
  readonly kind: 'cases';
  readonly file: string;
  readonly cases: number;
  readonly right: number;
  /** Cases that expect other text than they give (a cleaner's work): no splitter can get them right. */
  readonly altered: number;
  readonly wrong: readonly { name: string; expected: readonly string[]; found: readonly string[] }[];
}

interface GoldArticle {
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

export interface EvalSentencesFlags {
  readonly verbose?: boolean;
}

/** Prints what the splitter gets right in each file. */
export async function run(
  files: readonly string[],
  flags: EvalSentencesFlags,
  output: Output,
): Promise<number> {
  for (const report of await evalSentences(files)) {
    for (const line of linesOf(report, flags.verbose === true)) output.write(line);
  }
  return 0;
}

/** Throws `UsageError` where a file can't be read or is of neither format. */
export async function evalSentences(files: readonly string[]): Promise<(GoldReport | CasesReport)[]> {
  const reports: (GoldReport | CasesReport)[] = [];
  for (const file of files) {
    const records = parse(file, await read(file));
    if (records.length > 0 && records.every(isGold)) reports.push(compareSpans(file, records));
    else if (records.length > 0 && records.every(isCase)) reports.push(compareCases(file, records));
    else
      throw new UsageError(
        `${file}: no line holds {text, sentences} or {text, expected}, or not every line does.`,
      );
  }
  return reports;
}

/** A boundary is the end offset of a sentence; counts are summed over all articles before dividing. */
function compareSpans(file: string, articles: readonly GoldArticle[]): GoldReport {
  const split = articles.map(({ text }) => ({
    paragraphs: splitParagraphs(text),
    sentences: sentencesOf(text),
  }));
  const seconds = fastest(() => {
    for (const { text } of articles) sentencesOf(text);
  });
  const [all, inner, whole]: Counts[][] = [[], [], []];
  for (const [index, { sentences }] of articles.entries()) {
    const found = split[index]!.sentences;
    const forced = new Set(split[index]!.paragraphs.map(({ end }) => end));
    const isInner = (end: number): boolean => !forced.has(end);
    const gold = sentences.map(([, end]) => end);
    const ends = found.map(({ end }) => end);
    all!.push(countsOf(ends, gold));
    inner!.push(countsOf(ends.filter(isInner), gold.filter(isInner)));
    whole!.push(
      countsOf(
        found.map(({ start, end }) => `${start}-${end}`),
        sentences.map((pair) => pair.join('-')),
      ),
    );
  }
  const units = articles.reduce((sum, { text }) => sum + text.length, 0);
  const totals = { all: sum(all!), inner: sum(inner!), whole: sum(whole!) };
  return { kind: 'spans', file, articles: articles.length, seconds, units, ...totals };
}

/** A case is right when its sentences are those expected, one for one, white space apart. */
function compareCases(file: string, cases: readonly Case[]): CasesReport {
  const wrong: { name: string; expected: readonly string[]; found: readonly string[] }[] = [];
  let altered = 0;
  for (const { name, text, expected } of cases) {
    const found = sentencesOf(text).map(({ start, end }) => plain(text.slice(start, end)));
    const wanted = expected.map(plain);
    if (wanted.join('').replaceAll(' ', '') !== plain(text).replaceAll(' ', '')) altered++;
    if (found.join('\n') !== wanted.join('\n'))
      wrong.push({ name: name.split('\n')[0]!, expected: wanted, found });
  }
  return { kind: 'cases', file, cases: cases.length, right: cases.length - wrong.length, altered, wrong };
}

function linesOf(report: GoldReport | CasesReport, verbose: boolean): string[] {
  if (report.kind === 'spans') {
    const { file, articles, all, inner, whole, units, seconds } = report;
    return [
      `${file}: ${articles} articles, ${all.gold} sentences`,
      `  boundaries, all:                     ${scores(all)}`,
      `  boundaries, not ends of paragraphs:  ${scores(inner)}`,
      `  sentences, start and end:            ${scores(whole)}`,
      `  ${Math.round((seconds * 1000 * 2 ** 20) / units)} ms per 2^20 characters (paragraphs and sentences, warm)`,
    ];
  }
  const { file, cases, right, altered, wrong } = report;
  const possible = cases - altered;
  const lines = [
    `${file}: ${right} of ${cases} cases right (${percent(right / cases)}); ${altered} expect text that is not there, ` +
      `${percent(right / possible)} of the other ${possible}`,
  ];
  if (!verbose) return lines;
  const details = wrong.flatMap(({ name, expected, found }) => [
    `  ${name}`,
    `    expected: ${expected.join(' | ')}`,
    `    found:    ${found.join(' | ')}`,
  ]);
  return [...lines, ...details];
}

/** Seconds of the fastest of 20 passes: the first ones compile. */
function fastest(pass: () => void): number {
  const times = Array.from({ length: 20 }, () => {
    const began = performance.now();
    pass();
    return performance.now() - began;
  });
  return Math.min(...times) / 1000;
}

function sentencesOf(text: string): Span[] {
  return splitParagraphs(text).flatMap((paragraph) => splitSentences(text, paragraph));
}

function countsOf(found: readonly (string | number)[], gold: readonly (string | number)[]): Counts {
  const wanted = new Set(gold);
  return { right: found.filter((one) => wanted.has(one)).length, found: found.length, gold: gold.length };
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (a, b) => ({ right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold }),
    { right: 0, found: 0, gold: 0 },
  );
}

function scores({ right, found, gold }: Counts): string {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const counts = `${right} right of ${found} found and ${gold} gold`;
  return `precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  (${counts})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
  }
}

function parse(file: string, content: string): unknown[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw new UsageError(`${file}:${index + 1}: not a line of JSON.`);
    }
  });
}

function isGold(record: unknown): record is GoldArticle {
  if (!hasText(record) || !('sentences' in record) || !Array.isArray(record.sentences)) return false;
  return record.sentences.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isInteger),
  );
}

function isCase(record: unknown): record is Case {
  if (!hasText(record) || !('name' in record) || typeof record.name !== 'string') return false;
  if (!('expected' in record) || !Array.isArray(record.expected)) return false;
  return record.expected.every((sentence) => typeof sentence === 'string');
}

function hasText(record: unknown): record is { text: string } {
  return typeof record === 'object' && record !== null && 'text' in record && typeof record.text === 'string';
}
