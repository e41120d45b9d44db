import { ButtonStyle } from 'discord-api-types/v10';
import { markOf } from '../../index/documents/metadata.ts';
import type { Answer, Citation, Lean } from '../../model/answer.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { customId } from '../buttons/custom-id.ts';
import { partsOf } from '../buttons/page-request.ts';
import type { Messages } from '../messages/messages.ts';
import type { AnswerView } from './answer-view.ts';
import { filterLine } from './filter-line.ts';
import { shownName } from './heading.ts';
import { escapeMarkdown, isolated, oneLine, quotation, subtext } from './markdown.ts';
import { nameButtons, notFound, unmentioned } from './not-found.ts';
import { button, COLOUR, menu, type Part, type Reply, reply, rows, text, UNSURE_COLOUR } from './reply.ts';
import { fits, shortened } from './sizes.ts';
import { datesOf, sourceLine } from './source-line.ts';

/** Citations on one page. */
export const CITATIONS_PER_PAGE = 3;

/**
 * Renders an answer as one container: the question, each citation with its source, and what can be done. `answer` holds the
 * citations from the first of all to the last of this page. Whole citations only: what doesn't fit is on the next page.
 */
export function renderAnswer(answer: Answer, view: AnswerView): Reply {
  if (answer.status === 'not-found') return notFound(answer, view, headOf(answer, view));
  return answer.status === 'unsure' ? unsure(answer, view) : found(answer, view);
}

function found(answer: Answer, view: AnswerView): Reply {
  const page = answer.citations.slice(view.offset, view.offset + CITATIONS_PER_PAGE);
  const headFor = (shown: number) => headOf(answer, view, differLine(answer, view, shown));
  // Of sides of a difference that have no room on the page, nothing is said: with less to say there is no less room.
  const head = headFor(blocksOf(page, view, headFor(page.length)).length);
  const blocks = blocksOf(page, view, head);
  const shown = page.slice(0, blocks.length);
  const parts = [...[head, ...blocks].map((one) => text(one)), ...actionsOf(answer, view, head, shown)];
  return reply(parts, view.ephemeral, COLOUR);
}

/** The nearest sentences, grey, under a line that says what they are: for the asker alone, whoever sees other answers. */
function unsure(answer: Answer, asked: AnswerView): Reply {
  const view: AnswerView = { ...asked, ephemeral: true };
  const { offset, messages } = view;
  const page = answer.citations.slice(offset, offset + CITATIONS_PER_PAGE);
  const missing = answer.reason === 'not-mentioned' ? [escapeMarkdown(unmentioned(answer, messages))] : [];
  const head = headOf(answer, view, missing, [escapeMarkdown(messages.unsure)]);
  const blocks = blocksOf(page, view, head);
  const parts = [
    ...[head, ...blocks].map((one) => text(one)),
    ...actionsOf(answer, view, head, page.slice(0, blocks.length)),
    ...rows(nameButtons(answer, messages)),
  ];
  return reply(parts, true, UNSURE_COLOUR);
}

function blocksOf(page: readonly Citation[], view: AnswerView, head: string): readonly string[] {
  const blocks: string[] = [];
  for (const [i, citation] of page.entries()) {
    const block = blockOf(citation, view.offset + i + 1, view.messages, head);
    if (!fits([head, ...blocks, block])) break;
    blocks.push(block);
  }
  return blocks;
}

/** `The sources differ: “at least 58 people” [1], “72 people” [2].`, where two of them at least are on the page. */
function differLine({ differing = [] }: Answer, { messages, offset }: AnswerView, shown: number): string[] {
  const claims = differing
    .filter(({ citation }) => offset <= citation && citation < offset + shown)
    .map(({ words, citation }) => `“${isolated(oneLine(words))}” [${citation + 1}]`);
  return claims.length < 2 ? [] : [escapeMarkdown(messages.answer.differ(claims.join(', ')))];
}

/** The question, what of the archive was searched, what names were read as, what else is to be said before the citations, and what must be. */
function headOf(
  { question, articles }: Answer,
  { heading, messages, request }: AnswerView,
  more: readonly string[] = [],
  always: readonly string[] = [],
): string {
  const readings = question.names
    .filter(({ readAs }) => readAs.length > 0)
    .map(
      ({ typed, readAs }) =>
        `-# ${escapeMarkdown(messages.answer.readAs(shownName(typed), readAs.map(shownName).join(', ')))}`,
    );
  const title = `### ${escapeMarkdown(shortened(heading, MAX_HEADING))}`;
  const only = filterLine(request.filter);
  const chosen = only === '' ? [] : [`-# ${only} · ${escapeMarkdown(messages.answer.searched(articles))}`];
  const whole = [title, ...chosen, ...readings.slice(0, 4), ...more, ...always].join('\n');
  return whole.length <= MAX_HEAD ? whole : [title, ...always].join('\n');
}

