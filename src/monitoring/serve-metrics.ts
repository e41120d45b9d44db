import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../usage-error.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsServer {
  /** `http://127.0.0.1:9464/metrics`: with the port that the system has chosen, where that was 0. */
  readonly url: string;
  /** Whether others than this machine may connect. */
  readonly isOpen: boolean;
  close(): void;
}

/** Prometheus keeps one connection; a few people may look as well. */
const MOST_CONNECTIONS = 16;
/** In bytes: Prometheus sends some 300. */
const MAX_HEADERS = 4_096;
/** How long a request may take to come, in ms. */
const REQUEST_MS = 5_000;

/** Answers `GET /metrics`, and nothing else. Throws `UsageError` where it can't listen there. It doesn't keep the process. */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: Metrics,
): Promise<MetricsServer> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      requestTimeout: REQUEST_MS,
      headersTimeout: REQUEST_MS,
      connectionsCheckingInterval: REQUEST_MS,
    },
    (request, response) => void answer(request, response, metrics),
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, host, port);
  server.unref();
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/metrics`,
    isOpen: !/^(?:127\.|::1$|::ffff:127\.)/u.test(address),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, metrics: Metrics): Promise<void> {
  const { method, url } = request;
  // Nobody has anything to send here.
  request.resume();
  const refuse = (status: number, text: string, headers = {}) =>
    void response
      .writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close', ...headers })
      .end(text);
  if (url?.replace(/\?.*$/u, '') !== '/metrics') return refuse(404, 'There is only /metrics here.\n');
  if (method !== 'GET') return refuse(405, 'Only GET.\n', { Allow: 'GET' });
  try {
    const text = await metrics.text();
    response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
  } catch (error) {
    refuse(500, `${(error as Error).message}\n`);
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new UsageError(`IBID_METRICS: ${WHY_NOT[code ?? '']?.(host, port) ?? message}`)),
    );
    server.listen(port, host, () => {
      server.removeAllListeners('error').on('error', () => {});
      resolve();
    });
  });
}

const WHY_NOT: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) => `another program listens on port ${port} already: choose another port, or stop it`,
  EADDRNOTAVAIL: (host) => `${host} is no address of this machine`,
  ENOTFOUND: (host) => `there is no host ${host}`,
  EACCES: (_, port) => `this user may not listen on port ${port}: choose one from 1024`,
};
