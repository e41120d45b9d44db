import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Refusal } from './refusal.ts';
import { type AllowedHosts, checkAddress } from './target.ts';

/** Bounds of one request. */
export interface Limits {
  /** To a connection, TLS not counted. */
  readonly connectMs: number;
  /** To the last of the headers, from the start. */
  readonly headersMs: number;
  /** To the last of the body, from the start. */
  readonly totalMs: number;
  /** Of the body, on the wire as well as unpacked. */
  readonly bytes: number;
}

/** As `dns.lookup`, all addresses of a host. */
export type Lookup = (
  host: string,
  options: { readonly all: true; readonly family?: number; readonly hints?: number },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly allowed: AllowedHosts;
  /** The system's unless given. */
  readonly lookup?: Lookup | undefined;
  /** Whether a body of this media type is wanted at all; '' where the server doesn't say. */
  readonly accepts?: ((mediaType: string) => boolean) | undefined;
  /** What is over the limit is left out, rather than refused. */
  readonly truncate?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Response {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Unpacked; empty unless the status is 200. */
  readonly bytes: Buffer;
}

/**
 * One HTTP request, one connection, no redirect followed. Every address that the host's name has is checked when the
 * connection is made, and no other one is connected to: what the name meant a moment before counts for nothing. Throws
 * a `Refusal`; where the caller's signal ends it, the signal's reason.
 */
export async function request(url: URL, asked: RequestOptions): Promise<Response> {
  const { limits, signal } = asked;
  const ending = new AbortController();
  const within = (ms: number, what: string) =>
    setTimeout(
      () => ending.abort(new Refusal('too-slow', `${url.hostname}: no ${what} within ${ms / 1000} s`)),
      ms,
    );
  const timers = {
    connect: within(limits.connectMs, 'connection'),
    headers: within(limits.headersMs, 'answer'),
    total: within(limits.totalMs, 'end of the answer'),
  };
  const both = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
  try {
    both.throwIfAborted();
    const message = await answerTo(url, { ...asked, signal: both }, () => clearTimeout(timers.connect));
    clearTimeout(timers.headers);
    return await read(message, url, { ...asked, signal: both });
  } catch (error) {
    if (both.aborted) throw both.reason;
    throw error instanceof Refusal ? error : unreachable(url, error);
  } finally {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    // Whatever is left of the connection.
    ending.abort();
  }
}

function answerTo(url: URL, asked: RequestOptions, connected: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = send(url, {
      // No connection is used twice: each one's address is checked.
      agent: false,
      headers: { 'accept-encoding': 'gzip, br', ...asked.headers },
      lookup: guarded(url, asked),
      ...(asked.signal && { signal: asked.signal }),
    });
    sent.once('socket', (socket) => socket.once('connect', connected));
    sent.once('response', resolve);
    // 101: who listens has the connection, and there is neither a response nor an error.
    sent.once('upgrade', ({ statusCode: status = 101 }, socket) => {
      socket.destroy();
      reject(new Refusal('status', `${url.hostname} answered with HTTP ${status}`, { status }));
    });
    // After the response or an error it changes nothing; without either nobody would be told of the end.
    sent.once('close', () => reject(asked.signal?.reason ?? new Error('the connection broke')));
    // Not once: a connection that is ended may complain after its promise is settled.
    sent.on('error', reject);
    sent.end();
  });
}

/** The lookup of one connection: what it answers is what is connected to, and checked. */
function guarded(url: URL, { allowed, lookup = systemLookup }: RequestOptions): LookupFunction {
  return (host, { family, hints, all }, done) => {
    const options = { ...(typeof family === 'number' && { family }), ...(hints && { hints }) };
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? faultOf(addresses, url, allowed);
      const [first] = addresses ?? [];
      if (refused || !first) done(refused ?? new Error('it has no address'), []);
      else if (all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** One address that isn't public is enough: names of the public internet have none. */
function faultOf(addresses: readonly LookupAddress[], url: URL, allowed: AllowedHosts): Refusal | undefined {
  try {
    for (const { address } of addresses) checkAddress(address, url, allowed);
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
}

async function read(message: IncomingMessage, url: URL, asked: RequestOptions): Promise<Response> {
  const status = message.statusCode ?? 0;
  const header = (name: string) => {
    const value = message.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (status !== 200) {
    message.on('error', () => {});
    message.destroy();
    return { status, header, bytes: Buffer.alloc(0) };
  }
  const type = mediaTypeOf(header('content-type'));
  if (asked.accepts?.(type) === false) {
    throw new Refusal('content-type', `${url.hostname} sent ${type || 'something'}, which is not read`);
  }
  return { status, header, bytes: await bodyOf(message, url, asked) };
}

/** `text/html` of `text/html; charset=utf-8`. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType?.split(';', 1)[0] ?? '').trim().toLowerCase().slice(0, 100);
}

async function bodyOf(message: IncomingMessage, url: URL, asked: RequestOptions): Promise<Buffer> {
  const { limits, truncate, signal } = asked;
  const excess = new Refusal('too-large', `${url.hostname} sent over ${megabytes(limits.bytes)} MB`);
  if (!truncate && Number(message.headers['content-length']) > limits.bytes) throw excess;
  const kept: Buffer[] = [];
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limits.bytes) throw excess;
      yield chunk;
    }
  };
  const keep = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) kept.push(chunk);
  };
  const unpack = unpackerOf(message, url);
  const options = signal ? { signal } : {};
  try {
    if (unpack) await pipeline(message, counted, unpack, counted, keep, options);
    else await pipeline(message, counted, keep, options);
  } catch (error) {
    if (error !== excess || !truncate) throw error;
  }
  return Buffer.concat(kept);
}

function unpackerOf(message: IncomingMessage, url: URL) {
  const encoding = message.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (encoding === 'identity') return undefined;
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  throw new Refusal('content-type', `${url.hostname} packed its answer in a way that wasn't asked for`);
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 / 1024) * 10) / 10);
}

function unreachable(url: URL, cause: unknown): Refusal {
  const { code, message } = cause as NodeJS.ErrnoException;
  const why = (code !== undefined && WORDS[code]) || code || message;
  return new Refusal('unreachable', `${url.hostname}: ${why}`, { cause });
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it takes no connection',
  ECONNRESET: 'the connection broke',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
  Z_DATA_ERROR: 'its answer is damaged',
  Z_BUF_ERROR: 'its answer is damaged',
};
