import { LRUCache } from 'lru-cache';
import { packageVersion } from '../package.js';
import { systemClock } from './clock.js';
import { hostsOf } from './hosts.js';
import { Refusal } from './refusal.js';
import { mediaTypeOf, request, } from './request.js';
import { retryAtOf } from './retry-after.js';
import { NO_RULES, rulesOf } from './robots.js';
import { allowedHost, isAllowed, targetOf } from './target.js';
/** A name that robots.txt can speak of, and what we are. */
const AGENT = 'Ibid';
export const USER_AGENT = `${AGENT}/${packageVersion()} (reads articles for a self-hosted archive)`;
/** 10 MB is what an article may have; the others are generous for a page of the news. */
const LIMITS = { connectMs: 10_000, headersMs: 20_000, totalMs: 60_000, bytes: 10 * 1024 * 1024 };
/** As RFC 9309 wants for robots.txt. */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Between two requests to a host: what most crawlers keep. */
const GAP_MS = 1_000;
/** RFC 9309: to parse at least 500 KiB, and not to keep it for over a day. */
const ROBOTS_BYTES = 500 * 1024;
const ROBOTS_MS = 24 * 60 * 60 * 1000;
const AFTER_FAILURE_MS = 10 * 60 * 1000;
/** Whose rules are kept: those of a hostile robots.txt of 500 KB take some megabytes. */
const MOST_SITES = 100;
const MOST_WAITS = 1_000;
export function openFetcher({ allowHosts = [], ...options } = {}) {
    const { clock = systemClock, lookup } = options;
    const limits = { ...LIMITS, ...options.limits };
    const allowed = allowHosts.map(allowedHost);
    const hosts = hostsOf(clock);
    const sites = new LRUCache({ max: MOST_SITES });
    /** By host: until when it wants to be left alone. */
    const waits = new LRUCache({ max: MOST_WAITS });
    const common = { limits, allowed, lookup };
    /** One request, when the host has time for it. */
    async function ask(url, asked, delayMs) {
        const gapMs = isAllowed(url, allowed) ? 0 : Math.max(GAP_MS, delayMs);
        const visit = () => {
            checkWait(url, waits.get(url.hostname), clock.now());
            const headers = { 'user-agent': USER_AGENT, ...asked.headers };
            return request(url, { ...common, ...asked, headers });
        };
        const response = await hosts.visit(url.hostname, gapMs, visit, asked.signal);
        if (response.status !== 429 && response.status !== 503)
            return response;
        const retryAt = retryAtOf(response.header('retry-after'), clock.now());
        if (retryAt !== undefined)
            waits.set(url.hostname, retryAt);
        throw askedToWait(url, retryAt, response.status);
    }
    async function rulesFor(url) {
        const known = sites.get(url.origin);
        if (known && known.until > clock.now())
            return known.rules;
        const fresh = { rules: fetchRules(url), until: Number.POSITIVE_INFINITY };
        sites.set(url.origin, fresh);
        const keep = (ms) => () => {
            fresh.until = clock.now() + ms;
        };
        fresh.rules.then(keep(ROBOTS_MS), keep(AFTER_FAILURE_MS));
        return fresh.rules;
    }
    /** RFC 9309, 2.3.1: none there (4xx), or no end of redirects: everything may be fetched; no answer: nothing. */
    async function fetchRules(site) {
        const address = new URL('/robots.txt', site);
        const robotsLimits = { ...limits, bytes: Math.min(ROBOTS_BYTES, limits.bytes) };
        let url = address;
        for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
            const response = await ask(url, { headers: {}, truncate: true, limits: robotsLimits }, 0);
            const { status } = response;
            if (status === 200)
                return rulesOf(address.href, response.bytes.toString('utf8'), AGENT);
            if (status >= 500 || status < 300) {
                throw new Refusal('robots', `${site.hostname}: robots.txt can't be read (HTTP ${status}), so nothing is`);
            }
            const next = REDIRECTS.has(status) ? response.header('location') : undefined;
            if (next === undefined || !URL.canParse(next, url.href))
                return NO_RULES;
            url = targetOf(new URL(next, url), allowed);
        }
        return NO_RULES;
    }
    async function follow(address, { accepts, known, signal }) {
        let url = targetOf(address, allowed);
        for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
            const rules = await rulesFor(url);
            if (!rules.allows(url)) {
                throw new Refusal('robots', `${url.hostname} doesn't want it fetched (robots.txt)`);
            }
            const response = await ask(url, { headers: conditionsOf(known), accepts, signal }, rules.delayMs);
            if (response.status === 200)
                return pageOf(url, response);
            if (response.status === 304 && known)
                return { status: 'not-modified' };
            url = targetOf(redirectOf(url, response), allowed);
        }
        throw new Refusal('redirects', `over ${MOST_REDIRECTS} redirects, the last to ${url.hostname}`);
    }
    return {
        async fetch(address, options = {}) {
            try {
                return await follow(address, options);
            }
            catch (error) {
                if (error instanceof Refusal)
                    return { status: 'refused', refusal: error };
                throw error;
            }
        },
    };
}
function conditionsOf({ etag, lastModified } = {}) {
    return {
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    };
}
function pageOf(url, { header, bytes }) {
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
function redirectOf(url, { status, header }) {
    const next = REDIRECTS.has(status) ? header('location') : undefined;
    if (next === undefined) {
        throw new Refusal('status', `${url.hostname} answered with HTTP ${status}`, { status });
    }
    if (!URL.canParse(next, url.href))
        throw new Refusal('redirects', `${url.hostname} redirects to no address`);
    return new URL(next, url);
}
function checkWait(url, until, now) {
    if (until !== undefined && until > now)
        throw askedToWait(url, until);
}
function askedToWait(url, retryAt, status) {
    const until = retryAt === undefined ? '' : ` until ${new Date(retryAt).toISOString().slice(0, 19)}Z`;
    const why = status === undefined ? '' : ` (HTTP ${status})`;
    return new Refusal('wait', `${url.hostname} asks to wait${until}${why}`, {
        retryAt,
        ...(status !== undefined && { status }),
    });
}
