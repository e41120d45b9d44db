import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Metrics } from '../../src/monitoring/metrics.ts';
import { serveMetrics } from '../../src/monitoring/serve-metrics.ts';

const METRICS: Metrics = { count() {}, text: async () => 'x 1\n', contentType: 'text/plain; version=0.0.4' };

async function served(host: string, metrics = METRICS) {
  const server = await serveMetrics({ host, port: 0 }, metrics);
  onTestFinished(() => server.close());
  return server;
}

/** The first line of what is answered to some bytes. */
function statusOf(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request)).setEncoding('utf8');
    socket.once('error', reject).once('data', (text) => {
      socket.destroy();
      resolve(String(text).split('\r\n')[0]!);
    });
  });
}

test('only GET /metrics is answered, and no large headers', async () => {
  const { url } = await served('127.0.0.1');
  const host = 'Host: a\r\n';
  expect(await statusOf(url, `GET /metrics?a=b HTTP/1.1\r\n${host}\r\n`)).toBe('HTTP/1.1 200 OK');
  expect(await statusOf(url, `GET /etc/passwd HTTP/1.1\r\n${host}\r\n`)).toMatch(/ 404 /u);
  expect(await statusOf(url, `DELETE /metrics HTTP/1.1\r\n${host}\r\n`)).toMatch(/ 405 /u);
  const large = `X: ${'x'.repeat(8_000)}\r\n`;
  expect(await statusOf(url, `GET /metrics HTTP/1.1\r\n${host}${large}\r\n`)).toMatch(/ 431 /u);
  expect(await statusOf(url, 'nonsense\r\n\r\n')).toMatch(/ 400 /u);
});

test('numbers that can’t be had are an error of the server’s, not the end of the bot', async () => {
  const text = () => Promise.reject(new Error('no numbers'));
  const { url } = await served('127.0.0.1', { ...METRICS, text });
  expect(await statusOf(url, 'GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/ 500 /u);
});

test('whether others than this machine can connect is known', async () => {
  expect((await served('127.0.0.1')).isOpen).toBe(false);
  expect((await served('localhost')).isOpen).toBe(false);
  expect((await served('0.0.0.0')).isOpen).toBe(true);
});

test('an address that is none of this machine’s is said', async () => {
  await expect(served('192.0.2.1')).rejects.toThrow('IBID_METRICS: 192.0.2.1 is no address of this machine');
});
