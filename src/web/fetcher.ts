import { LRUCache } from 'lru-cache';
import { packageVersion } from '../package.ts';
import { type Clock, systemClock } from './clock.ts';
import { hostsOf } from './hosts.ts';
import { Refusal } from './refusal.ts';
import {
  type Limits,
  type Lookup,
  mediaTypeOf,
  type RequestOptions,
  type Response,
  request,
} from './request.ts';
import { retryAtOf } from './retry-after.ts';
import { NO_RULES, type Rules, rulesOf } from './robots.ts';
import { allowedHost, isAllowed, targetOf } from './target.ts';

/**
 * Fetches what strangers name, and nothing but what is on the public web: see docs/feeds.md for all that it refuses.
 * Keeps what it knows of hosts: one fetcher a process.
 */
export interface Fetcher {
  /** Refusals are values; throws only the reason of the caller's own signal. */
  fetch(address: string, options?: FetchOptions): Promise<Fetched>;
}

export interface FetchOptions {
  /** Whether a body of this media type is wanted; '' where the server doesn't say. All of them unless given. */
  readonly accepts?: (mediaType: string) => boolean;
  /** What the server said of the copy that we have. */
  readonly known?: Validators;
  readonly signal?: AbortSignal;
}

/** What tells one version of a page from another: sent back, it saves the server an answer (RFC 9110, 13). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Fetched =
  | FetchedPage
  | { readonly status: 'not-modified' }
  | { readonly status: 'refused'; readonly refusal: Refusal };

export interface FetchedPage extends Validators {
  readonly status: 'fetched';
  /** Where it was in the end, without a fragment. */
  readonly url: string;
  /** '' where the server doesn't say. */
  readonly mediaType: string;
  /** As the server calls it. */
  readonly charset: string | undefined;
  readonly bytes: Buffer;
}

export interface FetcherOptions {
  /** `IBID_FEEDS_ALLOW_HOSTS`: hosts of one's own network, `host` or `host:port`. */
  readonly allowHosts?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly lookup?: Lookup;
  readonly clock?: Clock;
}

/** A name that robots.txt can speak of, and what we are. */
const AGENT = 'Ibid';
export const USER_AGENT = `${AGENT}/${packageVersion()} (reads articles for a self-hosted archive)`;

/** 10 MB is what an article may have; the others are generous for a page of the news. */
const LIMITS: Limits = { connectMs: 10_000, headersMs: 20_000, totalMs: 60_000, bytes: 10 * 1024 * 1024 };

/** As RFC 9309 wants for robots.txt. */
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Between two requests to a host: what most crawlers keep. */
const GAP_MS = 1_000;

/** A request without what the fetcher knows of all of them; other limits where they differ. */
type Wanted = Omit<RequestOptions, 'allowed' | 'limits' | 'lookup'> & Partial<Pick<RequestOptions, 'limits'>>;

/** RFC 9309: to parse at least 500 KiB, and not to keep it for over a day. */
const ROBOTS_BYTES = 500 * 1024;
const ROBOTS_MS = 24 * 60 * 60 * 1000;
const AFTER_FAILURE_MS = 10 * 60 * 1000;
/** Whose rules are kept: those of a hostile robots.txt of 500 KB take some megabytes. */
const MOST_SITES = 100;
const MOST_WAITS = 1_000;

interface KnownRules {
  readonly rules: Promise<Rules>;
  /** In `Clock.elapsed`. */
  until: number;
}

/** A host that wants to be left alone. */
interface Wait {
  /** In `Clock.elapsed`. */
  readonly until: number;
  /** The same in ms since 1970, for people. */
  readonly retryAt: number;
}

