import { InteractionResponseType, InteractionType, MessageType } from 'discord-api-types/v10';
import { type HttpAnswer, noContent, ok, refuse } from '../limits/refusal.ts';
import { addMessage, checkMessage, deleteMessage, editMessage, isLoading } from '../messages.ts';
import type { WireMessage } from '../wire.ts';
import type { StoredInteraction, StoredMessage, World } from '../world.ts';
import type { Call, Route } from './routes.ts';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL = `${WEBHOOK}/messages/@original`;
const BY_ID = `${WEBHOOK}/messages/{message_id}`;

/** What a bot does with an interaction after its first response: edit, follow up, delete. */
export const webhookRoutes: readonly Route[] = [
  {
    name: 'follow-up',
    method: 'POST',
    path: WEBHOOK,
    withoutToken: true,
    handle: (world, call) => within(world, call, (interaction) => followUp(world, interaction, call)),
  },
  // The description lists @original as a path of its own: it must come before the ids.
  ...[ORIGINAL, BY_ID].flatMap((path): Route[] => [
    {
      name: 'get',
      method: 'GET',
      path,
      withoutToken: true,
      handle: (world, call) => onMessage(world, call, ({ payload }) => ok(payload)),
    },
    {
      name: 'edit',
      method: 'PATCH',
      path,
      withoutToken: true,
      handle: (world, call) => onMessage(world, call, (message) => edit(world, message, call)),
    },
    {
      name: 'delete',
      method: 'DELETE',
      path,
      withoutToken: true,
      handle: (world, call) => onMessage(world, call, (message) => remove(world, message)),
    },
  ]),
];

function within(
  world: World,
  { params }: Call,
  act: (interaction: StoredInteraction) => HttpAnswer,
): HttpAnswer {
  const interaction = world.interactions.get(params.webhook_token ?? '');
  if (!interaction || params.webhook_id !== world.bot.id) return refuse('unknownWebhook');
  if (interaction.age() > world.deadlines.token) return refuse('invalidWebhookToken');
  const isAutocomplete = interaction.payload.type === InteractionType.ApplicationCommandAutocomplete;
  if (interaction.firstResponse === undefined || isAutocomplete) return refuse('unknownWebhook');
  return act(interaction);
}

function onMessage(world: World, call: Call, act: (message: StoredMessage) => HttpAnswer): HttpAnswer {
  return within(world, call, (interaction) => {
    const id = call.params.message_id ?? '@original';
    const ours = [interaction.original, ...interaction.followUps].filter((one) => one !== undefined);
    const message = id === '@original' ? interaction.original : ours.find((one) => one.payload.id === id);
    return message && !message.deleted ? act(message) : refuse('unknownMessage');
  });
}

function edit(world: World, message: StoredMessage, call: Call): HttpAnswer {
  const body = (call.body ?? {}) as WireMessage;
  const refused = checkMessage(body, call.files, message);
  if (refused) return refused;
  editMessage(world, message, body, call.files);
  return ok(message.payload);
}

function remove(world: World, message: StoredMessage): HttpAnswer {
  deleteMessage(world, message);
  return noContent;
}

function followUp(world: World, interaction: StoredInteraction, call: Call): HttpAnswer {
  const { original } = interaction;
  // For old bots: the first follow-up to a deferred reply fills that reply instead.
  const deferred = interaction.firstResponse === InteractionResponseType.DeferredChannelMessageWithSource;
  if (deferred && original && !original.deleted && isLoading(original)) return edit(world, original, call);
  if (interaction.followUps.length >= interaction.followUpLimit) return refuse('tooManyFollowUps');
  const body = (call.body ?? {}) as WireMessage;
  const refused = checkMessage(body, call.files);
  if (refused) return refused;
  const channelId = interaction.payload.channel?.id ?? '';
  const options = { channelId, type: MessageType.Reply, interaction, followsUp: true };
  const message = addMessage(world, body, call.files, options);
  interaction.followUps.push(message);
  world.waiting.notify();
  return ok(message.payload);
}
