import type { AskOptions } from '../../src/archive/archive.ts';
import type { Answer, Citation } from '../../src/model/answer.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import { archiveOf } from '../articles.ts';

export async function ask(
  kind: QuestionKind,
  text: string,
  articles: readonly string[],
  options?: AskOptions,
): Promise<Answer> {
  return (await archiveOf(...articles)).ask(kind, text, options);
}

/** The quotation with its highlights between square brackets. */
export function marked({ quote, start, highlights }: Citation): string {
  let shown = '';
  let at = 0;
  for (const highlight of highlights) {
    shown += `${quote.slice(at, highlight.start - start)}[${quote.slice(highlight.start - start, highlight.end - start)}]`;
    at = highlight.end - start;
  }
  return shown + quote.slice(at);
}
