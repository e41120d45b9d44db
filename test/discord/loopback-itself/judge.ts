import { bodyOf, type Reply } from '../../../src/discord/render/reply.ts';
import { limits } from '../loopback/limits/limits.ts';
import { isEmptyMessage, pingsOf } from '../loopback/limits/limits-messages.ts';
import { createValidator, OPENAPI } from '../loopback/limits/validation.ts';
import { componentsWithin, type WireComponent, type WireMessage } from '../loopback/wire.ts';

const validator = createValidator(OPENAPI);
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
/** Reported by users, not documented: a message of more UTF-8 bytes is refused. */
const BYTES = 10_000;

/** Why Discord would refuse a reply, or whom it would ping: nothing where all is well. */
export function faultsOf(reply: Reply): string[] {
  const { allowedMentions, ...body } = bodyOf(reply);
  const message = { ...body, allowed_mentions: allowedMentions } as unknown as WireMessage;
  const violations = [
    ...limits.message(message),
    ...validator.request('POST', CALLBACK, { type: 4, data: message }),
  ];
  const bytes = markdownsOf(reply).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [
    ...violations.map(({ at, message: why, rule }) => `${at}: ${why} (${rule})`),
    ...(isEmptyMessage(message) ? ['an empty message'] : []),
    ...(bytes > BYTES ? [`${bytes} bytes of text`] : []),
    // https://github.com/discord/discord-api-docs/issues/6561: half a surrogate pair is a 500.
    ...(isWellFormed(JSON.parse(JSON.stringify(message))) ? [] : ['half a surrogate pair']),
    ...pingsOf(message).map((ping) => `pings ${ping}`),
  ];
}

/** What Discord reads as markdown: each text display. */
export function markdownsOf({ components }: Pick<Reply, 'components'>): string[] {
  return withinOf(components).flatMap(({ content }) => content ?? []);
}

/** What Discord shows letter by letter. */
export function plainTextsOf({ components }: Pick<Reply, 'components'>): string[] {
  return withinOf(components).flatMap(({ label, placeholder, options }) => [
    ...(label ? [label] : []),
    ...(placeholder ? [placeholder] : []),
    ...(options ?? []).flatMap((option) => [option.label, option.description ?? []].flat()),
  ]);
}

function withinOf(components: Reply['components']) {
  const wire = components as unknown as readonly WireComponent[];
  return [...componentsWithin(wire)].map(({ component }) => component);
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWellFormed);
}
