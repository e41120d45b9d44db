import {
  type APIInteraction,
  type APIUser,
  GatewayDispatchEvents,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Gateway } from './gateway.ts';
import { channelPayload, memberPayload, type Place } from './places.ts';
import type { StoredInteraction, World } from './world.ts';

/** Someone in a place, with a language: all that an interaction says about who caused it. */
export interface Actor {
  readonly user: APIUser;
  readonly place: Place;
  readonly locale: string;
  readonly permissions: bigint;
  readonly roles: readonly string[];
}

export interface Deed {
  readonly type: InteractionType;
  /** For messages of this Discord: `/where`, `button "More"`. */
  readonly what: string;
  readonly data: unknown;
  /** Where a component or its modal belongs to a message. */
  readonly message?: unknown;
}

/** Tells the bot what a user did, as Discord would. */
export function interact(world: World, gateway: Gateway, actor: Actor, deed: Deed): StoredInteraction {
  const interaction = interactionOf(world, actor, deed);
  world.interactions.set(interaction.payload.token, interaction);
  // Whoever waits for the answer must look again when the interaction dies unanswered.
  world.clock.after(world.deadlines.firstResponse + 1, world.waiting.notify);
  deliver(world, gateway, interaction, actor.place.guild?.id);
  return interaction;
}

/** What a user did, before anybody is told. */
export function interactionOf(world: World, actor: Actor, deed: Deed): StoredInteraction {
  return {
    payload: payloadOf(world, actor, deed),
    what: deed.what,
    userId: actor.user.id,
    age: world.clock.count(actor.place.guild?.id),
    sentAt: performance.now(),
    followUpLimit: actor.place.guild && !actor.place.guild.hasBot ? 5 : Number.POSITIVE_INFINITY,
    looksBefore: 0,
    followUps: [],
  };
}

function deliver(world: World, gateway: Gateway, interaction: StoredInteraction, guildId?: string): void {
  const fault = world.faults.take('event');
  if (fault?.lost) return;
  // A guild without the bot has no shard of its own: its interactions come like direct messages.
  const shardGuild = guildId && world.guilds.get(guildId)?.hasBot ? guildId : undefined;
  for (let copies = fault?.duplicate ? 2 : 1; copies > 0; copies -= 1) {
    const type = GatewayDispatchEvents.InteractionCreate;
    const reached = gateway.dispatch(type, interaction.payload, fault?.shard ?? shardGuild);
    if (reached === 0) throw new Error(`no bot is connected: nobody received ${interaction.what}`);
  }
  if (fault?.age) world.clock.advance(fault.age);
}

function payloadOf(world: World, actor: Actor, deed: Deed): APIInteraction {
  const id = world.newId();
  const { user, place, locale, permissions, roles } = actor;
  const { guild, channel } = place;
  const inGuild = guild && {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
    guild_locale: guild.preferred_locale,
    member: { ...memberPayload(user, roles), permissions: permissions.toString() },
  };
  return {
    id,
    application_id: world.bot.id,
    type: deed.type,
    // Discord's tokens are about as long and as opaque.
    token: Buffer.from(`interaction:${id}:${'loopback'.repeat(14)}`).toString('base64url'),
    version: 1,
    data: deed.data,
    ...(deed.message ? { message: deed.message } : {}),
    ...(inGuild || { user }),
    channel: channelPayload(channel),
    channel_id: channel.id,
    locale,
    app_permissions: place.appPermissions.toString(),
    context: place.context,
    authorizing_integration_owners: place.owners,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
  } as unknown as APIInteraction;
}
