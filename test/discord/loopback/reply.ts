import {
  type APIEmbed,
  type APIMessage,
  ButtonStyle,
  InteractionResponseType as Callback,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { textsOf } from './limits/limits-messages.ts';
import { isLoading } from './messages.ts';
import { storyOf } from './rest/requests.ts';
import { componentsWithin, type WireComponent, type WireModal } from './wire.ts';
import type { StoredInteraction, StoredMessage, World } from './world.ts';

/** What a user sees of a message: it goes on showing the present state as the bot edits it. */
export interface Reply {
  readonly id: string;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly WireComponent[];
  readonly flags: number;
  readonly ephemeral: boolean;
  /** Still "… is thinking". */
  readonly loading: boolean;
  readonly deleted: boolean;
  readonly files: readonly SeenFile[];
  /** All that there is to read, top to bottom: content, embeds, text displays. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  /** The states after the first that was shown. */
  readonly edits: readonly Look[];
  /** What the bot sent after its answer to the same interaction. */
  readonly followUps: readonly Reply[];
  /** The form, where the answer was one: then there is no message. */
  readonly modal: WireModal | undefined;
  readonly message: APIMessage | undefined;
  readonly interaction: StoredInteraction;
  /** Waits until this is so. */
  until(isSo: (reply: Reply) => boolean): Promise<Reply>;
}

export interface SeenFile {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface SeenButton {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly style: ButtonStyle;
  readonly disabled: boolean;
}

export type Look = Pick<Reply, 'content' | 'embeds' | 'components' | 'flags' | 'text'>;

/** Waits for what an interaction first shows its user: a message, an update, a follow-up or a form. */
export function watch(world: World, interaction: StoredInteraction): Promise<Reply> {
  const explain = () => `the bot never answered ${interaction.what}; ${storyOf(world.log, interaction)}`;
  return world.waiting.until(() => {
    const seen = firstSeen(interaction);
    if (!seen) failIfDead(world, interaction);
    return seen && replyOf(world, interaction, seen === 'modal' ? undefined : seen);
  }, explain);
}

/** Waits for the suggestions of an autocomplete interaction. */
export function watchChoices(world: World, interaction: StoredInteraction) {
  const explain = () =>
    `the bot suggested nothing for ${interaction.what}; ${storyOf(world.log, interaction)}`;
  return world.waiting.until(() => {
    if (!interaction.choices) failIfDead(world, interaction);
    return interaction.choices;
  }, explain);
}

function failIfDead(world: World, interaction: StoredInteraction): void {
  if (interaction.firstResponse !== undefined) return;
  if (interaction.age() <= world.deadlines.firstResponse) return;
  const seconds = world.deadlines.firstResponse / 1000;
  throw new Error(
    `The application did not respond: ${interaction.what} was not answered within ${seconds} s; ` +
      storyOf(world.log, interaction),
  );
}

function firstSeen(interaction: StoredInteraction): StoredMessage | 'modal' | undefined {
  const { firstResponse, original, followUps, looksBefore } = interaction;
  switch (firstResponse) {
    case Callback.Modal:
      return 'modal';
    case Callback.DeferredChannelMessageWithSource:
      return original && (original.deleted || !isLoading(original)) ? original : undefined;
    case Callback.DeferredMessageUpdate: {
      const isNews = original && (original.deleted || original.looks.length > looksBefore);
      return isNews ? original : followUps[0];
    }
    default:
      return firstResponse === undefined ? undefined : original;
  }
}

function replyOf(world: World, interaction: StoredInteraction, stored: StoredMessage | undefined): Reply {
  // An update's earlier looks belong to the interaction that made the message.
  const isFollowUp = stored !== undefined && stored !== interaction.original;
  const before = isFollowUp ? 0 : interaction.looksBefore;
  const reply: Reply = {
    get id() {
      return stored?.payload.id ?? '';
    },
    get content() {
      return stored?.payload.content ?? '';
    },
    get embeds() {
      return stored?.payload.embeds ?? [];
    },
    get components() {
      return componentsOf(stored?.payload);
    },
    get flags() {
      return stored?.payload.flags ?? 0;
    },
    get ephemeral() {
      return (this.flags & MessageFlags.Ephemeral) !== 0;
    },
    get loading() {
      return stored !== undefined && isLoading(stored);
    },
    get deleted() {
      return stored?.deleted ?? false;
    },
    get files() {
      return filesOf(world, stored);
    },
    get text() {
      return stored ? textOf(stored.payload) : '';
    },
    get buttons() {
      return buttonsOf(this.components);
    },
    get edits() {
      return (stored?.looks.slice(before + 1) ?? []).map(lookOf);
    },
    get followUps() {
      const others = interaction.followUps.filter((one) => one !== stored && !one.deleted);
      return others.map((one) => replyOf(world, interaction, one));
    },
    get modal() {
      return stored ? undefined : (interaction.modal as unknown as WireModal);
    },
    get message() {
      return stored?.payload;
    },
    interaction,
    until(isSo) {
      const explain = () =>
        `${interaction.what}: what was awaited never came; ${storyOf(world.log, interaction)}`;
      return world.waiting.until(() => (isSo(reply) ? reply : undefined), explain);
    },
  };
  return reply;
}

const componentsOf = (payload: APIMessage | undefined): readonly WireComponent[] =>
  (payload?.components ?? []) as unknown as readonly WireComponent[];

function lookOf(payload: APIMessage): Look {
  const { content, embeds } = payload;
  const components = componentsOf(payload);
  return { content, embeds, components, flags: payload.flags ?? 0, text: textOf(payload) };
}

function textOf(payload: APIMessage): string {
  const displays = [...componentsWithin(componentsOf(payload))]
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .map(({ component }) => component.content ?? '');
  return [payload.content, ...payload.embeds.flatMap(textsOf), ...displays].filter(Boolean).join('\n');
}

function buttonsOf(components: readonly WireComponent[]): readonly SeenButton[] {
  const found = [...componentsWithin(components)].map(({ component }) => component);
  return found
    .filter((component) => component.type === ComponentType.Button)
    .map((component) => ({
      label: component.label ?? component.emoji?.name ?? '',
      customId: component.custom_id ?? undefined,
      url: component.url ?? undefined,
      style: component.style ?? ButtonStyle.Secondary,
      disabled: component.disabled ?? false,
    }));
}

function filesOf(world: World, stored: StoredMessage | undefined): readonly SeenFile[] {
  return (stored?.payload.attachments ?? []).map((attachment) => {
    const bytes = world.files.get(attachment.id)?.bytes ?? new Uint8Array();
    return {
      name: attachment.filename,
      ...(attachment.description ? { description: attachment.description } : {}),
      ...(attachment.content_type ? { type: attachment.content_type } : {}),
      bytes,
      text: Buffer.from(bytes).toString('utf8'),
    };
  });
}
