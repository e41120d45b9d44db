import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/web/clock.ts';

/** What a path answers with: text is a page; a function does as it likes. */
export type Route = string | Answer | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly port: number;
  /** Method and path of every request, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly IncomingMessage[];
  /** May be changed while it runs. */
  readonly routes: Record<string, Route>;
}

/** A web server on this machine that is gone when the test is over. */
export async function siteOf(routes: Record<string, Route>, address = '127.0.0.1', at = 0): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(routes[request.url ?? ''], request, response);
  });
  await new Promise<void>((resolve) => server.listen(at, address, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const host = `${address}:${port}`;
  return {
    url: `http://${host}`,
    host,
    port,
    routes,
    requests,
    get asked() {
      return requests.map(({ url = '' }) => url);
    },
  };
}

function answer(route: Route | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') {
    route(request, response);
    return;
  }
  const {
    status = 200,
    headers = {},
    body = '',
  }: Answer = route === undefined ? { status: 404 } : typeof route === 'string' ? { body: route } : route;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location } };
}

/** A clock that stands until somebody waits, and then is there at once. */
export function patientClock(
  start = Date.UTC(2026, 0, 2),
): Clock & { time: number; setBackBy: number; readonly waits: number[] } {
  const waits: number[] = [];
  return {
    time: start,
    /** How far the day's time was set back meanwhile, in ms. */
    setBackBy: 0,
    waits,
    now() {
      return this.time - this.setBackBy;
    },
    elapsed() {
      return this.time;
    },
    async wait(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      this.time += ms;
    },
  };
}
