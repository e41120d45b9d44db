import type { Filter, Order, QuestionKind } from '../../model/query.ts';
import { QUESTION_KINDS } from '../../model/query.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { unescapeMarkdown } from '../render/markdown.ts';

/** What somebody asked, as a page of an answer needs it again. */
export interface PageRequest {
  readonly kind: QuestionKind | 'quote';
  /** As typed. It stands in the answer's own heading; its button only remembers where. */
  readonly text: string;
  readonly filter: Filter;
  /** `best` where absent. */
  readonly order?: Order;
}

/**
 * Returns what a button remembers of a request: where its text is in the message, and the rest, in at most 60 characters
 * with their separators. `undefined` where the message doesn't contain the text.
 */
export function partsOf(request: PageRequest, head: string): string[] | undefined {
  const place = placeIn(head, request.text);
  if (place === undefined) return undefined;
  const order = request.order === 'newest' ? ['n'] : [];
  return [request.kind, place, ...filterParts(request.filter), ...order];
}

/** Reads a request back from its message; `undefined` where the message no longer contains it. */
export function readPageRequest(
  parts: readonly string[],
  head: string,
  publishers: readonly string[],
): PageRequest | undefined {
  const [kind = '', place = '', publisherMark, from, to, order] = parts;
  const text = readPlace(place, head);
  const filter = readFilter([publisherMark, from, to], publishers);
  if (!isKind(kind) || text === undefined || !filter) return undefined;
  return { kind, text, filter, ...(order === 'n' && { order: 'newest' }) };
}

/** Returns what a button remembers of a filter: 22 characters at most with their separators. */
export function filterParts({ publisher, from = '', to = '' }: Filter): string[] {
  const mark = publisher === undefined ? '' : fingerprint(publisher, 6);
  return [mark, from.replaceAll('-', ''), to.replaceAll('-', '')];
}

/** Reads a filter back; `undefined` where the archive no longer has its publisher. */
export function readFilter(
  [publisherMark = '', from = '', to = '']: readonly (string | undefined)[],
  publishers: readonly string[],
): Filter | undefined {
  const publisher = publishers.find((name) => fingerprint(name, 6) === publisherMark);
  if (publisherMark !== '' && publisher === undefined) return undefined;
  return {
    ...(publisher !== undefined && { publisher }),
    ...(from !== '' && { from: dashed(from) }),
    ...(to !== '' && { to: dashed(to) }),
  };
}

/**
 * Returns where a text is in a message as people read it, with its fingerprint: 14 characters at most; `undefined` where it isn't.
 * A heading may spell it with other capitals than were typed.
 */
export function placeIn(head: string, text: string): string | undefined {
  const read = readIn(head);
  const exact = read.indexOf(text);
  const at = exact < 0 ? read.toLowerCase().indexOf(text.toLowerCase()) : exact;
  const place = `${at.toString(36)}.${text.length.toString(36)}.${fingerprint(text, 6)}`;
  return at >= 0 && readPlace(place, head) === text ? place : undefined;
}

/** Returns the text at a place as it was typed; `undefined` where the message has another one there. */
export function readPlace(place: string, head: string): string | undefined {
  const [at = '', length = '', mark] = place.split('.');
  const start = Number.parseInt(at, 36);
  const text = readIn(head).slice(start, start + Number.parseInt(length, 36));
  return capitalsOf(text).find((spelling) => fingerprint(spelling, 6) === mark);
}

/** What may have been typed where this stands: the same; without a first capital letter; without any; in capitals. */
function capitalsOf(text: string): string[] {
  return [text, text.slice(0, 1).toLowerCase() + text.slice(1), text.toLowerCase(), text.toUpperCase()];
}

/** Without the marks that set a text apart: what is typed has none. */
function readIn(head: string): string {
  return unescapeMarkdown(head).replace(/[\u2066-\u2069]/g, '');
}

function isKind(kind: string): kind is PageRequest['kind'] {
  return kind === 'quote' || (QUESTION_KINDS as readonly string[]).includes(kind);
}

function dashed(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
}
