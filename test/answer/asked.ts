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

/**
 * A question that is answered, with so many unknown words more that it is unsure whether it is: each of them makes it a
 * little less sure, wherever the thresholds are. `statusOf` asks it.
 */
export async function unsureQuestion(
  question: string,
  statusOf: (question: string) => Promise<string>,
): Promise<string> {
  for (let words = 1; words < 20; words++) {
    const text = `${question} ${UNKNOWN.slice(0, words).join(' ')}`;
    if ((await statusOf(text)) === 'unsure') return text;
  }
  throw new Error(`never unsure: ${question}`);
}

const UNKNOWN = Array.from({ length: 20 }, (_, i) => `qu${'bcdfghjklmnprstvwxz'[i] ?? ''}orvelm`);

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
