import picocolors from 'picocolors';
import { hasUserInfo, pageUrl } from '../../answer/page-url.ts';
import type { Answer, Citation, Copy, Occurrences, Reason } from '../../model/answer.ts';
import type { QuestionIntent, QuestionName } from '../../model/query.ts';
import { spokenDays } from '../../text/dates/spoken-days.ts';
import { counted } from './counted.ts';
import { HELP } from './help.ts';
import { visible } from './visible.ts';

export interface RenderOptions {
  readonly colour: boolean;
}

/**
 * An answer as text, without a line break at its end. A quotation stays on one line, unwrapped and without marks
 * around it, so that it can be copied from the terminal as it stands in the article.
 */
export function renderAnswer(answer: Answer, { colour }: RenderOptions): string {
  const paint = picocolors.createColors(colour);
  const head = [paint.bold(`/${answer.question.kind} ${visible(answer.question.text)}`), ...readings(answer)];
  return [head, ...bodyOf(answer, paint), [paint.dim(footer(answer))]]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Blocks of lines. */
function bodyOf(answer: Answer, paint: Paint): string[][] {
  const { status, citations } = answer;
  if (status === 'not-found') return [notFoundLines(answer)];
  if (status === 'found')
    return [...differingLines(answer), ...citations.map((one, i) => citationLines(one, i + 1, paint))];
  // Dimmed as a whole: a quotation in bold would look like an answer.
  const plain = picocolors.createColors(false);
  const nearest = citations.map((one, i) => citationLines(one, i + 1, plain).map(paint.dim));
  const names = nearestLine(answer);
  return [[unsureLine(answer)], ...nearest, ...(names.length > 0 ? [names] : [])];
}

type Paint = ReturnType<typeof picocolors.createColors>;

const INDENT = '  ';

/** `Massaran: read as Ma’asaran`. */
function readings({ question }: Answer): string[] {
  return question.names.filter(({ readAs }) => readAs.length > 0).map(reading);
}

function reading({ typed, readAs }: QuestionName): string {
  return `${visible(typed)}: read as ${readAs.map(visible).join(', ')}`;
}

/** `The sources differ: “at least 58 people” [1], “72 people” [2].` */
function differingLines({ differing }: Answer): string[][] {
  if (!differing) return [];
  const claims = differing.map(({ words, citation }) => `“${visible(words)}” [${citation + 1}]`);
  return [[`${INDENT}The sources differ: ${claims.join(', ')}.`]];
}

function citationLines(citation: Citation, number: number, paint: Paint): string[] {
  return [
    ...(citation.leansOn ? [paint.dim(`${INDENT}(before it) ${visible(citation.leansOn.quote)}`)] : []),
    INDENT + quoteOf(citation, paint),
    ...(citation.followedBy ? [paint.dim(`${INDENT}(after it) ${visible(citation.followedBy.quote)}`)] : []),
    ...sourceLines(citation, `[${number}] `).map(paint.dim),
    ...dateLines(citation).map(paint.dim),
    ...copyLines(citation).map(paint.dim),
    ...signalLines(citation).map(paint.dim),
  ];
}

function copyLines({ copies }: Citation): string[] {
  const more = copies.length - COPIES_SHOWN;
  return [
    ...copies.slice(0, COPIES_SHOWN).flatMap((copy) => sourceLines(copy, '    also in ')),
    ...(more > 0 ? [`${INDENT}    and in ${counted(more, 'other place')}`] : []),
  ];
}

/** A report may have been printed a hundred times; `--json` lists them all. */
const COPIES_SHOWN = 5;

function quoteOf({ quote, start, highlights }: Citation, paint: Paint): string {
  let shown = '';
  let at = 0;
  for (const highlight of highlights) {
    // Spans count from the article's first character.
    const from = Math.max(highlight.start - start, at);
    const to = Math.min(highlight.end - start, quote.length);
    if (from >= to) continue;
    shown += visible(quote.slice(at, from)) + paint.bold(paint.yellow(visible(quote.slice(from, to))));
    at = to;
  }
  return shown + visible(quote.slice(at));
}

/** `[1] Title — Publisher, 2020-01-27 · path ¶ 2, p. 3`, and the address on a line of its own. An untitled one in quotes. */
function sourceLines(source: Copy, before: string): string[] {
  const by = [source.publisher, dayOf(source.published)].filter((part) => part !== undefined).join(', ');
  const title = source.untitled ? `untitled, “${source.title}”` : source.title;
  const line = `${before}${visible(`${title} — ${by} · ${source.path}`)} ¶ ${source.paragraph}${source.page === undefined ? '' : `, p. ${source.page}`}`;
  const address =
    source.url === undefined || hasUserInfo(source.url)
      ? []
      : [' '.repeat(before.length) + visible(pageUrl(source.url, source.page))];
  return [line, ...address].map((text) => INDENT + text);
}

/** `“Monday” read as 27 January 2020 (article of 29 January 2020)`: our reading, beside the quotation. */
function dateLines({ quote, start, dates = [], published = '' }: Citation): string[] {
  const day = published.slice(0, 10);
  const lines = dates.map((date) => {
    const expression = quote.slice(date.start - start, date.end - start);
    return `${INDENT}    “${visible(expression)}” read as ${spokenDays(date)} (article of ${spokenDays({ from: day, to: day })})`;
  });
  return [...new Set(lines)];
}

/** The day as the article states it: an instant's own day, never moved to the reader's time zone. */
function dayOf(published: string | undefined): string {
  return published === undefined ? 'undated' : published.replace(/^(\d{4}-\d{2}-\d{2})T.*$/s, '$1');
}

function signalLines({ signals, score }: Citation): string[] {
  if (!signals) return [];
  const rows = Object.entries(signals).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const table: [string, string][] = [['score', score], ...rows].map(([name, value]) => [
    visible(String(name)),
    Number(value).toFixed(3),
  ]);
  const nameWidth = Math.max(...table.map(([name]) => name.length));
  const valueWidth = Math.max(...table.map(([, value]) => value.length));
  return table.map(
    ([name, value]) => `${INDENT}    ${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}`,
  );
}

/** Where it is explained, and a model had a say: `confidence 0.62, by words alone 0.48`. */
function confidences({ confidence, confidence_by_words: byWords }: Answer): string[] {
  if (byWords === undefined) return [];
  return [`confidence ${confidence.toFixed(2)}, by words alone ${byWords.toFixed(2)}`];
}

function notFoundLines(answer: Answer): string[] {
  const { reason = 'not-together' } = answer;
  if (reason === 'help') return HELP.split('\n').map((line) => INDENT + line);
  if (reason === 'greeting') return [INDENT + greeting(answer)];
  if (reason === 'follow-up') return [`${INDENT}I don’t remember the question before: ask it whole.`];
  return [`${INDENT}No answer: ${visible(reasonOf(answer, reason))}`, ...nearestLine(answer)];
}

function greeting({ nearest }: Answer): string {
  const names = nearest.map(({ name }) => visible(name));
  const examples = names.length > 0 ? ` (${names.join(', ')})` : '';
  return `Hello. Ask about a name${examples}, or a whole question in your own words.`;
}

/** What stands above the nearest sentences. */
function unsureLine(answer: Answer): string {
  const why = answer.reason === 'not-mentioned' ? `: ${visible(reasonOf(answer, answer.reason))}` : '.';
  return `${INDENT}The archive may not answer this${why} Nearest:`;
}

function nearestLine({ nearest }: Answer): string[] {
  const names = nearest.map(({ name, sentences }) => `${visible(name)} (${counted(sentences, 'sentence')})`);
  return names.length > 0 ? [`${INDENT}Nearest names in the archive: ${names.join(', ')}`] : [];
}

function reasonOf({ question, occurrences }: Answer, reason: Exclude<Reason, QuestionIntent>): string {
  const missing = question.names.filter(({ match }) => match === 'none').map(({ typed }) => `“${typed}”`);
  switch (reason) {
    case 'no-word':
      return `there is no word to search for in “${question.text}”.`;
    case 'not-mentioned':
      return `no article mentions ${missing.join(' or ')}.`;
    case 'none-known':
      return 'none of these words stands in any article.';
    case 'no-such-words':
      return 'these exact words stand in no article.';
    case 'no-sources':
      return 'no sentence speaks of this.';
    case 'not-together':
      return notTogether(occurrences);
  }
}

function notTogether({ words, together }: Occurrences = { words: [], together: 0 }): string {
  const typed = words.map(({ word }) => `“${word}”`).join(', ');
  const all = words.map(({ word, sentences }) => `“${word}” (${counted(sentences, 'sentence')})`).join(', ');
  return together > 0
    ? `${counted(together, 'sentence')} with ${typed}, but no clear answer.`
    : `these words never stand together in one sentence: ${all}.`;
}

function footer(answer: Answer): string {
  const shown = answer.citations.length;
  return [
    ...(answer.status !== 'not-found'
      ? [`${shown} of ${counted(Math.max(answer.found, shown), 'sentence')} shown`]
      : []),
    `${counted(answer.articles, 'article')} searched`,
    ...confidences(answer),
    `${answer.took_ms < 10 ? Number(answer.took_ms.toFixed(1)) : Math.round(answer.took_ms)} ms`,
  ].join(' · ');
}
