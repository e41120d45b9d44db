import { ChannelType } from 'discord-api-types/v10';
import { type HttpAnswer, noContent, ok, refuse } from '../limits/refusal.ts';
import { addMessage, checkMessage, deleteMessage, editMessage } from '../messages.ts';
import { applicationPayload, channelPayload, EVERYONE_MAY, guildPayload, placeFor } from '../places.ts';
import type { WireMessage } from '../wire.ts';
import type { StoredMessage, World } from '../world.ts';
import type { Call, Route } from './routes.ts';

const CHANNEL = '/channels/{channel_id}';
const MESSAGE = `${CHANNEL}/messages/{message_id}`;

/** Who and where: the bot itself, its application, users, guilds, channels and their messages. */
export const placeRoutes: readonly Route[] = [
  {
    name: 'gateway',
    method: 'GET',
    path: '/gateway',
    withoutToken: true,
    handle: (world) => ok({ url: gatewayOf(world).url }),
  },
  {
    name: 'gateway-bot',
    method: 'GET',
    path: '/gateway/bot',
    handle: (world) => ok(gatewayOf(world)),
  },
  { name: 'me', method: 'GET', path: '/users/@me', handle: (world) => ok(ownProfile(world)) },
  ...['/applications/@me', '/oauth2/applications/@me'].map(
    (path): Route => ({
      name: 'application',
      method: 'GET',
      path,
      handle: (world) => ok(applicationPayload(world)),
    }),
  ),
  { name: 'guilds', method: 'GET', path: '/users/@me/guilds', handle: listGuilds },
  { name: 'user', method: 'GET', path: '/users/{user_id}', handle: readUser },
  { name: 'channel', method: 'POST', path: '/users/@me/channels', handle: openDm },
  { name: 'guild', method: 'GET', path: '/guilds/{guild_id}', handle: readGuild },
  { name: 'channel', method: 'GET', path: CHANNEL, handle: readChannel },
  { name: 'channel', method: 'POST', path: `${CHANNEL}/messages`, handle: send },
  {
    name: 'channel',
    method: 'GET',
    path: MESSAGE,
    handle: (world, call) => onMessage(world, call, ({ payload }) => ok(payload)),
  },
  {
    name: 'channel',
    method: 'PATCH',
    path: MESSAGE,
    handle: (world, call) => onMessage(world, call, (message) => edit(world, message, call)),
  },
  {
    name: 'channel',
    method: 'DELETE',
    path: MESSAGE,
    handle: (world, call) => onMessage(world, call, (message) => remove(world, message)),
  },
];

/** discord.js asks for compression only where zlib-sync is installed; this gateway speaks plain JSON. */
const gatewayOf = (world: World) => ({
  url: `${world.origin.replace('http', 'ws')}/gateway`,
  shards: world.shards,
  session_start_limit: {
    total: 1000,
    remaining: world.sessionsLeft,
    reset_after: 86_400_000,
    max_concurrency: world.identifyConcurrency ?? 1,
  },
});

const ownProfile = (world: World) => ({
  ...world.bot,
  verified: true,
  mfa_enabled: true,
  locale: 'en-US',
  email: null,
  bio: '',
});

function listGuilds(world: World): HttpAnswer {
  const ours = [...world.guilds.values()].filter(({ hasBot }) => hasBot);
  return ok(
    ours.map(({ id, name }) => ({
      ...{ id, name, icon: null, banner: null, owner: false, features: [] },
      permissions: EVERYONE_MAY.toString(),
    })),
  );
}

function readUser(world: World, { params }: Call): HttpAnswer {
  const user = world.users.get(params.user_id ?? '');
  return user ? ok(user) : refuse('unknownUser');
}

function openDm(world: World, { body }: Call): HttpAnswer {
  const user = world.users.get((body as { recipient_id?: string }).recipient_id ?? '');
  return user ? ok(channelPayload(placeFor(world, user, 'dm').channel)) : refuse('unknownUser');
}

function readGuild(world: World, { params }: Call): HttpAnswer {
  const guild = world.guilds.get(params.guild_id ?? '');
  return guild?.hasBot ? ok(guildPayload(world, guild)) : refuse('unknownGuild');
}

function readChannel(world: World, call: Call): HttpAnswer {
  const { channel, refused } = channelOf(world, call);
  return channel ? ok(channelPayload(channel)) : refused;
}

/** A bot sees a guild's channels only where it was invited, and no group chats at all. */
function channelOf(world: World, { params }: Call) {
  const channel = world.channels.get(params.channel_id ?? '');
  const guild = world.guilds.get(String(channel?.guild_id));
  if (!channel) return { refused: refuse('unknownChannel') };
  const outside = (guild && !guild.hasBot) || channel.type === ChannelType.GroupDM;
  return outside ? { refused: refuse('missingAccess') } : { channel, refused: refuse('missingAccess') };
}

function onMessage(world: World, call: Call, act: (message: StoredMessage) => HttpAnswer): HttpAnswer {
  const { channel, refused } = channelOf(world, call);
  if (!channel) return refused;
  const message = world.messages.get(call.params.message_id ?? '');
  const seen = message && !message.deleted && !message.ephemeralFor;
  return seen && message.payload.channel_id === channel.id ? act(message) : refuse('unknownMessage');
}

function send(world: World, call: Call): HttpAnswer {
  const { channel, refused } = channelOf(world, call);
  if (!channel) return refused;
  const body = (call.body ?? {}) as WireMessage;
  const wrong = checkMessage(body, call.files);
  if (wrong) return wrong;
  return ok(addMessage(world, body, call.files, { channelId: channel.id }).payload);
}

function edit(world: World, message: StoredMessage, call: Call): HttpAnswer {
  if (message.payload.author.id !== world.bot.id) return refuse('notAnothersMessage');
  const body = (call.body ?? {}) as WireMessage;
  const wrong = checkMessage(body, call.files, message);
  if (wrong) return wrong;
  editMessage(world, message, body, call.files);
  return ok(message.payload);
}

function remove(world: World, message: StoredMessage): HttpAnswer {
  if (message.payload.author.id !== world.bot.id) return refuse('missingAccess');
  deleteMessage(world, message);
  return noContent;
}
