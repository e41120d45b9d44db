import { isIP } from 'node:net';
import { isSameAddress, specialRangeOf } from './addresses.js';
import { Refusal } from './refusal.js';
/** `wiki.local`, `127.0.0.1:8080`, `[::1]:8080`; an address also allows the names that lead to it. */
export function allowedHost(entry) {
    if (isIP(entry) === 6)
        return { host: entry, port: undefined };
    const [, host = '', port] = entry.match(/^(.*?)(?::(\d+))?$/u) ?? [];
    return { host: bare(hostnameOf(host)), port: port === undefined ? undefined : Number(port) };
}
/** As addresses have it: small letters, names in Punycode. */
function hostnameOf(host) {
    return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}
/** Those of the web, and their usual stand-ins. */
const PORTS = new Set([80, 443, 8080, 8443]);
/** What most servers take at most; the sitemap protocol says 2,048. */
const LONGEST = 2_048;
/** The address, if it is one that may be asked for; throws a `Refusal`. A name's addresses are checked on connecting. */
export function targetOf(typed, allowed) {
    const url = URL.canParse(String(typed)) ? new URL(typed) : undefined;
    if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        const what = url === undefined ? 'it is no address' : `it begins with ${url.protocol.slice(0, 20)}`;
        throw new Refusal('not-web', `not an http(s) address: ${what}`);
    }
    if (url.href.length > LONGEST)
        throw new Refusal('not-web', `an address of over ${LONGEST} characters`);
    if (url.username !== '' || url.password !== '') {
        throw new Refusal('credentials', 'an address with a user name or a password in it');
    }
    url.hash = '';
    if (isAllowed(url, allowed))
        return url;
    // A name may turn out to lead to an address that is allowed with this port.
    const mayLead = allowed.some((one) => isIP(one.host) !== 0 && hasPort(one, url));
    if (!PORTS.has(portOf(url)) && !mayLead)
        throw wrongPort(url);
    // The URL standard has made dotted decimals of 2130706433, 0x7f.1 and 0177.0.0.1.
    if (isIP(bare(url.hostname)) !== 0)
        checkAddress(bare(url.hostname), url, allowed);
    return url;
}
/** Throws a `Refusal` for an address of the host, unless it is public or allowed. */
export function checkAddress(address, url, allowed) {
    if (isAllowed(url, allowed))
        return;
    if (allowed.some((one) => isSameAddress(one.host, address) && hasPort(one, url)))
        return;
    const range = specialRangeOf(address);
    if (range !== undefined) {
        throw new Refusal('not-public', `${url.hostname} is not on the public internet (${wordsOf(range)})`);
    }
    if (!PORTS.has(portOf(url)))
        throw wrongPort(url);
}
function wrongPort(url) {
    return new Refusal('port', `port ${portOf(url)} is not one of the web`);
}
/** The host is in the list, under the very name that stands in the address. */
export function isAllowed(url, allowed) {
    return allowed.some((one) => one.host === bare(url.hostname) && hasPort(one, url));
}
function hasPort({ port }, url) {
    return port === undefined ? PORTS.has(portOf(url)) : port === portOf(url);
}
export function portOf(url) {
    return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
function bare(hostname) {
    return hostname.replace(/^\[|\]$/gu, '');
}
/** `linkLocal` -> `link local`. */
function wordsOf(range) {
    return range.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}
