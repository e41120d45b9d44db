import {
  type APIChannel,
  type APIUser,
  ApplicationFlags,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type UserFlags,
} from 'discord-api-types/v10';
import type { World } from './world.ts';

/** Where a user talks to the bot: `foreign-guild` is a guild where only the user installed the app. */
export type PlaceName = 'guild' | 'dm' | 'group' | 'foreign-guild';

export interface LoopbackGuild {
  readonly id: string;
  readonly name: string;
  readonly preferred_locale: string;
  readonly hasBot: boolean;
  readonly channelId: string;
  /** Ids of its roles beside everyone's. */
  readonly roles: readonly string[];
}

/** As much of a channel as interactions and the REST routes show. */
export type LoopbackChannel = Pick<APIChannel, 'id' | 'type'> & Readonly<Record<string, unknown>>;

export interface Place {
  readonly context: InteractionContextType;
  readonly channel: LoopbackChannel;
  readonly guild?: LoopbackGuild;
  readonly appPermissions: bigint;
  readonly owners: Readonly<Record<string, string>>;
}

export const EVERYONE_MAY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands;

const NO_FLAGS: UserFlags = 0 as never;

export type GuildOptions = Partial<Pick<LoopbackGuild, 'id' | 'name' | 'hasBot' | 'roles'>> & {
  locale?: string;
};

export function addGuild(world: World, options: GuildOptions = {}) {
  const id = options.id ?? world.newId();
  const channelId = world.newId();
  const guild: LoopbackGuild = {
    id,
    channelId,
    name: options.name ?? 'Archive readers',
    preferred_locale: options.locale ?? 'en-US',
    hasBot: options.hasBot ?? true,
    roles: options.roles ?? [],
  };
  world.guilds.set(id, guild);
  world.channels.set(channelId, {
    id: channelId,
    type: ChannelType.GuildText,
    guild_id: id,
    name: 'general',
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  });
  return guild;
}

/** The bot comes into a guild, or leaves it: its own commands go with it, as Discord has it. */
export function setMembership(world: World, guildId: string, hasBot: boolean): LoopbackGuild {
  const guild = { ...world.guilds.get(guildId)!, hasBot };
  world.guilds.set(guildId, guild);
  if (!hasBot) world.commands.delete(guildId);
  return guild;
}

export function addUser(world: World, options: { id?: string; name?: string; bot?: boolean } = {}): APIUser {
  const id = options.id ?? world.newId();
  const known = world.users.get(id);
  if (known) return known;
  const username = options.name ?? `reader${world.users.size}`;
  const user: APIUser = {
    id,
    username: username.toLowerCase().replaceAll(/\W+/g, '_'),
    discriminator: options.bot ? '0001' : '0',
    global_name: options.bot ? null : username,
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
    ...(options.bot ? { bot: true } : {}),
  };
  world.users.set(id, user);
  return user;
}

export function placeFor(world: World, user: APIUser, name: PlaceName, guildId?: string): Place {
  switch (name) {
    case 'guild':
    case 'foreign-guild':
      return guildPlace(world, user, name === 'guild', guildId);
    case 'dm':
      return {
        context: InteractionContextType.BotDM,
        channel: privateChannel(world, user, ChannelType.DM),
        appPermissions: EVERYONE_MAY | PermissionFlagsBits.MentionEveryone,
        // In the bot's own DM Discord names guild 0.
        owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
      };
    case 'group':
      return {
        context: InteractionContextType.PrivateChannel,
        channel: privateChannel(world, user, ChannelType.GroupDM),
        appPermissions: EVERYONE_MAY,
        owners: { [ApplicationIntegrationType.UserInstall]: user.id },
      };
  }
}

function guildPlace(world: World, user: APIUser, hasBot: boolean, guildId?: string): Place {
  const guild = guildId
    ? world.guilds.get(guildId)
    : ([...world.guilds.values()].find((one) => one.hasBot === hasBot) ??
      addGuild(world, { name: 'Elsewhere', hasBot }));
  if (!guild) throw new Error(`there is no guild ${guildId}`);
  const channel = world.channels.get(guild.channelId)!;
  const owners = hasBot
    ? { [ApplicationIntegrationType.GuildInstall]: guild.id }
    : { [ApplicationIntegrationType.UserInstall]: user.id };
  return {
    context: InteractionContextType.Guild,
    channel,
    guild,
    appPermissions: EVERYONE_MAY,
    owners,
  };
}

function privateChannel(
  world: World,
  user: APIUser,
  type: ChannelType.DM | ChannelType.GroupDM,
): LoopbackChannel {
  const isOurs = (channel: LoopbackChannel) => channel.type === type && channel.opened_by === user.id;
  const known = [...world.channels.values()].find(isOurs);
  if (known) return known;
  const id = world.newId();
  const recipients = type === ChannelType.DM ? [user] : [user, addUser(world, { name: 'Someone else' })];
  const ofGroup = type === ChannelType.GroupDM ? { owner_id: user.id, name: null, icon: null } : {};
  const channel: LoopbackChannel = {
    id,
    type,
    recipients,
    last_message_id: null,
    flags: 0,
    opened_by: user.id,
    ...ofGroup,
  };
  world.channels.set(id, channel);
  return channel;
}

export function memberPayload(user: APIUser, roles: readonly string[] = []) {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function applicationPayload(world: World) {
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    is_monetized: false,
    is_verified: false,
    is_discoverable: false,
    bot_public: world.isPublic,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: ApplicationFlags.ApplicationCommandBadge,
    flags_new: `${ApplicationFlags.ApplicationCommandBadge}`,
    hook: true,
    storefront_available: false,
    integration_types_config: { '0': {}, '1': {} },
    install_params: { scopes: ['bot', 'applications.commands'], permissions: '0' },
    owner: addUser(world, { name: 'owner' }),
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.hasBot).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    guild: null,
    bot: world.bot,
  };
}

export function guildPayload(world: World, guild: LoopbackGuild) {
  const everyone = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } };
  const role = {
    ...everyone,
    id: guild.id,
    name: '@everyone',
    permissions: EVERYONE_MAY.toString(),
    position: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
  return {
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.preferred_locale,
    owner_id: addUser(world, { name: 'owner' }).id,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    home_header: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    incidents_data: null,
    premium_progress_bar_enabled: false,
    widget_enabled: false,
    widget_channel_id: null,
    application_id: null,
    roles: [role, ...guild.roles.map((id, n) => ({ ...role, id, name: `role ${n}`, permissions: '0' }))],
    emojis: [],
    stickers: [],
    features: [],
  };
}

/** What only the gateway tells of a guild, once it is available. */
export function guildCreatePayload(world: World, guild: LoopbackGuild) {
  return {
    ...guildPayload(world, guild),
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    members: [memberPayload(world.bot)],
    channels: [world.channels.get(guild.channelId)],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export const channelPayload = ({ opened_by: _, ...channel }: LoopbackChannel): Record<string, unknown> =>
  channel;
