import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Refusal } from './refusal.js';
import { checkAddress } from './target.js';
/**
 * One HTTP request, one connection, no redirect followed. Every address that the host's name has is checked when the
 * connection is made, and no other one is connected to: what the name meant a moment before counts for nothing. Throws
 * a `Refusal`; where the caller's signal ends it, the signal's reason.
 */
export async function request(url, asked) {
    const { limits, signal } = asked;
    const ending = new AbortController();
    const within = (ms, what) => setTimeout(() => ending.abort(new Refusal('too-slow', `${url.hostname}: no ${what} within ${ms / 1000} s`)), ms);
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
    }
    catch (error) {
        if (both.aborted)
            throw both.reason;
        throw error instanceof Refusal ? error : unreachable(url, error);
    }
    finally {
        for (const timer of Object.values(timers))
            clearTimeout(timer);
        // Whatever is left of the connection.
        ending.abort();
    }
}
function answerTo(url, asked, connected) {
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
        // Not once: a connection that is ended may complain after its promise is settled.
        sent.on('error', reject);
        sent.end();
    });
}
/** The lookup of one connection: what it answers is what is connected to, and checked. */
function guarded(url, { allowed, lookup = systemLookup }) {
    return (host, { family, hints, all }, done) => {
        const options = { ...(typeof family === 'number' && { family }), ...(hints && { hints }) };
        lookup(host, { ...options, all: true }, (error, addresses) => {
            const refused = error ?? faultOf(addresses, url, allowed);
            const [first] = addresses ?? [];
            if (refused || !first)
                done(refused ?? new Error('it has no address'), []);
            else if (all)
                done(null, addresses);
            else
                done(null, first.address, first.family);
        });
    };
}
/** One address that isn't public is enough: names of the public internet have none. */
function faultOf(addresses, url, allowed) {
    try {
        for (const { address } of addresses)
            checkAddress(address, url, allowed);
        return undefined;
    }
    catch (error) {
        return error;
    }
}
async function read(message, url, asked) {
    const status = message.statusCode ?? 0;
    const header = (name) => {
        const value = message.headers[name];
        return Array.isArray(value) ? value[0] : value;
    };
    if (status !== 200) {
        message.on('error', () => { });
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
export function mediaTypeOf(contentType) {
    return (contentType?.split(';', 1)[0] ?? '').trim().toLowerCase().slice(0, 100);
}
async function bodyOf(message, url, asked) {
    const { limits, truncate, signal } = asked;
    const excess = new Refusal('too-large', `${url.hostname} sent over ${megabytes(limits.bytes)} MB`);
    if (!truncate && Number(message.headers['content-length']) > limits.bytes)
        throw excess;
    const kept = [];
    const counted = async function* (chunks) {
        let size = 0;
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > limits.bytes)
                throw excess;
            yield chunk;
        }
    };
    const keep = async (chunks) => {
        for await (const chunk of chunks)
            kept.push(chunk);
    };
    const unpack = unpackerOf(message, url);
    const options = signal ? { signal } : {};
    try {
        if (unpack)
            await pipeline(message, counted, unpack, counted, keep, options);
        else
            await pipeline(message, counted, keep, options);
    }
    catch (error) {
        if (error !== excess || !truncate)
            throw error;
    }
    return Buffer.concat(kept);
}
function unpackerOf(message, url) {
    const encoding = message.headers['content-encoding']?.trim().toLowerCase() || 'identity';
    if (encoding === 'identity')
        return undefined;
    if (encoding === 'gzip' || encoding === 'x-gzip')
        return createGunzip();
    if (encoding === 'br')
        return createBrotliDecompress();
    throw new Refusal('content-type', `${url.hostname} packed its answer in a way that wasn't asked for`);
}
function megabytes(bytes) {
    return String(Math.round((bytes / 1024 / 1024) * 10) / 10);
}
function unreachable(url, cause) {
    const { code, message } = cause;
    const why = (code !== undefined && WORDS[code]) || code || message;
    return new Refusal('unreachable', `${url.hostname}: ${why}`, { cause });
}
const WORDS = {
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
