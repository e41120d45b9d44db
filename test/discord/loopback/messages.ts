import {
  type APIAttachment,
  type APIMessage,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { limits } from './limits/limits.ts';
import { isEmptyMessage, type MessageToBe, pingsOf } from './limits/limits-messages.ts';
import { type HttpAnswer, invalidFormBody, refuseEmptyMessage } from './limits/refusal.ts';
import type { UploadedFile } from './rest/request-body.ts';
import type { WireComponent, WireEmbed, WireMessage } from './wire.ts';
import type { StoredInteraction, StoredMessage, World } from './world.ts';

export interface NewMessage {
  readonly channelId: string;
  readonly type?: MessageType;
  readonly interaction?: StoredInteraction;
  /** Set for follow-ups: the message that first answered. */
  readonly followsUp?: boolean;
  readonly authorId?: string;
}

/** What a body may not say, in the state that the message would be in. */
export function checkMessage(
  body: WireMessage,
  files: readonly UploadedFile[],
  existing?: StoredMessage,
  within = '',
): HttpAnswer | undefined {
  const toBe = messageToBe(body, files, existing);
  const violations = limits.message(toBe, within);
  if (violations.length > 0) return invalidFormBody(violations);
  return isEmptyMessage(toBe) ? refuseEmptyMessage(within) : undefined;
}

/** Stores a message that has been checked. */
export function addMessage(
  world: World,
  body: WireMessage,
  files: readonly UploadedFile[],
  options: NewMessage,
): StoredMessage {
  const stored = emptyMessage(world, body.flags ?? 0, options);
  apply(world, stored, body, files);
  return stored;
}

/** The "… is thinking" of a deferred reply. */
export function addLoadingMessage(world: World, flags: number, options: NewMessage): StoredMessage {
  return emptyMessage(world, flags | MessageFlags.Loading, options);
}

export function editMessage(
  world: World,
  stored: StoredMessage,
  body: WireMessage,
  files: readonly UploadedFile[],
): void {
  const wasLoading = isLoading(stored);
  apply(world, stored, body, files);
  if (!wasLoading) stored.payload.edited_timestamp = isoNow(world);
}

export function deleteMessage(world: World, stored: StoredMessage): void {
  stored.deleted = true;
  world.waiting.notify();
}

export const isLoading = (stored: StoredMessage): boolean =>
  ((stored.payload.flags ?? 0) & MessageFlags.Loading) !== 0;

function emptyMessage(world: World, flags: number, options: NewMessage): StoredMessage {
  const author = world.users.get(options.authorId ?? world.bot.id) ?? world.bot;
  const payload = {
    id: world.newId(),
    type: options.type ?? MessageType.Default,
    channel_id: options.channelId,
    author,
    content: '',
    timestamp: isoNow(world),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags,
    ...(options.interaction ? metadataOf(world, options.interaction, options.followsUp ?? false) : {}),
  } as APIMessage;
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0 && options.interaction;
  const stored: StoredMessage = {
    payload,
    deleted: false,
    looks: [],
    ...(ephemeral ? { ephemeralFor: ephemeral.userId } : {}),
  };
  world.messages.set(payload.id, stored);
  return stored;
}

function metadataOf(world: World, interaction: StoredInteraction, followsUp: boolean) {
  const { payload } = interaction;
  const source = 'message' in payload ? payload.message : undefined;
  return {
    webhook_id: world.bot.id,
    application_id: world.bot.id,
    interaction_metadata: {
      id: payload.id,
      type: payload.type,
      user: world.users.get(interaction.userId),
      authorizing_integration_owners: payload.authorizing_integration_owners,
      ...(followsUp && interaction.original
        ? { original_response_message_id: interaction.original.payload.id }
        : {}),
      ...(payload.type === InteractionType.MessageComponent && source
        ? { interacted_message_id: source.id }
        : {}),
      ...(payload.type === InteractionType.ModalSubmit
        ? { triggering_interaction_metadata: source?.interaction_metadata }
        : {}),
    },
  };
}

function apply(world: World, stored: StoredMessage, body: WireMessage, files: readonly UploadedFile[]): void {
  const { payload } = stored;
  const uploaded = files.map((file) => store(world, file, body));
  const kept = body.attachments
    ? payload.attachments.filter((one) => body.attachments?.some(({ id }) => String(id) === one.id))
    : payload.attachments;
  payload.attachments = [...kept, ...uploaded];
  // Discord trims what it stores, so a reader never sees white space at either end.
  if (body.content !== undefined) payload.content = (body.content ?? '').trim();
  if (body.embeds !== undefined) {
    payload.embeds = (body.embeds ?? []).map((embed) => asStored(embed, payload.attachments)) as never;
  }
  if (body.components !== undefined) payload.components = numbered(body.components ?? []) as never;
  payload.flags = flagsAfter(payload.flags ?? 0, body.flags ?? 0) as MessageFlags;
  stored.looks.push(structuredClone(payload));
  world.log.pings.push(...pingsOf(body));
  world.waiting.notify();
}

/** An edit may add V2 but never take it away, and cannot change who sees the message. */
function flagsAfter(before: number, asked: number): number {
  const kept = before & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
  return kept | (asked & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds));
}