export function openFetcher({ allowHosts = [], ...options }: FetcherOptions = {}): Fetcher {
  const { clock = systemClock, lookup } = options;
  const limits = { ...LIMITS, ...options.limits };
  const allowed = allowHosts.map(allowedHost);
  const hosts = hostsOf(clock);
  const sites = new LRUCache<string, KnownRules>({ max: MOST_SITES });
  /** By host. */
  const waits = new LRUCache<string, Wait>({ max: MOST_WAITS });
  const common = { limits, allowed, lookup };

  /** One request, when the host has time for it. */
  async function ask(url: URL, asked: Wanted, delayMs: number): Promise<Response> {
    const gapMs = isAllowed(url, allowed) ? 0 : Math.max(GAP_MS, delayMs);
    const visit = () => {
      checkWait(url, waits.get(url.hostname), clock.elapsed());
      const headers = { 'user-agent': USER_AGENT, ...asked.headers };
      return request(url, { ...common, ...asked, headers });
    };
    const response = await hosts.visit(url.hostname, gapMs, visit, asked.signal);
    if (response.status !== 429 && response.status !== 503) return response;
    const now = clock.now();
    const retryAt = retryAtOf(response.header('retry-after'), now);
    if (retryAt !== undefined) waits.set(url.hostname, { until: clock.elapsed() + retryAt - now, retryAt });
    throw askedToWait(url, retryAt, response.status);
  }

  async function rulesFor(url: URL): Promise<Rules> {
    const known = sites.get(url.origin);
    if (known && known.until > clock.elapsed()) return known.rules;
    const fresh: KnownRules = { rules: fetchRules(url), until: Number.POSITIVE_INFINITY };
    sites.set(url.origin, fresh);
    const keep = (ms: number) => () => {
      fresh.until = clock.elapsed() + ms;
    };
    fresh.rules.then(keep(ROBOTS_MS), keep(AFTER_FAILURE_MS));
    return fresh.rules;
  }

  /** RFC 9309, 2.3.1: none there (4xx), or no end of redirects: everything may be fetched; no answer: nothing. */
  async function fetchRules(site: URL): Promise<Rules> {
    const address = new URL('/robots.txt', site);
    const robotsLimits = { ...limits, bytes: Math.min(ROBOTS_BYTES, limits.bytes) };
    let url = address;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await ask(url, { headers: {}, truncate: true, limits: robotsLimits }, 0);
      const { status } = response;
      if (status === 200) return rulesOf(address.href, response.bytes.toString('utf8'), AGENT);
      if (status >= 500 || status < 300) {
        throw new Refusal(
          'robots',
          `${site.hostname}: robots.txt can't be read (HTTP ${status}), so nothing is`,
        );
      }
      const next = REDIRECTS.has(status) ? response.header('location') : undefined;
      if (next === undefined || !URL.canParse(next, url.href)) return NO_RULES;
      url = targetOf(new URL(next, url), allowed);
    }
    return NO_RULES;
  }

  async function follow(address: string, { accepts, known, signal }: FetchOptions): Promise<Fetched> {
    let url = targetOf(address, allowed);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const rules = await rulesFor(url);
      if (!rules.allows(url)) {
        throw new Refusal('robots', `${url.hostname} doesn't want it fetched (robots.txt)`);
      }
      const response = await ask(url, { headers: conditionsOf(known), accepts, signal }, rules.delayMs);
      if (response.status === 200) return pageOf(url, response);
      if (response.status === 304 && known) return { status: 'not-modified' };
      url = targetOf(redirectOf(url, response), allowed);
    }
    throw new Refusal('redirects', `over ${MOST_REDIRECTS} redirects, the last to ${url.hostname}`);
  }

  return {
    async fetch(address, options = {}) {
      try {
        return await follow(address, options);
      } catch (error) {
        if (error instanceof Refusal) return { status: 'refused', refusal: error };
        throw error;
      }
    },
  };
}

function conditionsOf({ etag, lastModified }: Validators = {}): Record<string, string> {
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function pageOf(url: URL, { header, bytes }: Response): FetchedPage {
  const contentType = header('content-type');
  return {
    status: 'fetched',
    url: url.href,
    mediaType: mediaTypeOf(contentType),
    charset: contentType?.match(/;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/iu)?.[1],
    bytes,
    etag: header('etag'),
    lastModified: header('last-modified'),
  };
}

/** Where the answer sends us; throws a `Refusal` where it doesn't. */
function redirectOf(url: URL, { status, header }: Response): URL {
  const next = REDIRECTS.has(status) ? header('location') : undefined;
  if (next === undefined) {
    throw new Refusal('status', `${url.hostname} answered with HTTP ${status}`, { status });
  }
  if (!URL.canParse(next, url.href))
    throw new Refusal('redirects', `${url.hostname} redirects to no address`);
  return new URL(next, url);
}

function checkWait(url: URL, wait: Wait | undefined, elapsed: number): void {
  if (wait && wait.until > elapsed) throw askedToWait(url, wait.retryAt);
}

function askedToWait(url: URL, retryAt: number | undefined, status?: number): Refusal {
  const until = retryAt === undefined ? '' : ` until ${new Date(retryAt).toISOString().slice(0, 19)}Z`;
  const why = status === undefined ? '' : ` (HTTP ${status})`;
  return new Refusal('wait', `${url.hostname} asks to wait${until}${why}`, {
    retryAt,
    ...(status !== undefined && { status }),
  });
}
