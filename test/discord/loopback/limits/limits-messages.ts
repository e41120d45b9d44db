import { MessageFlags } from 'discord-api-types/v10';
import { componentsWithin, type WireEmbed, type WireMessage } from '../wire.ts';
import { type Complaint, complaint, missing, type Rule, tooLong } from './violation.ts';

/** A message as it would stand once the body is taken in, with the names of all files it would have. */
export interface MessageToBe extends WireMessage {
  readonly files?: readonly { readonly id: string; readonly name: string }[];
}

/** What Discord refuses in a message beyond what its API description says. */
export const messageRules: readonly Rule<MessageToBe>[] = [
  contentLength,
  embedsTotalLength,
  embedNotEmpty,
  embedFieldsNotEmpty,
  attachmentsUploaded,
  attachmentUrlsUploaded,
];

const CONTENT_LENGTH = 2000;
const EMBEDS_TOTAL = 6000;

/** Counted in UTF-16 units, Discord's clients' count: never less than the server's code points. */
export function* contentLength({ content }: MessageToBe): Iterable<Complaint> {
  if ((content?.length ?? 0) > CONTENT_LENGTH) yield tooLong('content', CONTENT_LENGTH);
}

export function* embedsTotalLength({ embeds }: MessageToBe): Iterable<Complaint> {
  const total = (embeds ?? []).flatMap(textsOf).reduce((sum, text) => sum + text.trim().length, 0);
  if (total <= EMBEDS_TOTAL) return;
  const message = `Embed size exceeds maximum size of ${EMBEDS_TOTAL}`;
  yield complaint('embeds', message, 'MAX_EMBED_SIZE_EXCEEDED');
}

export function* embedNotEmpty({ embeds }: MessageToBe): Iterable<Complaint> {
  for (const [index, embed] of (embeds ?? []).entries()) {
    const shows = textsOf(embed).some((text) => text.trim()) || embed.image || embed.thumbnail;
    if (!shows) yield missing(`embeds.${index}.description`);
  }
}

export function* embedFieldsNotEmpty({ embeds }: MessageToBe): Iterable<Complaint> {
  for (const [index, embed] of (embeds ?? []).entries()) {
    for (const [place, field] of (embed.fields ?? []).entries()) {
      if (!field.name.trim()) yield missing(`embeds.${index}.fields.${place}.name`);
      if (!field.value.trim()) yield missing(`embeds.${index}.fields.${place}.value`);
    }
  }
}

export function* attachmentsUploaded({ attachments, files }: MessageToBe): Iterable<Complaint> {
  const known = new Set((files ?? []).map((file) => file.id));
  for (const [index, attachment] of (attachments ?? []).entries()) {
    if (known.has(String(attachment.id))) continue;
    const message = 'Could not find uploaded file or attachment by this id';
    yield complaint(`attachments.${index}.id`, message, 'ATTACHMENT_NOT_FOUND');
  }
}

export function* attachmentUrlsUploaded({ embeds, files }: MessageToBe): Iterable<Complaint> {
  const names = new Set((files ?? []).map((file) => file.name));
  for (const [index, embed] of (embeds ?? []).entries()) {
    for (const field of ['image', 'thumbnail'] as const) {
      const url = embed[field]?.url;
      if (!url?.startsWith('attachment://') || names.has(url.slice('attachment://'.length))) continue;
      const message = `Referenced attachment "${url}" was not found.`;
      yield complaint(`embeds.${index}.${field}.url`, message, 'REFERENCED_ATTACHMENT_NOT_FOUND');
    }
  }
}

/** A deferred reply says nothing yet: only whether it will be ephemeral. */
export function* deferredSetsOnlyEphemeral(data: WireMessage): Iterable<Complaint> {
  if (((data.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0) {
    yield complaint('flags', 'Only EPHEMERAL may be set when deferring', 'MESSAGE_FLAGS_INVALID');
  }
}

/** Not an entry of the error tree: Discord has a code of its own for it, 50006. */
export function isEmptyMessage(message: MessageToBe): boolean {
  const shown = [message.embeds, message.files, isV2(message) ? message.components : []];
  return !message.content?.trim() && !message.poll && shown.every((list) => !list?.length);
}

/**
 * Whom this body would ping. Discord pings from content and text displays; embeds are read too, as a ping
 * there means an unescaped mention.
 */
export function pingsOf(message: WireMessage): readonly string[] {
  const allowed = message.allowed_mentions;
  const texts = [
    message.content ?? '',
    ...(message.embeds ?? []).flatMap(textsOf),
    ...[...componentsWithin(message.components)].map(({ component }) => component.content ?? ''),
  ];
  return texts
    .flatMap(mentionsIn)
    .filter(({ kind, id }) => {
      if (!allowed || allowed.parse?.includes(kind)) return true;
      return kind !== 'everyone' && Boolean(allowed[kind]?.includes(id));
    })
    .map(({ text }) => text);
}

export const isV2 = (message: WireMessage): boolean =>
  ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

export function textsOf(embed: WireEmbed): readonly string[] {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [embed.title, embed.description, ...fields, embed.footer?.text, embed.author?.name].filter(
    (text) => typeof text === 'string',
  );
}

interface Mention {
  readonly kind: 'everyone' | 'users' | 'roles';
  readonly id: string;
  readonly text: string;
}

/** Inside code nothing pings; a backslash does not stop `@everyone`, only a character in between does. */
function mentionsIn(text: string): readonly Mention[] {
  const outsideCode = text.replace(/(`+)[^`][\s\S]*?\1/g, ' ');
  return [...outsideCode.matchAll(/@(?:everyone|here)|<@([!&]?)(\d+)>/g)].map((match) => ({
    kind: match[2] === undefined ? 'everyone' : match[1] === '&' ? 'roles' : 'users',
    id: match[2] ?? '',
    text: match[0],
  }));
}
