import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  type GatewayIdentifyData,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayResumeData,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildCreatePayload, type LoopbackGuild } from './places.ts';
import type { World } from './world.ts';

/** The WebSocket side: sessions that outlive their sockets, and the ways to make one drop. */
export interface Gateway {
  /** Every payload that the bot sent, in order. */
  readonly received: readonly Payload[];
  /** Sends an event to the sessions that should see it, by its server or by their shard; says how many those are. */
  dispatch(type: string, data: unknown, guildOrShard?: string | number): number;
  isConnected(): boolean;
  /** The shards that a bot is connected with now, each as often as it is. */
  shards(): readonly (readonly [id: number, count: number])[];
  /** Drops the connections, or that of one shard: without a goodbye, or with a close code. */
  cut(code?: number, shard?: number): void;
  /** Op 7: asks the bot to come back and resume. */
  reconnect(): void;
  /** Op 9: the session is over, or, where resumable, worth another RESUME. */
  invalidate(resumable?: boolean): void;
  /** Op 1: asks for a heartbeat at once. */
  askHeartbeat(): void;
  close(): void;
}

export interface Payload {
  readonly op: number;
  readonly d?: unknown;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** Everything sent so far: what RESUME replays from. A test is short, so nothing is forgotten. */
  readonly events: { readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

interface State {
  readonly world: World;
  readonly sessions: Map<string, Session>;
  readonly sockets: Set<WebSocket>;
  /** When each group of shards identified last. */
  readonly identified: Map<number, number>;
  readonly received: Payload[];
}

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

export function createGateway(world: World, server: Server): Gateway {
  const state: State = {
    world,
    sessions: new Map(),
    sockets: new Set(),
    identified: new Map(),
    received: [],
  };
  const wss = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (world.faults.take('connect')) return socket.destroy();
    wss.handleUpgrade(request, socket, head, (ws) => greet(state, ws, request.url ?? ''));
  });
  const toAll = (payload: Payload) => {
    for (const socket of state.sockets) send(socket, payload);
  };
  return {
    received: state.received,
    dispatch: (type, data, guildOrShard) => dispatch(state, type, data, guildOrShard),
    isConnected: () => connected(state).length > 0,
    shards: () => connected(state).map(({ shard }) => shard),
    cut(code, shard) {
      const ofShard = () => connected(state).filter((session) => session.shard[0] === shard);
      const sockets = shard === undefined ? state.sockets : ofShard().map(({ socket }) => socket);
      for (const socket of sockets) code === undefined ? socket.terminate() : socket.close(code);
    },
    reconnect: () => toAll({ op: GatewayOpcodes.Reconnect, d: null }),
    invalidate(resumable = false) {
      if (!resumable) state.sessions.clear();
      toAll({ op: GatewayOpcodes.InvalidSession, d: resumable });
    },
    askHeartbeat: () => toAll({ op: GatewayOpcodes.Heartbeat, d: null }),
    close() {
      for (const socket of state.sockets) socket.terminate();
      wss.close();
    },
  };
}

function connected({ sessions }: State) {
  return [...sessions.values()].flatMap(({ socket, shard }) => (socket ? { socket, shard } : []));
}

function greet(state: State, socket: WebSocket, url: string): void {
  const query = new URL(url, 'ws://loopback').searchParams;
  state.sockets.add(socket);
  socket.on('message', (data) => receive(state, socket, data.toString()));
  socket.on('close', (code) => leave(state, socket, code));
  if (query.get('v') !== '10') {
    socket.close(GatewayCloseCodes.InvalidAPIVersion);
  } else if (query.has('compress') || (query.get('encoding') ?? 'json') !== 'json') {
    const message = 'the loopback gateway speaks uncompressed JSON only: remove zlib-sync or erlpack';
    state.world.log.refused.push({ at: url, rule: 'plainJson', code: '', message, request: 'gateway' });
    socket.close(GatewayCloseCodes.DecodeError);
  } else {
    const d = { heartbeat_interval: state.world.heartbeatInterval, _trace: [] };
    send(socket, { op: GatewayOpcodes.Hello, d });
  }
}

function receive(state: State, socket: WebSocket, text: string): void {
  const payload = JSON.parse(text) as Payload;
  state.received.push(payload);
  switch (payload.op) {
    case GatewayOpcodes.Heartbeat:
      send(socket, { op: GatewayOpcodes.HeartbeatAck });
      break;
    case GatewayOpcodes.Identify:
      identify(state, socket, payload.d as GatewayIdentifyData);
      break;
    case GatewayOpcodes.Resume:
      resume(state, socket, payload.d as GatewayResumeData);
      break;
    case GatewayOpcodes.PresenceUpdate:
    case GatewayOpcodes.RequestGuildMembers:
      if (!isIdentified(state, socket)) socket.close(GatewayCloseCodes.NotAuthenticated);
      break;
    default:
      socket.close(GatewayCloseCodes.UnknownOpcode);
  }
  state.world.waiting.notify();
}

