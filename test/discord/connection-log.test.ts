import { EventEmitter } from 'node:events';
import { type Client, Events } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logConnection } from '../../src/discord/connection-log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const client = new EventEmitter();
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  const fallSilent = logConnection(client as Client, log);
  return { client, lines, fallSilent };
}

test('an hour without a network is a line when it is lost, one a minute, and one when it is back', () => {
  const { client, lines } = watched();
  client.emit(Events.ShardError, new Error('Unexpected server response: 502'), 0);
  for (let tries = 0; tries < 3_600; tries += 1) {
    client.emit(Events.ShardReconnecting, 0);
    client.emit(Events.ShardError, new Error('Unexpected server response: 502'), 0);
    vi.advanceTimersByTime(1_000);
  }
  client.emit(Events.ShardResume, 0, 4);
  vi.advanceTimersByTime(3_600_000);
  expect(lines).toHaveLength(1 + 60 + 1);
  expect(lines[0]).toEqual({
    level: 40,
    shard: 0,
    reason: 'Unexpected server response: 502',
    msg: 'connection lost: reconnecting',
  });
  expect(lines[1]).toEqual({ level: 40, shard: 0, minutes: 1, msg: 'still not connected' });
  expect(lines[60]).toMatchObject({ minutes: 60 });
  expect(lines[61]).toEqual({ level: 30, shard: 0, replayed: 4, seconds: 3_600, msg: 'resumed' });
});

test('each connection is counted apart, and the next loss is said again', () => {
  const { client, lines } = watched();
  client.emit(Events.ShardReady, 0);
  client.emit(Events.ShardReconnecting, 0);
  client.emit(Events.ShardReconnecting, 1);
  client.emit(Events.ShardReady, 0);
  client.emit(Events.ShardReconnecting, 0);
  expect(lines.map(({ msg, shard }) => `${msg} ${shard}`)).toEqual([
    'ready 0',
    'connection lost: reconnecting 0',
    'connection lost: reconnecting 1',
    'ready 0',
    'connection lost: reconnecting 0',
  ]);
});

test('a bot that leaves is not reconnecting', () => {
  const { client, lines, fallSilent } = watched();
  client.emit(Events.ShardReconnecting, 0);
  fallSilent();
  client.emit(Events.ShardReconnecting, 1);
  vi.advanceTimersByTime(120_000);
  expect(lines).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
