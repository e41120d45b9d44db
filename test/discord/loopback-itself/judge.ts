import { bodyOf, type Reply } from '../../../src/discord/render/reply.ts';
import { limits } from '../loopback/limits/limits.ts';
import { isEmptyMessage, pingsOf } from '../loopback/limits/limits-messages.ts';
import { createValidator, OPENAPI } from '../loopback/limits/validation.ts';
import type { WireMessage } from '../loopback/wire.ts';

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
  const texts = [...markdownsOf(reply), ...plainTextsOf(reply)];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [
    ...violations.map(({ at, message: why, rule }) => `${at}: ${why} (${rule})`),
    ...(isEmptyMessage(message) ? ['an empty message'] : []),
    ...(bytes > BYTES ? [`${bytes} bytes of text`] : []),
    // https://github.com/discord/discord-api-docs/issues/6561: half a surrogate pair is a 500.
    ...(isWellFormed(JSON.parse(JSON.stringify(message))) ? [] : ['half a surrogate pair']),
    ...pingsOf(message).map((ping) => `pings ${ping}`),
  ];
}

/** What Discord reads as markdown. */
export function markdownsOf({ content, embeds }: Reply): string[] {
  const texts = embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...texts].filter((text) => text !== undefined && text !== '') as string[];
}

/** What Discord shows letter by letter. */
export function plainTextsOf({ embeds, components }: Reply): string[] {
  const footers = embeds.flatMap(({ footer }) => footer?.text ?? []);
  const labels = components.flatMap(({ components: parts }) =>
    parts.flatMap((part) => ('label' in part && part.label ? [part.label] : [])),
  );
  return [...footers, ...labels];
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWellFormed);
}
