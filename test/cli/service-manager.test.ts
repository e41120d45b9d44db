import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serviceManager } from '../../src/cli/service-manager.ts';
import { serviceManagerOf } from '../../src/config.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SOCKET = { NOTIFY_SOCKET: '/run/systemd/notify' };

test('a service manager is there where systemd names its socket, and its watchdog where it watches this process', () => {
  expect(serviceManagerOf({}, 7)).toBeUndefined();
  expect(serviceManagerOf({ WATCHDOG_USEC: '60000000' }, 7)).toBeUndefined();
  expect(serviceManagerOf(SOCKET, 7)).toEqual({});
  const watched = { ...SOCKET, WATCHDOG_USEC: '60000000', WATCHDOG_PID: '7' };
  expect(serviceManagerOf(watched, 7)).toEqual({ watchdogMs: 60_000 });
  expect(serviceManagerOf(watched, 8)).toEqual({});
});

test('it is told what is told, and at half the period of its watchdog that the bot lives, until the end', async () => {
  const told: string[] = [];
  const send = async (variables: readonly string[]) => void told.push(variables.join(' '));
  const manager = serviceManager({ watchdogMs: 60_000 }, () => {}, send);
  manager.tell('READY=1', 'STATUS=Connected');
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['READY=1 STATUS=Connected', 'WATCHDOG=1', 'WATCHDOG=1']);
  await manager.close();
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(3);
});

test('the end waits for what is being sent', async () => {
  const order: string[] = [];
  const send = async () => {
    await Promise.resolve();
    order.push('sent');
  };
  const manager = serviceManager({}, () => {}, send);
  manager.tell('STOPPING=1');
  await manager.close();
  order.push('closed');
  expect(order).toEqual(['sent', 'closed']);
});

test('that it cannot be told is said once', async () => {
  const failures: unknown[] = [];
  const send = () => Promise.reject(new Error('spawn systemd-notify ENOENT'));
  const manager = serviceManager({}, (error) => void failures.push(error), send);
  manager.tell('READY=1');
  manager.tell('STOPPING=1');
  await manager.close();
  expect(failures).toEqual([new Error('spawn systemd-notify ENOENT')]);
});

test('where none listens nothing is sent', async () => {
  const failures: unknown[] = [];
  const send = () => Promise.reject(new Error('nobody listens'));
  const manager = serviceManager(undefined, (error) => void failures.push(error), send);
  manager.tell('READY=1');
  await manager.close();
  expect(failures).toEqual([]);
});