/** The longest question and words around it, in UTF-16 units. */
const MAX_HEADING = 400;
/** In UTF-16 units: two thirds of a message are for the citations. */
const MAX_HEAD = 1_300;

/** What doesn't fit goes in this order: our reading of dates, what goes on, what the sentence leans on, its bold words, the sentence itself but for its source. */
function blockOf(citation: Citation, number: number, messages: Messages, head: string): string {
  const highlights = citation.highlights.map(({ start, end }) => ({
    start: start - citation.start,
    end: end - citation.start,
  }));
  const { before: beforeIt, after: afterIt } = messages.context;
  const lean = citation.leansOn ? `${leanOf(citation.leansOn, beforeIt)}\n` : '';
  const next = citation.followedBy ? `\n${leanOf(citation.followedBy, afterIt)}` : '';
  const shown = [
    { before: lean, bold: highlights, next, dates: datesOf(citation, messages) },
    { before: lean, bold: highlights, next, dates: [] },
    { before: lean, bold: highlights, next: '', dates: [] },
    { before: '', bold: highlights, next: '', dates: [] },
    { before: '', bold: [], next: '', dates: [] },
  ]
    .map(
      ({ before, bold, next, dates }) =>
        `${before}${quotation(citation.quote, bold)}${next}\n${sourceLine(citation, number, messages, dates)}`,
    )
    .find((block) => fits([head, block]));
  return shown ?? `${messages.answer.tooLong}\n${sourceLine(citation, number, messages, [])}`;
}

/** What the sentence leans on: smaller, and marked as what stands before it. Whole, or not at all. */
function leanOf({ quote }: Lean, where: string): string {
  return subtext(`${where}: `, quote);
}

function actionsOf(answer: Answer, view: AnswerView, head: string, shown: readonly Citation[]): Part[] {
  const { messages, offset, ephemeral, userId } = view;
  const { buttons } = messages;
  const named = (label: string, id: string | undefined, style?: ButtonStyle) =>
    id === undefined ? [] : [button(label, id, style)];
  const next = offset + shown.length;
  const around = shown.map((citation, i) => ({
    label: `[${offset + i + 1}] ${isolated(shortened(oneLine(citation.quote), 90))}`,
    about: citation.title,
    value: contextId(citation, answer),
  }));
  const share = answer.status === 'found' ? customId('share') : undefined;
  return [
    ...menu('around', [buttons.around, ...placeOf(offset, next, answer.found)].join(' '), around),
    ...rows([
      ...(offset > 0 ? named(buttons.back, pageId(answer, view, head, 'back', next)) : []),
      ...(next < answer.found
        ? named(buttons.more, pageId(answer, view, head, 'more', next), ButtonStyle.Primary)
        : []),
      ...(answer.found > 1 && answer.status === 'found' ? orderButton(view, head) : []),
      ...(ephemeral ? named(buttons.share, share) : named(buttons.delete, customId('delete', userId))),
    ]),
  ];
}

/** `4–6 / 9`: which of the sentences are shown; nothing where all are. */
function placeOf(offset: number, end: number, found: number): string[] {
  if (offset === 0 && end === found) return [];
  return [`${offset + 1 === end ? end : `${offset + 1}–${end}`} / ${found}`];
}

/** The same question in the other order. */
function orderButton({ request, paged, messages }: AnswerView, head: string) {
  const [action, label] =
    request.order === 'newest'
      ? ['best', request.kind === 'quote' ? messages.buttons.reading : messages.buttons.best]
      : ['newest', messages.buttons.newest];
  const parts = paged ? partsOf(request, head) : undefined;
  const id = parts && customId(action!, ...parts);
  return id === undefined ? [] : [button(label!, id)];
}

/** The custom id that shows a citation in context, and beside it what the answer took. */
export function contextId(
  { articleId, start, end, quote }: Citation,
  { took_ms, articles }: Pick<Answer, 'took_ms' | 'articles'>,
): string | undefined {
  const took = [Math.round(took_ms), articles].map((number) => number.toString(36));
  const cited = [start, end].map((offset) => offset.toString(36));
  return customId('context', markOf(articleId), ...cited, fingerprint(quote, 6), ...took);
}

/**
 * Two ends of a page, and a fingerprint of all citations up to its end: where they aren't the same any more, the
 * archive has changed, and another page would not follow on this one.
 */
function pageId(
  answer: Answer,
  { request, paged, offset }: AnswerView,
  head: string,
  action: string,
  end: number,
) {
  const parts = paged ? partsOf(request, head) : undefined;
  return (
    parts &&
    customId(
      action,
      offset.toString(36),
      end.toString(36),
      placesOf(answer.citations.slice(0, end)),
      ...parts,
    )
  );
}

/** A fingerprint of citations: the same for the same sentences in the same order. */
export function placesOf(citations: readonly Citation[]): string {
  return fingerprint(
    citations.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`).join('\n'),
    6,
  );
}
