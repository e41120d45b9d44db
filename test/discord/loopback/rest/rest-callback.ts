import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { limits } from '../limits/limits.ts';
import { type HttpAnswer, invalidFormBody, noContent, ok, refuse } from '../limits/refusal.ts';
import { complaint } from '../limits/violation.ts';
import { addLoadingMessage, addMessage, checkMessage, editMessage, isLoading } from '../messages.ts';
import type { WireCallback, WireChoice, WireMessage, WireModal } from '../wire.ts';
import type { StoredInteraction, World } from '../world.ts';
import type { Call, Route } from './routes.ts';

/** The first response to an interaction, of every type. */
export const callbackRoute: Route = {
  name: 'callback',
  method: 'POST',
  path: '/interactions/{interaction_id}/{interaction_token}/callback',
  withoutToken: true,
  handle(world, call) {
    const interaction = world.interactions.get(call.params.interaction_token ?? '');
    if (!interaction || interaction.payload.id !== call.params.interaction_id) {
      return refuse('unknownInteraction');
    }
    if (interaction.age() > world.deadlines.token) return refuse('unknownInteraction');
    if (interaction.firstResponse !== undefined) return refuse('alreadyAcknowledged');
    if (interaction.age() > world.deadlines.firstResponse) return refuse('unknownInteraction');
    const callback = call.body as WireCallback;
    const refused = unsuitable(interaction, callback.type) ?? respond(world, interaction, callback, call);
    if (refused) return refused;
    interaction.firstResponse = callback.type;
    world.waiting.notify();
    return call.query.get('with_response') === 'true' ? ok(resourceOf(interaction)) : noContent;
  },
};

const SUITABLE: Readonly<Partial<Record<InteractionType, readonly Callback[]>>> = {
  [InteractionType.ApplicationCommand]: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Callback.ApplicationCommandAutocompleteResult],
  [InteractionType.MessageComponent]: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.DeferredMessageUpdate,
    Callback.UpdateMessage,
    Callback.Modal,
  ],
  [InteractionType.ModalSubmit]: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.DeferredMessageUpdate,
    Callback.UpdateMessage,
  ],
};

function unsuitable(interaction: StoredInteraction, type: Callback): HttpAnswer | undefined {
  const updates = type === Callback.DeferredMessageUpdate || type === Callback.UpdateMessage;
  const nothingToUpdate = updates && !('message' in interaction.payload && interaction.payload.message);
  const suits = SUITABLE[interaction.payload.type]?.includes(type) && !nothingToUpdate;
  if (suits) return undefined;
  const text = `Callback type ${type} does not suit interaction type ${interaction.payload.type}`;
  const found = complaint('type', text, 'INTERACTION_CALLBACK_TYPE_INVALID');
  return invalidFormBody([{ ...found, rule: 'callbackSuitsInteraction' }]);
}

function respond(
  world: World,
  interaction: StoredInteraction,
  { type, data }: WireCallback,
  call: Call,
): HttpAnswer | undefined {
  switch (type) {
    case Callback.ChannelMessageWithSource:
      return reply(world, interaction, (data ?? {}) as WireMessage, call);
    case Callback.DeferredChannelMessageWithSource:
      return defer(world, interaction, (data ?? {}) as WireMessage);
    case Callback.DeferredMessageUpdate:
      return pickUp(world, interaction);
    case Callback.UpdateMessage:
      return update(world, interaction, (data ?? {}) as WireMessage, call);
    case Callback.ApplicationCommandAutocompleteResult:
      return suggest(interaction, (data as { choices?: readonly WireChoice[] }).choices ?? []);
    case Callback.Modal:
      return openModal(interaction, data as WireModal);
  }
  return undefined;
}

function reply(world: World, interaction: StoredInteraction, body: WireMessage, call: Call) {
  const refused = checkMessage(body, call.files, undefined, 'data');
  if (refused) return refused;
  interaction.original = addMessage(world, body, call.files, answering(interaction));
  return undefined;
}

function defer(world: World, interaction: StoredInteraction, body: WireMessage) {
  const violations = limits.deferred(body, 'data');
  if (violations.length > 0) return invalidFormBody(violations);
  interaction.original = addLoadingMessage(world, body.flags ?? 0, answering(interaction));
  return undefined;
}

/** From here on `@original` is the message that the component stands on. */
function pickUp(world: World, interaction: StoredInteraction): HttpAnswer | undefined {
  const source = 'message' in interaction.payload ? interaction.payload.message : undefined;
  const stored = source && world.messages.get(source.id);
  if (!stored || stored.deleted) return refuse('unknownMessage');
  interaction.original = stored;
  interaction.looksBefore = stored.looks.length;
  return undefined;
}

function update(world: World, interaction: StoredInteraction, body: WireMessage, call: Call) {
  const refused = pickUp(world, interaction);
  const stored = interaction.original;
  if (refused || !stored) return refused ?? refuse('unknownMessage');
  const wrong = checkMessage(body, call.files, stored, 'data');
  if (wrong) return wrong;
  editMessage(world, stored, body, call.files);
  return undefined;
}

function suggest(interaction: StoredInteraction, choices: readonly WireChoice[]) {
  const violations = limits.choices(choices, 'data');
  if (violations.length > 0) return invalidFormBody(violations);
  interaction.choices = choices;
  return undefined;
}

function openModal(interaction: StoredInteraction, modal: WireModal) {
  const violations = limits.modal(modal, 'data');
  if (violations.length > 0) return invalidFormBody(violations);
  interaction.modal = modal as unknown as APIModalInteractionResponseCallbackData;
  return undefined;
}

function answering(interaction: StoredInteraction) {
  const { payload } = interaction;
  const isCommand = payload.type === InteractionType.ApplicationCommand;
  const isChatInput = isCommand && 'type' in payload.data && payload.data.type === 1;
  const type = isChatInput ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
  return {
    channelId: payload.channel?.id ?? '',
    type: isCommand ? type : MessageType.Reply,
    interaction,
  };
}

/** `with_response=true`: what became of the interaction, and of the message that answers it. */
function resourceOf(interaction: StoredInteraction) {
  const { payload, original, firstResponse } = interaction;
  // The description knows a resource for replies and updates only, so nothing may rely on one when deferring.
  const isShown =
    firstResponse === Callback.ChannelMessageWithSource || firstResponse === Callback.UpdateMessage;
  const message = isShown ? original : undefined;
  return {
    interaction: {
      id: payload.id,
      type: payload.type,
      ...(original
        ? {
            response_message_id: original.payload.id,
            response_message_loading: isLoading(original),
            response_message_ephemeral: ((original.payload.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
          }
        : {}),
    },
    ...(message ? { resource: { type: firstResponse, message: message.payload } } : {}),
  };
}
