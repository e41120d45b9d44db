import { retryAtOf } from '../retry-after.ts';
import { HubError } from './hub-error.ts';

/** The Hugging Face hub, or a mirror of it. */
export interface HubOptions {
  /** Without a slash at the end: `https://huggingface.co`. */
  readonly endpoint: string;
  /** Of an account; for gated and private models. */
  readonly token?: string | undefined;
  /** To the headers of an answer, and between two pieces of its body; 60 s unless given. */
  readonly patienceMs?: number;
}

/** A body that is read as it comes. */
export interface HubBody {
  /** 200: from its start; 206: the rest that was asked for. */
  readonly status: 200 | 206;
  /** Throws a `HubError` where the connection is cut or stands still. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface HubClient {
  readonly endpoint: string;
  /**
   * Asks for what stands at `path` about a model. `from`: only the bytes from there on, which the server may ignore. Follows
   * redirects; the token goes to the endpoint alone. Throws a `HubError` with what to do.
   */
  get(model: string, path: string, from?: number): Promise<HubBody>;
}

/** huggingface_hub waits 10 s; a file that the hub fetches from its store first has taken longer. */
const PATIENCE_MS = 60_000;

/** A file has one or two: to the store, or to the hub's cache. */
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Why not `request.ts`: that holds a body in memory, and refuses addresses of one's own network, where a mirror may well be.
 * What comes is checked by its hash.
 */
export function openHub({ endpoint, token, patienceMs = PATIENCE_MS }: HubOptions): HubClient {
  const { origin, protocol } = new URL(endpoint);

  async function ask(url: URL, from: number, watch: Watch): Promise<Response> {
    const headers = {
      // A packed body would have another length than the one that is known.
      'accept-encoding': 'identity',
      'user-agent': 'Ibid (fetches a model)',
      ...(from > 0 && { range: `bytes=${from}-` }),
      ...(token !== undefined && url.origin === origin && { authorization: `Bearer ${token}` }),
    };
    try {
      return await fetch(url, { headers, redirect: 'manual', signal: watch.signal });
    } catch (error) {
      throw cutError(url, error);
    }
  }

  async function follow(model: string, path: string, from: number, watch: Watch): Promise<Response> {
    let url = new URL(`${endpoint}${path}`);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await ask(url, from, watch);
      if (!REDIRECTS.has(response.status)) return response;
      await response.body?.cancel();
      const next = response.headers.get('location') ?? '';
      if (!URL.canParse(next, url.href)) throw new HubError(`${url.host} redirects to no address`);
      url = new URL(next, url);
      if (url.protocol !== 'https:' && url.protocol !== protocol)
        throw new HubError(
          `${endpoint} redirects ${model} to ${url.protocol}//${url.host}, which isn't https`,
        );
    }
    throw new HubError(`${endpoint}: over ${MOST_REDIRECTS} redirects`);
  }

  return {
    endpoint,
    async get(model, path, from = 0) {
      const watch = watchFor(patienceMs, new URL(endpoint).host);
      try {
        const response = await follow(model, path, from, watch);
        const { status } = response;
        if (status === 200 || status === 206) return { status, chunks: chunksOf(response, watch) };
        // What was asked for starts behind the end: the copy that is there is of something else.
        if (status === 416 && from > 0) return await this.get(model, path);
        await response.body?.cancel();
        throw new HubError(refusalOf(response, { model, endpoint, hasToken: token !== undefined }));
      } catch (error) {
        watch.stop();
        throw error;
      }
    },
  };
}

async function* chunksOf(response: Response, watch: Watch): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) {
      watch.feed();
      yield chunk;
    }
  } catch (error) {
    throw cutError(new URL(response.url), error);
  } finally {
    watch.stop();
  }
}

/** Ends a request that stands still. */
interface Watch {
  readonly signal: AbortSignal;
  /** Something came: the time starts anew. */
  feed(): void;
  stop(): void;
}

function watchFor(ms: number, host: string): Watch {
  const ending = new AbortController();
  const still = () => ending.abort(new HubError(`${host} sent nothing for ${ms / 1000} s`, { isCut: true }));
  const timer = setTimeout(still, ms);
  return { signal: ending.signal, feed: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}

function cutError(url: URL, error: unknown): HubError {
  if (error instanceof HubError) return error;
  // fetch wraps what happened: "fetch failed", "terminated".
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  const why = (code !== undefined && WORDS[code]) || code || message;
  return new HubError(`${url.host}: ${why}`, { cause: error, isCut: code === undefined || CUT.has(code) });
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host; is there a network, and is HF_ENDPOINT right',
  EAI_AGAIN: 'its name could not be looked up; is there a network',
  ECONNREFUSED: 'it takes no connection',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection broke',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself (NODE_EXTRA_CA_CERTS names one to trust)',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by itself (NODE_EXTRA_CA_CERTS names one to trust)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
};

/** Those that a second connection may not meet. */
const CUT: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

interface Asked {
  readonly model: string;
  readonly endpoint: string;
  readonly hasToken: boolean;
}

/**
 * What an answer other than 200 means, and what to do. The hub says 401 of what is missing and of what is private alike; its
 * header `x-error-code` says more (huggingface_hub, `hf_raise_for_status`).
 */
function refusalOf({ status, headers }: Response, { model, endpoint, hasToken }: Asked): string {
  const code = headers.get('x-error-code');
  const page = `${endpoint}/${model}`;
  if (code === 'GatedRepo') {
    return hasToken
      ? `${model} is gated, and the account of HF_TOKEN has no access: accept its terms at ${page}; its owner may have to agree first`
      : `${model} is gated: accept its terms at ${page}, make a token at ${endpoint}/settings/tokens, and set HF_TOKEN`;
  }
  if (status === 401 && hasToken && code !== 'RepoNotFound')
    return `${endpoint} doesn't take HF_TOKEN: make another one at ${endpoint}/settings/tokens`;
  if (status === 404 && code === 'EntryNotFound')
    return `a file of ${model} is gone from ${endpoint}: try again`;
  if (status === 404 || status === 401)
    return `there is no model ${model} at ${endpoint} (a private one needs HF_TOKEN of an account that may read it)`;
  if (status === 403) return `${endpoint} refuses ${model} (HTTP 403): see ${page}; it may need HF_TOKEN`;
  if (status === 429) return `${endpoint} asks to wait${waitOf(headers)} (HTTP 429): try again then`;
  if (status >= 500) return `${endpoint} has trouble (HTTP ${status}): try again later`;
  return `${endpoint} answered with HTTP ${status}`;
}

/** ` 55 s`; '' where the server doesn't say. The hub's own way: `RateLimit: "api";r=0;t=55`. */
function waitOf(headers: Headers): string {
  const now = Date.now();
  const seconds = /;\s*t=(\d{1,6})/u.exec(headers.get('ratelimit') ?? '')?.[1];
  const until = retryAtOf(headers.get('retry-after') ?? seconds, now);
  return until === undefined ? '' : ` ${Math.ceil((until - now) / 1000)} s`;
}
