import type { Filter, QuestionKind } from '../../model/query.ts';
import { QUESTION_KINDS } from '../../model/query.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { unescapeMarkdown } from '../render/markdown.ts';

/** What somebody asked, as a page of an answer needs it again. */
export interface PageRequest {
  readonly kind: QuestionKind | 'quote';
  /** As typed. It stands in the answer's own heading; its button only remembers where. */
  readonly text: string;
  readonly filter: Filter;
}

/**
 * Returns what a button remembers of a request: where its text is in the message, and the rest, in at most 60 characters
 * with their separators. `undefined` where the message doesn't contain the text.
 */
export function partsOf(request: PageRequest, content: string): string[] | undefined {
  const place = placeIn(content, request.text);
  if (place === undefined) return undefined;
  const { publisher, from = '', to = '' } = request.filter;
  return [
    request.kind,
    place,
    publisher === undefined ? '' : fingerprint(publisher, 6),
    from.replaceAll('-', ''),
    to.replaceAll('-', ''),
  ];
}

/** Reads a request back from its message; `undefined` where the message no longer contains it. */
export function readPageRequest(
  parts: readonly string[],
  content: string,
  publishers: readonly string[],
): PageRequest | undefined {
  const [kind = '', place = '', publisherMark = '', from = '', to = ''] = parts;
  const text = readPlace(place, content);
  const publisher = publishers.find((name) => fingerprint(name, 6) === publisherMark);
  if (!isKind(kind) || text === undefined) return undefined;
  if (publisherMark !== '' && publisher === undefined) return undefined;
  const filter: Filter = {
    ...(publisher !== undefined && { publisher }),
    ...(from !== '' && { from: dashed(from) }),
    ...(to !== '' && { to: dashed(to) }),
  };
  return { kind, text, filter };
}

/** Returns where a text is in a message as people read it, with its fingerprint: 14 characters at most; `undefined` where it isn't. */
export function placeIn(content: string, text: string): string | undefined {
  const at = readIn(content).indexOf(text);
  return at < 0 ? undefined : `${at.toString(36)}.${text.length.toString(36)}.${fingerprint(text, 6)}`;
}

/** Returns the text at a place; `undefined` where the message has another one there. */
export function readPlace(place: string, content: string): string | undefined {
  const [at = '', length = '', mark] = place.split('.');
  const start = Number.parseInt(at, 36);
  const text = readIn(content).slice(start, start + Number.parseInt(length, 36));
  return fingerprint(text, 6) === mark ? text : undefined;
}

/** Without the marks that set a text apart: what is typed has none. */
function readIn(content: string): string {
  return unescapeMarkdown(content).replace(/[\u2066-\u2069]/g, '');
}

function isKind(kind: string): kind is PageRequest['kind'] {
  return kind === 'quote' || (QUESTION_KINDS as readonly string[]).includes(kind);
}

function dashed(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
}