/** After a goodbye (1000, 1001) Discord forgets the session; after anything else it can be resumed. */
function leave({ sessions, sockets, world }: State, socket: WebSocket, code: number): void {
  sockets.delete(socket);
  for (const session of sessions.values()) {
    if (session.socket !== socket) continue;
    session.socket = undefined;
    if (code === 1000 || code === 1001) sessions.delete(session.id);
  }
  world.waiting.notify();
}

const isIdentified = (state: State, socket: WebSocket): boolean =>
  connected(state).some((session) => session.socket === socket);

function identify(state: State, socket: WebSocket, data: GatewayIdentifyData): void {
  const { world, sessions } = state;
  const fault = world.faults.take('identify');
  const shard = data.shard ?? [0, 1];
  const isTwice = isIdentified(state, socket);
  const refusal = fault?.close ?? (isTwice ? GatewayCloseCodes.AlreadyAuthenticated : refusalOf(world, data));
  world.sessionsLeft -= 1;
  if (refusal !== undefined) {
    socket.close(refusal);
  } else if (isTooSoon(state, shard[0]) || fault?.refuse) {
    send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
  } else {
    for (const old of sessions.values()) {
      if (!old.socket && old.shard[0] === shard[0]) sessions.delete(old.id);
    }
    const session: Session = { id: world.newId(), shard, intents: data.intents, events: [], socket };
    sessions.set(session.id, session);
    makeReady(world, session);
  }
}

/** https://discord.com/developers/docs/events/gateway#rate-limiting: of a group of shards one may identify in five seconds. */
function isTooSoon({ world, identified }: State, shard: number): boolean {
  if (world.identifyConcurrency === undefined) return false;
  const group = shard % world.identifyConcurrency;
  const now = world.clock.now();
  if (now - (identified.get(group) ?? 0) < IDENTIFY_WINDOW_MS) return true;
  identified.set(group, now);
  return false;
}

const IDENTIFY_WINDOW_MS = 5_000;

function refusalOf(
  world: World,
  { token, intents, shard = [0, 1] }: GatewayIdentifyData,
): number | undefined {
  if (token !== world.token) return GatewayCloseCodes.AuthenticationFailed;
  if ((intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
  if ((intents & PRIVILEGED & ~world.privilegedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
  // Who begins more sessions than a day has gets another token: the bot does not know it.
  if (world.sessionsLeft <= 0) return GatewayCloseCodes.AuthenticationFailed;
  if (shard[0] < 0 || shard[0] >= shard[1]) return GatewayCloseCodes.InvalidShard;
  const isTooMany = guildsOn(world, { shard }).length > world.guildsPerShard;
  return isTooMany ? GatewayCloseCodes.ShardingRequired : undefined;
}

function guildsOn(world: World, session: Pick<Session, 'shard'>): LoopbackGuild[] {
  return [...world.guilds.values()].filter((guild) => guild.hasBot && isOnShard(session, guild.id));
}

function makeReady(world: World, session: Session): void {
  const guilds = guildsOn(world, session);
  sendEvent(session, 'READY', {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: `${world.origin.replace('http', 'ws')}/resume`,
    shard: session.shard,
    application: { id: world.bot.id, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
    _trace: [],
  });
  for (const guild of guilds) announce(world, session, guild);
}

function announce(world: World, session: Session, guild: LoopbackGuild): void {
  const sees = (session.intents & GatewayIntentBits.Guilds) !== 0;
  if (sees) sendEvent(session, 'GUILD_CREATE', guildCreatePayload(world, guild));
}

function resume({ world, sessions }: State, socket: WebSocket, data: GatewayResumeData): void {
  const session = sessions.get(data.session_id);
  const isRefused = world.faults.take('resume')?.refuse || !session;
  if (data.token !== world.token) {
    socket.close(GatewayCloseCodes.AuthenticationFailed);
  } else if (isRefused) {
    sessions.delete(data.session_id);
    send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
  } else if (data.seq > session.events.length) {
    socket.close(GatewayCloseCodes.InvalidSeq);
  } else {
    pickUp(session, socket, data.seq);
  }
}

function pickUp(session: Session, socket: WebSocket, seen: number): void {
  session.socket = socket;
  const missed = session.events.slice(seen);
  for (const event of missed) send(socket, { op: GatewayOpcodes.Dispatch, ...event });
  sendEvent(session, 'RESUMED', { _trace: [] });
}

function dispatch(state: State, type: string, data: unknown, to?: string | number): number {
  const isAddressed = (session: Session) =>
    typeof to === 'number' ? session.shard[0] === to : isOnShard(session, to);
  const here = [...state.sessions.values()].filter(isAddressed);
  for (const session of here) sendEvent(session, type, data);
  return here.length;
}

/** Direct messages belong to shard 0, guilds to the shard of their id. */
function isOnShard({ shard: [id, count] }: Pick<Session, 'shard'>, guildId: string | undefined): boolean {
  return id === (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
}

function sendEvent(session: Session, t: string, d: unknown): void {
  const event = { t, s: session.events.length + 1, d };
  session.events.push(event);
  if (session.socket) send(session.socket, { op: GatewayOpcodes.Dispatch, ...event });
}

const send = (socket: WebSocket, payload: Payload): void =>
  socket.send(JSON.stringify({ t: null, s: null, ...payload }), () => {
    // A cut socket takes nothing any more; the session keeps the event for RESUME.
  });