function messageToBe(
  body: WireMessage,
  files: readonly UploadedFile[],
  existing?: StoredMessage,
): MessageToBe {
  const old = existing?.payload;
  const uploads = files.map((file) => ({ id: file.index, name: file.name }));
  const known = (old?.attachments ?? []).map((one) => ({ id: one.id, name: one.filename }));
  return {
    ...body,
    content: body.content === undefined ? (old?.content ?? null) : body.content,
    embeds: body.embeds === undefined ? ((old?.embeds ?? []) as readonly WireEmbed[]) : body.embeds,
    components:
      body.components === undefined
        ? ((old?.components ?? []) as unknown as readonly WireComponent[])
        : body.components,
    flags: flagsAfter(old?.flags ?? 0, body.flags ?? 0),
    files: [...known, ...uploads],
  };
}

function store(world: World, file: UploadedFile, body: WireMessage): APIAttachment {
  const id = world.newId();
  const about = body.attachments?.find((one) => String(one.id) === file.index);
  const url = `${world.origin}/attachments/${id}/${encodeURIComponent(file.name)}`;
  const attachment: APIAttachment = {
    id,
    filename: about?.filename ?? file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    ...(file.type ? { content_type: file.type } : {}),
    ...(about?.description ? { description: about.description } : {}),
  };
  world.files.set(id, { attachment, bytes: file.bytes });
  return attachment;
}

function asStored(embed: WireEmbed, attachments: readonly APIAttachment[]): WireEmbed {
  const trimmed = trimTexts(embed) as WireEmbed;
  const served = (media: { readonly url: string } | null | undefined) => {
    const name = media?.url.startsWith('attachment://') ? media.url.slice(13) : undefined;
    const file = attachments.find((one) => one.filename === name);
    return media && { ...media, url: file?.url ?? media.url };
  };
  const { image, thumbnail } = embed;
  return {
    ...trimmed,
    ...(trimmed.fields ? { fields: trimmed.fields.map((field) => ({ inline: false, ...field })) } : {}),
    type: 'rich',
    ...(image ? { image: served(image) ?? image } : {}),
    ...(thumbnail ? { thumbnail: served(thumbnail) ?? thumbnail } : {}),
  };
}

/** Drops nulls and the white space around texts, as Discord does in embeds. */
function trimTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.map(([key, part]) => [key, trimTexts(part)]));
}

/** Discord gives every component an id where the bot did not. */
function numbered(components: readonly WireComponent[], counter = { next: 1 }): readonly WireComponent[] {
  return components.map((component) => numberedOne(component, counter));
}

function numberedOne(component: WireComponent, counter: { next: number }): WireComponent {
  const id = component.id || counter.next;
  counter.next += 1;
  return {
    ...component,
    id,
    ...(component.components ? { components: numbered(component.components, counter) } : {}),
    ...(component.accessory ? { accessory: numberedOne(component.accessory, counter) } : {}),
  };
}

const isoNow = (world: World): string => new Date(world.clock.now()).toISOString().replace('Z', '000+00:00');
