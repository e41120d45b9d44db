import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readCorpus } from '../../ingest/read-corpus.ts';
import type { Article, Origin, Span } from '../../model/article.ts';
import { codeOf } from '../../text/languages/language.ts';
import { splitParagraphs } from '../../text/sentences/paragraphs.ts';
import { splitSentences } from '../../text/sentences/sentences.ts';
import { UsageError } from '../../usage-error.ts';
import type { Output } from '../output.ts';
import { visible } from '../terminal/visible.ts';
import { verb } from '../verb.ts';
import { problemLine } from './status.ts';

export default verb(
  new Command('sentences')
    .description('show the sentences of a file')
    .argument('<file>')
    .option('--json', 'as JSON'),
  run,
);

export interface SentencesFlags {
  readonly json?: boolean;
}

/** How one file falls into paragraphs and sentences: what a quotation can be cut along. */
export async function run(file: string, flags: SentencesFlags, output: Output): Promise<number> {
  if (!existsSync(file)) throw new UsageError(`there is no file at "${file}"`);
  const { articles, problems } = await readCorpus(file);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (articles.length === 0)
    throw new UsageError(errors.map(problemLine).join('\n') || `"${file}" holds no article`);
  for (const problem of problems) output.warn(problemLine(problem));
  const parsed = articles.map(spansOf);
  output.write(flags.json ? JSON.stringify(parsed) : parsed.map(renderSpans).join('\n\n'));
  return 0;
}

export interface ArticleSpans {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** What the article says about itself, with where it says so. */
  readonly stated: readonly Stated[];
  readonly paragraphs: readonly ParagraphSpans[];
}

export interface Stated {
  readonly field: keyof Article['origin'];
  readonly value: string;
  readonly origin: Origin;
}

export interface ParagraphSpans extends Span {
  /** Counted from 1, as ¶ in a citation. */
  readonly paragraph: number;
  readonly sentences: readonly SentenceSpan[];
}

export interface SentenceSpan extends Span {
  /** Place in the article, counted from 1. */
  readonly ordinal: number;
  readonly text: string;
}

export function spansOf(article: Article): ArticleSpans {
  const { id, path, title, text } = article;
  let ordinal = 0;
  const paragraphs = splitParagraphs(text).map((within, index) => ({
    paragraph: index + 1,
    ...within,
    sentences: splitSentences(text, within, codeOf(article.language)).map(({ start, end }) => {
      ordinal += 1;
      return { ordinal, start, end, text: text.slice(start, end) };
    }),
  }));
  return { id, path, title, stated: statedIn(article), paragraphs };
}

function statedIn(article: Article): Stated[] {
  const fields = Object.entries(article.origin) as [keyof Article['origin'], Origin][];
  const stated = fields.map(([field, origin]) => ({ field, value: String(article[field]), origin }));
  const others = (article.otherDates ?? []).map(({ published, origin }): Stated => {
    return { field: 'published', value: published, origin };
  });
  return [...stated, ...others];
}

export function renderSpans({ id, title, stated, paragraphs }: ArticleSpans): string {
  const fields = stated
    .filter(({ origin }) => origin !== 'opening words')
    .map(({ field, value, origin }) => `  ${field}: ${visible(value)} (${origin})`);
  const lines = paragraphs.flatMap(({ paragraph, start, end, sentences }) => [
    `¶ ${paragraph}  ${start}–${end}`,
    ...sentences.map((one) => `  ${one.ordinal}  ${one.start}–${one.end}  ${visible(one.text)}`),
  ]);
  return [`${visible(id)}  ${visible(title)}`, ...fields, ...lines].join('\n');
}
